import Course
import Markup
import Mathematics
import Messages

/// Running text as styled spans.
struct InlineText {
  private let commands: ShownCommands

  init(_ commands: ShownCommands = ShownCommands()) {
    self.commands = commands
  }

  func spans(_ inlines: [Inline], style: Style = .plain) -> [Span] {
    inlines.flatMap { spans($0, style) }
  }

  private func spans(_ inline: Inline, _ style: Style) -> [Span] {
    var style = style
    switch inline.kind {
    case .text(let text): return [Span(text, style)]
    case .softBreak: return [Span(" ", style)]
    case .lineBreak: return [Span("\n", style)]
    case .code(let text):
      style.colour = .yellow
      return [Span(visibleCode(commands.completed(text)), style)]
    case .mathematics(let tex):
      style.isItalic = true
      // A space that may not break: a formula stays on its line.
      return [Span(Self.formula(tex).replacing(" ", with: "\u{A0}"), style)]
    case .html(let html):
      return RawHTML.parts(of: html).compactMap { if case .other(let text) = $0 { Span(text, style) } else { nil } }
    case .emphasis(let content):
      style.isItalic = true
      return spans(content, style: style)
    case .strong(let content):
      style.isBold = true
      return spans(content, style: style)
    case .strikethrough(let content):
      style.isStruck = true
      return spans(content, style: style)
    case .link(let link): return spans(link, style)
    case .image(let link): return [Span("[picture: \(link.content.plainText)]", style)]
    case .footnoteReference(let reference): return [Span("[\(reference.number)]", style)]
    }
  }

  private func spans(_ link: Link, _ style: Style) -> [Span] {
    var underlined = style
    underlined.isUnderlined = true
    let words = spans(link.content, style: underlined)
    guard case .web(let address) = Destination(link.address), address != link.content.plainText else { return words }
    return words + [Span(" (\(visibleCode(address)))", style)]
  }

  /// A formula as one line of readable Unicode. The course's check has made sure that it can be read; what a learner
  /// typed may be anything, and is shown as it is.
  static func formula(_ tex: String) -> String {
    do {
      return try Formula.parse(tex).plainText
    } catch {
      return tex
    }
  }
}
