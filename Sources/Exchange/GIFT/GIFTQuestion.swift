import Markup

/// A question as a GIFT file has it. Escapes are resolved; the text is still in its own format.
///
/// Source: Moodle's description of the GIFT format.
struct GIFTQuestion: Equatable {
  /// The place where the question begins in the file.
  var position: SourcePosition
  /// The id from a comment `// [id:…]` above it.
  var id: String?
  /// The unit from a comment `// unit: …` above it, which the course's own export writes.
  var unit = ""
  /// The hints from comments `// hint: …`, as Markdown.
  var hints: [String] = []
  /// The name between `::` and `::`; empty without it.
  var name = ""
  var text: GIFTText
  /// The text behind the answers; then they fill a gap.
  var tail = ""
  var content: Content
  /// The feedback behind `####`.
  var feedback = ""

  enum Content: Equatable {
    case choice([Answer])
    /// The answer that counts most, and what it says.
    case number(value: Double, tolerance: Double, feedback: String)
    case matching([Pair])
    case shortAnswer([Answer])
    case essay
    case description

    /// The number of answers.
    var count: Int {
      switch self {
      case .choice(let answers), .shortAnswer(let answers): answers.count
      case .matching(let pairs): pairs.count
      case .number: 1
      case .essay, .description: 0
      }
    }
  }

  struct Answer: Equatable {
    var text: String
    var feedback = ""
    /// −100 … 100.
    var weight: Double
  }

  struct Pair: Equatable {
    var left: String
    var right: String
  }
}

struct GIFTText: Equatable {
  enum Format: String {
    case plain, markdown, html, moodle
  }

  var format: Format
  var text: String
}

/// A fault in a GIFT file, and its place.
package struct GIFTError: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case nameNotClosed
    case answersNotClosed
    case strayBrace
    case secondAnswers
    case unknownFormat(String)
    case answerExpected
    case emptyAnswer
    case noRightAnswer
    case faultyWeight(String)
    case faultyNumber(String)
    case notAPair(String)
  }

  package var kind: Kind
  package var position: SourcePosition
}
