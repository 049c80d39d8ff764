import Cells
import Course
import Foundation

extension Failure {
  /// A cell that does not compile: each fault with its place in the lesson, in our words first, and the compiler's after.
  ///
  /// - Parameters:
  ///   - course: where the lesson's file is, for the line that is shown.
  ///   - asksToMend: whether the fault is not there on purpose.
  init(compiler messages: [CompilerMessage], in course: URL?, asksToMend: Bool = true) {
    self.init("", status: .software)
    let messages = CompilerWording.causes(of: messages)
    let excerpts = Excerpts(of: course)
    var text = ""
    var errors = 0
    for (index, message) in messages.enumerated() where message.severity == .error {
      errors += 1
      guard errors <= Problem.mostTold else { continue }
      guard !message.file.isEmpty else {
        text += "error: the cell does not compile\n\(message.text)\n"
        continue
      }
      let notes = messages[(index + 1)...].prefix { $0.severity != .error }
      text += Self.text(message, place: Self.place(message, notes), excerpts)
    }
    if errors > Problem.mostTold { text += "and \(errors - Problem.mostTold) more of them\n" }
    if asksToMend { text += "Mend \(errors == 1 ? "this line" : "these lines"), and run the cell again.\n" }
    wholeText = text
  }

  private static func text(_ message: CompilerMessage, place: CompilerMessage, _ excerpts: Excerpts) -> String {
    let words = CompilerWording.words(for: message.text, line: excerpts.content(place.file, place.line) ?? "")
    var text = "\(place.file):\(place.line):\(place.column): error: \(words?.sentence ?? message.text)\n"
    text += excerpts.text(place.file, place.line, place.column)
    let instead = CompilerWording.instead(of: message.text)
    if var help = instead ?? message.suggestion.map({ "did you mean \($0)?" }) ?? words?.help {
      // Around a plain name it can be written out.
      if let name = excerpts.name(place.file, place.line, place.column) {
        help = help.replacing("(…)` around it", with: "(\(name))`")
      }
      text += "help: \(help)\n"
    }
    if words != nil { text += "the compiler says: \(message.text)\n" }
    return text
  }

  /// A brace that is never closed is noticed behind the lesson's last line: a note says where it was opened.
  private static func place(_ message: CompilerMessage, _ notes: ArraySlice<CompilerMessage>) -> CompilerMessage {
    guard message.file.hasSuffix("main.swift"), let note = notes.first(where: { !$0.file.hasSuffix("main.swift") })
    else { return message }
    return note
  }
}
