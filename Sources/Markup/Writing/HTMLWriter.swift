/// A writer of a tree as HTML. Raw HTML is shown as text, comments go to the hooks, and addresses are limited to those
/// of `Destination`.
package struct HTMLWriter<Hooks: HTMLHooks> {
  /// The HTML that was written so far.
  package private(set) var html = ""
  package private(set) var problems: [HTMLProblem] = []
  package let hooks: Hooks

  package init(_ hooks: Hooks) {
    self.hooks = hooks
  }

  /// Writes the blocks and, behind them, the footnotes.
  package mutating func write(_ document: Document) {
    write(document.blocks)
    write(footnotes: document.footnotes)
  }

  /// Writes blocks, each as the hooks want it. In a tight list a paragraph has no `<p>`.
  package mutating func write(_ blocks: [Block], isTight: Bool = false) {
    let hooks = hooks
    for block in blocks where !hooks.write(block, to: &self) { write(standard: block, isTight: isTight) }
  }

  /// Writes inlines, each as the hooks want it.
  package mutating func write(_ inlines: [Inline]) {
    let hooks = hooks
    for inline in inlines where !hooks.write(inline, to: &self) { write(standard: inline) }
  }

  /// Adds HTML as it is.
  package mutating func write(html: String) {
    self.html += html
  }

  /// Adds text, with the characters escaped that mean something in HTML. Fit for attributes in double quotes.
  package mutating func write(text: String) {
    html += text.escapedForHTML
  }

  mutating func report(_ kind: HTMLProblem.Kind, _ range: SourceRange?) {
    problems.append(HTMLProblem(kind: kind, range: range))
  }

  /// Begins a line of its own.
  mutating func startLine() {
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
  }
}

extension Document {
  /// The document as standard HTML.
  package var html: String {
    var writer = HTMLWriter(StandardHTML())
    writer.write(self)
    return writer.html
  }
}
