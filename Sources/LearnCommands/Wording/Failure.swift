import Foundation

/// What a command says when it cannot do what was asked: a sentence, what to do about it, and the exit status.
struct Failure: Error {
  /// The meanings of sysexits, and the shell's for an interrupt.
  enum Status: Int32 {
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

  var message: String
  var help: String?
  var status: Status
  /// In place of message and help, where there is more to say than one sentence.
  var wholeText: String?

  init(_ message: String, help: String? = nil, status: Status) {
    self.message = message
    self.help = help
    self.status = status
  }

  /// What is wrong, in one line.
  var firstLine: String { String(text.prefix { $0 != "\n" }) }

  /// As it stands on standard error.
  var text: String {
    wholeText ?? "error: \(message)\n" + (help.map { "help: \($0)\n" } ?? "")
  }
}

extension Failure {
  /// What is wrong, in the middle of a sentence: without its place, its mark and its full stop.
  var reason: String {
    var text = firstLine
    if let mark = text.range(of: "error: ") { text = String(text[mark.upperBound...]) }
    while text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
