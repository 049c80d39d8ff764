import ArgumentParser
import Foundation
import Messages
import Progress
import Terminal

struct ProgressForget: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Erase every answer and every place, in every course, from the disk too.",
    discussion: "Nothing brings it back but a backup or an export that was made before.")

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try context.openLog()
    guard try yes || isConfirmed(context) else { return context.write(["Nothing was erased."]) }
    let kept = try store.forget()
    let copies =
      switch kept {
      case 0: "."
      case 1: ", and with it the file that `learn progress restore` had kept."
      default: ", and with it the \(kept) files that `learn progress restore` had kept."
      }
    context.write([
      Line("Every answer, place and setting is erased\(copies)"),
      Line("Backups and exports that you made are where you put them.", .faint),
    ])
  }

  private func isConfirmed(_ context: Context) throws -> Bool {
    guard context.screen.isInteractive else {
      throw Failure(
        "`learn progress forget` erases every answer in every course, and nobody is here to be asked",
        help: "say `learn progress forget --yes`; `learn progress backup FILE` keeps a copy first", status: .usage)
    }
    context.output.write("Every answer and every place, in every course, will be erased. Type `forget` to do it: ")
    guard case .line(let answer) = LineReader.next() else { return false }
    return answer.trimmingCharacters(in: .whitespaces).lowercased() == "forget"
  }
}
