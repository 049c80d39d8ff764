extension HTMLWriter {
  /// Writes one inline in the standard way; what it holds still goes by the hooks.
  package mutating func write(standard inline: Inline) {
    switch inline.kind {
    case .text(let text): write(text: text)
    case .softBreak: write(html: "\n")
    case .lineBreak: write(html: "<br />\n")
    case .code(let code): span("code") { $0.write(text: code) }
    case .mathematics(let formula):
      write(html: "<code class=\"mathematics\">")
      write(text: formula)
      write(html: "</code>")
    case .html(let literal):
      if case .comment(let comment) = RawHTML.parts(of: literal).first {
        hooks.write(comment: comment, at: inline.range, to: &self)
      } else {
        write(text: literal)
      }
    case .emphasis(let content): span("em") { $0.write(content) }
    case .strong(let content): span("strong") { $0.write(content) }
    case .strikethrough(let content): span("del") { $0.write(content) }
    case .link(let link): write(link, inline.range)
    case .image(let image): write(image: image, inline.range)
    case .footnoteReference(let reference):
      write(html: "<sup class=\"footnote-reference\"><a href=\"#footnote-\(reference.number)\" ")
      write(html: "id=\"\(reference.identifier)\">\(reference.number)</a></sup>")
    }
  }

  private mutating func span(_ name: String, _ content: (inout Self) -> Void) {
    write(html: "<\(name)>")
    content(&self)
    write(html: "</\(name)>")
  }

  private mutating func write(_ link: Link, _ range: SourceRange?) {
    let destination = Destination(link.address)
    if case .refused = destination {
      report(.refusedLink(address: link.address), range)
      write(link.content)
    } else if let address = hooks.address(for: destination, written: link.address) {
      write(html: "<a href=\"\(address.escapedForAddress)\"")
      write(title: link.title)
      write(html: ">")
      write(link.content)
      write(html: "</a>")
    } else {
      write(link.content)
    }
  }

  private mutating func write(image: Link, _ range: SourceRange?) {
    let alternative = image.content.plainText
    let destination = Destination(image.address)
    guard case .path = destination else {
      report(.refusedImage(address: image.address), range)
      return write(text: alternative)
    }
    guard let address = hooks.address(for: destination, written: image.address) else {
      return write(text: alternative)
    }
    write(html: "<img src=\"\(address.escapedForAddress)\" alt=\"\(alternative.escapedForHTML)\"")
    write(title: image.title)
    write(html: " />")
  }

  private mutating func write(title: String) {
    if !title.isEmpty { write(html: " title=\"\(title.escapedForHTML)\"") }
  }
}

extension FootnoteReference {
  /// The id of the mark on the page.
  package var identifier: String {
    occurrence == 1 ? "reference-\(number)" : "reference-\(number)-\(occurrence)"
  }
}
