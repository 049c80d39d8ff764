/// A piece of Swift in a lesson that a learner can run.
package struct Cell: Equatable, Sendable {
  /// The number in its lesson, counted from 1.
  package var number: Int
  package var id: String
  /// The lesson's file, as it is named to the reader: `Lessons/01-judge-or-maker.md`.
  package var file: String
  /// The line of that file on which `code` begins.
  package var firstLine: Int
  /// The Swift code behind the option lines: what is compiled.
  package var code: String
  /// Ids of earlier cells that are compiled in front of this one.
  package var needs: [String]
  /// The seconds that a run may take.
  package var secondsAllowed: Int
  package var seed: UInt64
  /// Whether the cell is there to show an error.
  package var expectsError: Bool

  package init(
    number: Int, id: String, file: String, firstLine: Int, code: String, needs: [String] = [],
    secondsAllowed: Int = 60, seed: UInt64 = 0, expectsError: Bool = false
  ) {
    self.number = number
    self.id = id
    self.file = file
    self.firstLine = firstLine
    self.code = code
    self.needs = needs
    self.secondsAllowed = secondsAllowed
    self.seed = seed
    self.expectsError = expectsError
  }

  /// The code as a lesson shows it: without what stands between `//| hide` and `//| show`, and without empty lines at
  /// its ends.
  package var listing: String {
    var isHidden = false
    var shown: [Substring] = []
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      switch HidingMark(line) {
      case .hide?: isHidden = true
      case .show?: isHidden = false
      case nil: if !isHidden { shown.append(line) }
      }
    }
    let text = shown.drop { $0.allSatisfy(\.isWhitespace) }
    let end = text.lastIndex { !$0.allSatisfy(\.isWhitespace) }
    return end.map { text[...$0].joined(separator: "\n") + "\n" } ?? ""
  }
}

/// A line of a cell that says where its hidden part begins or ends. To the compiler it is a comment.
enum HidingMark: Equatable {
  case hide, show

  init?(_ line: some StringProtocol) {
    // Nearly every line is none, and a look at its bytes tells that.
    guard line.utf8.drop(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }).starts(with: "//|".utf8) else {
      return nil
    }
    let words = line.split { $0 == " " || $0 == "\t" }
    switch words.count == 2 && words[0] == "//|" ? words[1] : "" {
    case "hide": self = .hide
    case "show": self = .show
    default: return nil
    }
  }
}
