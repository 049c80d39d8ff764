import ArgumentParser
import DataLibrary
import Terminal

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
