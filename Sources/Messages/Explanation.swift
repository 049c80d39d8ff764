// Messages: how people are told: an error's words, place, help and exit status; did you mean; what hides made
// visible.

/// The words that people are told of an error: what is wrong, where, what to do about it, and how a command ends that
/// cannot go on.
///
/// These are the words alone. Whoever shows them adds the marks (`error:`, `help:`) and the line that a place names.
package struct Explanation: Equatable, Sendable {
  /// Each thing that is wrong; the first stands for all. There is at least one.
  package var faults: [Fault]
  /// The number of faults that there are beyond those that are told.
  package var rest = 0
  /// Whether the faults are things apart, each to be mended by itself, and stand so.
  package var isList = false
  /// The words behind all of them.
  package var remark: String?
  package var status: ExitStatus

  package init(_ message: String, at place: SourcePlace? = nil, help: String? = nil, status: ExitStatus) {
    faults = [Fault(message, at: place, help: help)]
    self.status = status
  }

  /// - Parameter rest: how many more faults there are than are told.
  package init(_ faults: [Fault], rest: Int = 0, isList: Bool = false, remark: String? = nil, status: ExitStatus) {
    self.faults = faults.isEmpty ? [Fault("")] : faults
    self.rest = rest
    self.isList = isList
    self.remark = remark
    self.status = status
  }

  package var message: String { faults[0].message }
  package var place: SourcePlace? { faults[0].place }
  package var help: String? { faults[0].help }

  /// The fault and its place, in one line.
  package var firstLine: String { String(faults[0].headline.prefix { $0 != "\n" }) }

  /// The fault, in the middle of a sentence.
  package var reason: String {
    var text = message.prefix { $0 != "\n" }
    while text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }

  /// The words as a warning, for what is not as bad as an error.
  package var warning: String { "warning: \(message)\n" + (help.map { "help: \($0)\n" } ?? "") }
}

/// A thing that is wrong.
package struct Fault: Equatable, Sendable {
  /// A sentence without a capital and a full stop: it may stand in another.
  package var message: String
  package var place: SourcePlace?
  /// The notes below the sentence, in this order.
  package var notes: [Note]

  package enum Note: Equatable, Sendable {
    /// Advice on what to do about it.
    case help(String)
    /// A compiler's own words.
    case compiler(String)
    /// Lines of another program, or of a list, as they are.
    case lines(String)
  }

  package init(_ message: String, at place: SourcePlace? = nil, notes: [Note]) {
    self.message = message
    self.place = place
    self.notes = notes
  }

  package init(_ message: String, at place: SourcePlace? = nil, help: String? = nil) {
    self.init(message, at: place, notes: help.map { [.help($0)] } ?? [])
  }

  /// The advice on what to do about it; `nil` where there is nothing to be said.
  package var help: String? {
    for note in notes {
      if case .help(let text) = note { return text }
    }
    return nil
  }
}

extension Fault {
  /// The place of the fault, and what is wrong.
  package var headline: String { (place.map { $0.text + ": " } ?? "") + "error: \(message)" }
}

/// A place in a file that somebody can mend.
package struct SourcePlace: Equatable, Sendable {
  /// The name of the file that people are told: of a course, relative to its folder.
  package var file: String
  /// The line, counted from 1; `nil` where the whole file is meant.
  package var line: Int?
  /// The column, counted from 1, in bytes; `nil` where the whole line is meant.
  package var column: Int?
  /// The text of the line, where that is at hand; else whoever shows the place may look it up.
  package var content: String?
  /// Whether the line is shown, too.
  package var isShown: Bool

  package init(
    _ file: String, line: Int? = nil, column: Int? = nil, content: String? = nil, isShown: Bool = true
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.content = content
    self.isShown = isShown
  }

  /// `Lessons/01-judge.md:7:3`
  package var text: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    return text
  }
}

/// The exit status of a command that cannot do what was asked, by the meanings of sysexits, and the shell's for an
/// interrupt.
package enum ExitStatus: Int32, Sendable {
  case usage = 64
  case data = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  case notPermitted = 77
  case interrupted = 130
}
