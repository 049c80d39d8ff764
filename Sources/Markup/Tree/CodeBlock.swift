/// Code between fences, or indented by four spaces.
package struct CodeBlock: Hashable, Sendable {
  /// The text after the opening fence; empty for indented code.
  package var info: String
  package var literal: String
  package var isFenced: Bool
  /// The place where the literal's first line begins in the source. Line `n` of the literal, counted from 1, is line
  /// `contentStart.line + n - 1` of the source, also for an empty block.
  package var contentStart: SourcePosition

  package init(info: String, literal: String, isFenced: Bool, contentStart: SourcePosition) {
    self.info = info
    self.literal = literal
    self.isFenced = isFenced
    self.contentStart = contentStart
  }

  /// The first word of the info string: the language.
  package var language: String {
    String(info.prefix { $0 != " " && $0 != "\t" })
  }
}
