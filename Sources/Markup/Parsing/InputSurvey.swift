/// A look at a text before cmark reads it. For a few things, the time or the memory that cmark 0.29 takes grows with
/// the square of their length: what has too much of them is read without.
struct InputSurvey {
  /// The extensions of cmark that are safe to use.
  private(set) var extensions = MarkdownParser.extensions
  /// The kind of thing that there is too much of, and the line of the text where that shows.
  private(set) var excess: (kind: Document.Excess.Kind, line: Int)?
  /// Whether cmark may read the text at all.
  private(set) var isReadable = true

  private var line = Line()
  private var lineNumber = 1
  private var paragraph = Paragraph()
  private var word = Word()
  private var brackets = 0
  /// The number of cells of tables.
  private var cells = 0
  /// The number of steps that cmark takes to look for the beginnings of tables.
  private var tableSteps = 0
  private var longestDefinition = (bytes: 0, line: 0)

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "\n") where last == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine()
      case UInt8(ascii: " "), UInt8(ascii: "\t"): endWord()
      default:
        word.bytes += 1
        if byte == UInt8(ascii: ")") { word.brackets += 1 }
        if byte == UInt8(ascii: "@") { paragraph.signs += 1 }
        if byte == UInt8(ascii: "[") { brackets += 1 }
        line.add(byte, after: last)
      }
      paragraph.bytes += 1
      last = byte
    }
    endLine()
    endParagraph()
    if excess != nil { extensions.removeAll { $0 == "table" } }
    // Each link takes a copy of what its definition says.
    if longestDefinition.bytes * brackets > 1 << 28 {
      excess = (.definitions, longestDefinition.line)
      isReadable = false
    }
  }

  private mutating func endWord() {
    // For each closing bracket at an address's end, cmark counts all brackets in it.
    if word.bytes > 5_000, word.bytes * word.brackets > 10_000_000 { extensions.removeAll { $0 == "autolink" } }
    word = Word()
  }

  private mutating func endLine() {
    endWord()
    if line.isBlank {
      endParagraph()
    } else {
      paragraph.hasDefinition = paragraph.hasDefinition || line.isDefinition
      if line.isRule {
        paragraph.columns = max(paragraph.columns, line.pipes + 1)
        if excess == nil { tableSteps += paragraph.pieces * paragraph.pieces }
      }
      paragraph.pieces += line.pipes + 1
      cells += paragraph.columns
      note(.columns, if: line.pipes > Document.mostColumns)
      note(.cells, if: cells > Document.mostCells)
      note(.textBeforeTables, if: tableSteps > 1_000_000_000)
    }
    line = Line()
    lineNumber += 1
  }

  private mutating func note(_ kind: Document.Excess.Kind, if isTooMuch: Bool) {
    if isTooMuch, excess == nil { excess = (kind, lineNumber) }
  }

  private mutating func endParagraph() {
    if paragraph.hasDefinition, paragraph.bytes > longestDefinition.bytes {
      longestDefinition = (paragraph.bytes, paragraph.firstLine)
    }
    // For each of the first thousand `@`, cmark copies what stands behind it.
    if min(paragraph.signs, 1_000) * paragraph.bytes > 1 << 28 { extensions.removeAll { $0 == "autolink" } }
    paragraph = Paragraph(firstLine: lineNumber + 1)
  }

  private struct Word {
    var bytes = 0
    var brackets = 0
  }

  /// Lines without a blank one between them.
  private struct Paragraph {
    var firstLine = 1
    var bytes = 0
    /// The number of pieces between the pipes of its lines.
    var pieces = 0
    var signs = 0
    var columns = 0
    var hasDefinition = false
  }

  private struct Line {
    var pipes = 0
    var isBlank = true
    /// Whether it begins with `[…]:`, in a quote or list or by itself.
    var isDefinition = false
    private var hasHyphen = false
    private var isOfRule = true
    private var isAtStart = true
    private var beginsWithBracket = false

    /// Whether it looks like a table's line of hyphens, in a quote or list or by itself.
    var isRule: Bool { isOfRule && hasHyphen }

    mutating func add(_ byte: UInt8, after last: UInt8) {
      isBlank = false
      switch byte {
      case UInt8(ascii: "-"): hasHyphen = true
      // Of a list's marker or a quote.
      case UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !isAtStart { isOfRule = false }
      case UInt8(ascii: "|"):
        pipes += 1
        isAtStart = false
      case UInt8(ascii: ":"):
        if beginsWithBracket, last == UInt8(ascii: "]") { isDefinition = true }
        isAtStart = false
      default:
        if isAtStart, byte == UInt8(ascii: "[") { beginsWithBracket = true }
        isAtStart = false
        isOfRule = false
      }
    }
  }
}

extension Document {
  /// A kind of thing of which a text has more than can be read in good time, and its place.
  package struct Excess: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// The columns of one table.
      case columns
      /// The cells of all tables.
      case cells
      /// Text right in front of a table's line of hyphens.
      case textBeforeTables
      /// The texts of the definitions of links, which each link repeats.
      case definitions
    }

    package var kind: Kind
    package var place: SourcePosition
  }

  package static let mostColumns = 500
  package static let mostCells = 1_000_000
}
