import Course
import Messages

extension CellError {
  /// A cell that does not compile: each fault with its place in the lesson, in our words first, and the compiler's
  /// after.
  static func explanation(of messages: [CompilerMessage]) -> Explanation {
    let messages = CompilerWording.causes(of: messages)
    let errors = messages.indices.filter { messages[$0].severity == .error }
    let faults = errors.prefix(Problem.mostTold).map { index in
      fault(messages[index], notes: messages[(index + 1)...].prefix { $0.severity != .error })
    }
    return Explanation(
      faults, rest: errors.count - faults.count,
      remark: "Mend \(errors.count == 1 ? "this line" : "these lines"), and run the cell again.", status: .software)
  }

  private static func fault(_ message: CompilerMessage, notes: ArraySlice<CompilerMessage>) -> Fault {
    guard let place = place(message, notes) else {
      return Fault("the cell does not compile", notes: [.lines(message.text)])
    }
    let words = CompilerWording.words(for: message.text, line: message.code ?? "")
    var told: [Fault.Note] = []
    if var help = CompilerWording.instead(of: message.text) ?? message.suggestion.map({ "did you mean \($0)?" })
      ?? words?.help
    {
      // Around a plain name it can be written out.
      if let name = message.name { help = help.replacing("(…)` around it", with: "(\(name))`") }
      told.append(.help(help))
    }
    if words != nil { told.append(.compiler(message.text)) }
    return Fault(words?.sentence ?? message.text, at: place, notes: told)
  }

  /// A brace that is never closed is noticed behind the lesson's last line: a note says where it was opened.
  private static func place(_ message: CompilerMessage, _ notes: ArraySlice<CompilerMessage>) -> SourcePlace? {
    guard message.file.hasSuffix("main.swift"), let note = notes.first(where: { !$0.file.hasSuffix("main.swift") })
    else { return message.place }
    return note.place
  }
}
