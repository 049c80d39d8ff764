import Workspace
import Messages
import ArgumentParser
import DataLibrary
import Foundation
import Synchronization
import Terminal

struct DataCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Show, add, fetch and remove larger data sets.",
    discussion: "Cells use a data set where it is there. Nothing is downloaded but by `learn data fetch`.",
    subcommands: [ListData.self, AddData.self, FetchData.self, RemoveData.self],
    defaultSubcommand: ListData.self)
}

struct ListData: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the data sets that are here, and those that can be fetched.")

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let output = DataOutput(machine)
    let store = output.store
    let sets = try store.sets()
    var lines: [Line] = []
    for set in sets {
      lines.append(Line([Span(set.name, .bold), Span("  \(DataOutput.origin(of: set))", .faint)]))
      let missing = store.missing(in: set)
      for file in set.files {
        let note = missing.contains(file.name) ? "  damaged or gone: add or fetch it again" : ""
        lines.append(Line("   \(file.name)  \(file.kind.rawValue), \(ByteCount.text(file.bytes))\(note)"))
      }
    }
    for known in KnownSet.all {
      let wanted = try store.filesToFetch(known)
      if wanted.isEmpty { continue }
      let isHere = sets.contains { $0.name == known.name }
      if !isHere { lines.append(Line([Span(known.name, .bold), Span("  not here · \(known.title)", .faint)])) }
      let size = ByteCount.text(wanted.reduce(0) { $0 + $1.bytes })
      lines.append(Line("   learn data fetch \(known.name)  brings \(isHere ? "the rest" : "it"), about \(size)"))
      let begun = try store.begun(known)
      if begun > 0 {
        lines.append(Line("   \(ByteCount.text(begun)) of it have come: the fetch goes on there", .faint))
      }
    }
    output.write(lines + [Line("kept in \(store.folder.path)", .faint)])
  }
}

struct AddData: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add files that are on this machine.",
    discussion: """
      Copies of the files are kept, inflated. IDX files, tables (.csv) and texts (.txt) can be added, gzipped or not; \
      each is read first, and a damaged one is refused. For example: learn data add letters letters.csv
      """)

  @Argument(help: "What the set is to be called, or the name of a known set such as mnist.")
  var name: String

  @Argument(help: ArgumentHelp("The files.", valueName: "file"))
  var files: [String] = []

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let output = DataOutput(machine)
    let set = try output.store.add(name, files: files.map { URL(filePath: $0) })
    output.say(set)
  }
}

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

struct RemoveData: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Delete the copies of a data set.")

  @Argument(help: "The set's name.")
  var name: String

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let output = DataOutput(machine)
    try output.store.remove(name)
    output.write([Line("\(name) is removed.")])
  }
}

/// What the four commands share: where the sets are, and how they are told.
struct DataOutput: Sendable {
  let store: DataStore
  private let machine: Machine

  init(_ machine: Machine) {
    self.machine = machine
    store = DataStore(folder: machine.directories.data)
  }

  func write(_ lines: [Line]) { machine.write(lines) }

  /// Tells how far a fetch is: a line for each tenth, as readable in a file as on a terminal.
  func progress() -> @Sendable (DataStore.FetchProgress) -> Void {
    let told = Mutex((file: "", tenths: -1))
    return { progress in
      let tenths = min(10, progress.received * 10 / max(1, progress.total))
      let isNews = told.withLock { last in
        if last.file == progress.file, last.tenths >= tenths { return false }
        last = (progress.file, tenths)
        return true
      }
      guard isNews else { return }
      let amount = "\(ByteCount.text(progress.received)) of \(ByteCount.text(progress.total))"
      write([Line("  \(progress.file)  \(amount)", .faint)])
    }
  }

  func say(_ set: DataManifest) {
    let files = set.files.count == 1 ? "1 file" : "\(set.files.count) files"
    write([Line("\(set.name): \(files), \(ByteCount.text(set.files.reduce(0) { $0 + $1.bytes })), read and kept.")])
    write(set.files.map { Line("  data(\"\(set.name)\", \"\($0.name)\")", .faint) })
  }

  static func origin(of set: DataManifest) -> String {
    let day = set.addedAt.formatted(.iso8601.year().month().day())
    return set.source == "files" ? "added \(day)" : "fetched \(day) from \(set.source)"
  }
}
