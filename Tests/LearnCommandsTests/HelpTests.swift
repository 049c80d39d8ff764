import ArgumentParser
import Foundation
import Testing

@testable import LearnCommands

@Suite struct HelpTests {
  /// Whoever looks for a command's code finds it by the help: a folder a group, a file a subcommand.
  @Test func aCommandLiesInTheFolderOfItsGroup() throws {
    let groups = Learn.configuration.groupedSubcommands
    #expect(groups.count == 8)
    for group in groups {
      let folder = TestMachine.root.appending(path: "Sources/LearnCommands/\(group.name)")
      for command in group.subcommands.flatMap({ [$0] + $0.configuration.subcommands }) {
        let file = folder.appending(path: "\(command).swift")
        let code = try String(contentsOf: file, encoding: .utf8)
        #expect(code.contains("struct \(command): "), "\(file.path)")
      }
    }
  }

  @Test func theHelpShowsTheGroups() {
    let help = Learn.helpMessage(columns: 80)
    #expect(help.contains("CELLS SUBCOMMANDS:\n  run  "), "\(help)")
    for group in Learn.configuration.groupedSubcommands { #expect(help.contains(group.name.uppercased())) }
  }
}
