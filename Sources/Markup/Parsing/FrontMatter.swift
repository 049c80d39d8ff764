/// A text cut into its YAML front matter, between two lines of `---`, and what comes after.
package struct FrontMatter: Hashable, Sendable {
  /// The YAML, without the lines around it. Its first line is line 2 of the text.
  package var yaml: Substring
  package var body: Substring
  /// The line of the text on which the body begins, for `Document.parse(_:firstLine:)`.
  package var bodyFirstLine: Int

  /// Nil where the text does not begin with a line of `---`; the whole is body then.
  package static func split(_ text: String) throws(Unclosed) -> FrontMatter? {
    var lines = LineCursor(text)
    // A byte order mark may stand before the first line.
    guard let first = lines.next(), isFence(first.unicodeScalars.first == "\u{FEFF}" ? first.dropFirst() : first) else {
      return nil
    }
    let yamlStart = lines.index
    while let line = lines.next() {
      guard isFence(line) else { continue }
      return FrontMatter(
        yaml: text[yamlStart..<line.startIndex], body: text[lines.index...], bodyFirstLine: lines.number + 1)
    }
    throw Unclosed()
  }

  /// Front matter that is opened on line 1 and never closed.
  package struct Unclosed: Error, Hashable, Sendable {}

  private static func isFence(_ line: Substring) -> Bool {
    line.utf8.starts(with: "---".utf8) && line.utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

/// A cursor over a text's lines, which end as cmark's do: in LF, CR LF or CR.
private struct LineCursor {
  private let text: String
  private(set) var index: String.Index
  /// The number of lines that were read.
  private(set) var number = 0

  init(_ text: String) {
    self.text = text
    index = text.startIndex
  }

  /// The next line without its end.
  mutating func next() -> Substring? {
    let bytes = text.utf8
    guard index < bytes.endIndex else { return nil }
    let start = index
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    index = end
    if index < bytes.endIndex, bytes[index] == 0x0D { index = bytes.index(after: index) }
    if index < bytes.endIndex, bytes[index] == 0x0A { index = bytes.index(after: index) }
    number += 1
    return text[start..<end]
  }
}
