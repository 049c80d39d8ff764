import CellRunner
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
    var text = ""
    for (index, message) in messages.enumerated() where message.severity == .error {
      guard !message.file.isEmpty else {
        text += "error: the cell does not compile\n\(message.text)\n"
        continue
      }
      let notes = messages[(index + 1)...].prefix { $0.severity != .error }
      text += Self.text(message, place: Self.place(message, notes), in: course)
    }
    let errors = messages.count { $0.severity == .error }
    if asksToMend { text += "Mend \(errors == 1 ? "this line" : "these lines"), and run the cell again.\n" }
    wholeText = text
  }

  private static func text(_ message: CompilerMessage, place: CompilerMessage, in course: URL?) -> String {
    let file = course.flatMap { Excerpt.place(of: place.file, in: $0) }
    let words = CompilerWording.words(for: message.text, line: Excerpt.content(file, place.line) ?? "")
    var text = "\(place.file):\(place.line):\(place.column): error: \(words?.sentence ?? message.text)\n"
    text += Excerpt.text(file: file, place.line, place.column)
    let instead = CompilerWording.instead(of: message.text)
    if var help = instead ?? message.suggestion.map({ "did you mean \($0)?" }) ?? words?.help {
      // Around a plain name it can be written out.
      if let name = Excerpt.name(file: file, place.line, place.column) {
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
