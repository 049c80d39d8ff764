import ArgumentParser
import Course
import Messages
import Terminal
import Workspace

struct RemoveCourse: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forget a course and the trust in it.",
    discussion: "Its files stay where they are, and so does your progress in it.")

  @Argument(help: "The course's folder, or its name.")
  var name: String

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    var store = try machine.catalog.trustStore()
    guard let entry = store.entry(named: name) else {
      throw UnknownName(
        kind: .course, name: name, known: store.entries.map(\.folder.name),
        suggestion: Suggestion.closest(to: name, in: store.entries.map(\.folder.name)))
    }
    try store.remove(entry)
    machine.write([Line("\(entry.folder.name) is removed. Its files stay in \(entry.folder).")])
  }
}
