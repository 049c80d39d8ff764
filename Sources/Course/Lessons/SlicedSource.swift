import Messages

/// A source file, cut at its marks.
struct SlicedSource {
  private let lines: [Substring]
  /// The marks' names and lines.
  private let marks: [(name: String, line: Int)]
  /// The first mark of each name, as an index of `marks`.
  private let starts: [String: Int]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    marks = lines.enumerated().compactMap { index, line in Self.mark(line).map { ($0, index) } }
    starts = Dictionary(marks.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// The lines of the slice, without the indentation that they share.
  func text(of name: String) throws(CodeSlice.Fault) -> String {
    guard let start = starts[name] else { throw .noSlice(known: marks.map(\.name).filter { $0 != "end" }) }
    guard start + 1 < marks.count, marks[start + 1].name == "end" else { throw .notClosed }
    let slice = lines[(marks[start].line + 1)..<marks[start + 1].line]
    let indent = slice.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return slice.map { $0.dropFirst(indent) + "\n" }.joined()
  }

  /// `loss` for `  // snippet.loss`.
  private static func mark(_ line: Substring) -> String? {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("// snippet.") ? String(text.dropFirst("// snippet.".count)) : nil
  }
}
