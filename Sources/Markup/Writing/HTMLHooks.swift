/// The parts that a page writes its own way. Each requirement has a default, which is the plain HTML that any reader
/// would make.
package protocol HTMLHooks {
  /// Writes a block in the page's own way; false has it written in the standard one.
  func write(_ block: Block, to writer: inout HTMLWriter<Self>) -> Bool

  /// Writes an inline in the page's own way; false has it written in the standard one.
  func write(_ inline: Inline, to writer: inout HTMLWriter<Self>) -> Bool

  /// Writes what a comment stands for, which by default is nothing. `comment` is without its marks and outer space.
  func write(comment: String, at range: SourceRange?, to writer: inout HTMLWriter<Self>)

  /// The `href` or `src` for a destination; nil leaves the words or the alternative text alone. Refused destinations
  /// and images from elsewhere never come here.
  func address(for destination: Destination, written address: String) -> String?
}

extension HTMLHooks {
  package func write(_ block: Block, to writer: inout HTMLWriter<Self>) -> Bool { false }
  package func write(_ inline: Inline, to writer: inout HTMLWriter<Self>) -> Bool { false }
  package func write(comment: String, at range: SourceRange?, to writer: inout HTMLWriter<Self>) {}
  package func address(for destination: Destination, written address: String) -> String? { address }
}

/// Nothing but the standard.
package struct StandardHTML: HTMLHooks, Sendable {
  package init() {}
}
