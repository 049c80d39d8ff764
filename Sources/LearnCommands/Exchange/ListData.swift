import ArgumentParser
import DataLibrary
import Foundation
import Messages
import Terminal
import Workspace

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
