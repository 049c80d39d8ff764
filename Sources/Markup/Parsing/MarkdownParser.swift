import CCmarkGFM
import Synchronization

/// The calls into cmark that make its tree.
enum MarkdownParser {
  static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// Hands cmark's tree to the closure, and frees it afterwards.
  static func parse<Result>(_ text: String, extensions: [String], read: (OpaquePointer) -> Result) -> Result {
    _ = registration
    // Without the option for source positions, cmark does not count the line ends inside code spans and HTML.
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS) else {
      preconditionFailure("cmark made no parser, which only a lack of memory can cause")
    }
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    let root = finishing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    cmark_parser_free(parser)
    guard let root = OpaquePointer(bitPattern: root) else {
      preconditionFailure("cmark made no tree, which only a lack of memory can cause")
    }
    defer { cmark_node_free(root) }
    return read(root)
  }

  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The lock of a table that all parsers share: while it reads inlines, cmark keeps the extensions' special characters
  /// there.
  private static let finishing = Mutex(())
}
