import ArgumentParser
import DataLibrary
import Foundation

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
