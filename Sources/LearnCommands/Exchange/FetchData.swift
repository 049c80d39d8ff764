import ArgumentParser
import DataLibrary
import Foundation
import Messages
import Terminal

struct FetchData: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Download a known data set.",
    discussion: "What was fetched is checked. A fetch that broke off goes on where it stopped.")

  @Argument(help: "The set: \(KnownSet.all.map { $0.name }.joined(separator: " or ")).")
  var name: String

  @Option(help: ArgumentHelp("The folder where the files are, in place of the usual one.", valueName: "url"))
  var from: String?

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let output = DataOutput(machine)
    guard let known = KnownSet.named(name) else {
      throw FetchError.unknownSet(name, known: KnownSet.all.map { $0.name })
    }
    let sources = try from.map { [try DataStore.baseAddress($0)] } ?? known.sources
    let wanted = try output.store.filesToFetch(known)
    if wanted.isEmpty { return output.write([Line("\(name) is here already.")]) }
    let size = ByteCount.text(wanted.reduce(0) { $0 + $1.bytes })
    output.write([
      Line(known.title, .bold), Line("from     \(sources.joined(separator: ", else "))"),
      Line("size     \(wanted.count == 1 ? "1 file" : "\(wanted.count) files"), about \(size)"),
      Line("licence  \(known.licence)"),
      Line(
        known.hasChecksums
          ? "check    each file has the SHA-256 that was published"
          : "check    its first sentence and how many words it has: it is edited now and then, and has no checksum"),
    ])
    if sources.contains(where: { !$0.lowercased().hasPrefix("https:") }) {
      output.write([
        Line("note     http: whoever is on the way can see and change what comes, and only the check tells")
      ])
    }
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    do {
      output.say(try await output.store.fetch(known, from: sources, onProgress: output.progress()))
    } catch let error as DataStoreError where error.isOfTheContent {
      throw FetchedFileError(error)
    }
  }
}
