// Markup: Markdown to a tree with places; HTML.

/// A Markdown text as a tree: CommonMark with GitHub's tables, strikethrough, task lists, bare addresses and footnotes.
///
/// Ranges are those of cmark, which has them exact for blocks, and for inlines on a paragraph's first line. On later
/// lines of a paragraph in a quote or list, columns suppose that the line is indented as the first one is.
package struct Document: Hashable, Sendable {
  package var blocks: [Block]
  package var footnotes: [Footnote]
  /// The first place that stood deeper than `deepestNesting`. What is in there is kept, one level up.
  package var nestedTooDeeply: SourceRange?
  /// Rows of tables that have more cells than the table's head.
  package var longRows: [LongRow] = []
  /// The thing of which the text has too much. Its tables then are text; where it is definitions, all is.
  package var excess: Excess?

  /// The number of quotes and lists, and apart from them of kinds of emphasis and links, that may stand in one another.
  /// Whoever walks the tree may therefore recurse.
  package static let deepestNesting = 64

  /// Parses the text. `firstLine` is the number of its first line, where front matter was cut off before it.
  package static func parse(_ text: some StringProtocol, firstLine: Int = 1) -> Document {
    var text = String(text)
    let survey = text.withUTF8 { InputSurvey($0) }
    let place = SourcePosition(line: firstLine + (survey.excess?.line ?? 1) - 1, column: 1)
    var document = Document(blocks: [], footnotes: [])
    if survey.isReadable {
      document = MarkdownParser.parse(text, extensions: survey.extensions) { root in
        var builder = TreeBuilder(firstLine: firstLine)
        return builder.build(root)
      }
    } else {
      let range = SourceRange(start: place, end: place)
      document.blocks = [Block(.paragraph([Inline(.text(text), range: range)]), range: range)]
    }
    document.longRows = document.longRows(in: text, firstLine: firstLine)
    document.excess = survey.excess.map { Excess(kind: $0.kind, place: place) }
    return document
  }
}
