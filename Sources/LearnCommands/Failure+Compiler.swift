import CellRunner
import Foundation

extension Failure {
  /// A cell that does not compile: each fault with its place in the lesson, in our words first, and the compiler's after.
  ///
  /// - Parameter course: where the lesson's file is, for the line that is shown.
  init(compiler messages: [CompilerMessage], in course: URL?) {
    self.init("", status: .software)
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
    wholeText = text + "Mend \(errors == 1 ? "this line" : "these lines"), and run the cell again.\n"
  }

  private static func text(_ message: CompilerMessage, place: CompilerMessage, in course: URL?) -> String {
    let words = CompilerWording.words(for: message.text)
    var text = "\(place.file):\(place.line):\(place.column): error: \(words?.sentence ?? message.text)\n"
    if let course { text += Excerpt.text(file: Excerpt.place(of: place.file, in: course), place.line, place.column) }
    if let help = message.suggestion.map({ "did you mean \($0)?" }) ?? words?.help { text += "help: \(help)\n" }
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
