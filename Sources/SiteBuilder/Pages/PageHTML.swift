import Course
import Markup
import Mathematics

/// The course's Markdown as the pages have it: formulas, coloured code, figures, links into the site.
struct PageHTML: HTMLHooks {
  let course: Course
  /// The file that is being written out.
  let file: String
  /// The path from the page to the site's root: `../`.
  let rootPath: String
  let files: UsedFiles

  func html(_ blocks: [Block], isTight: Bool = false) -> String {
    var writer = HTMLWriter(self)
    writer.write(blocks, isTight: isTight)
    return writer.html
  }

  func html(_ inlines: [Inline]) -> String {
    var writer = HTMLWriter(self)
    writer.write(inlines)
    return writer.html
  }

  func html(footnotes: [Footnote]) -> String {
    var writer = HTMLWriter(self)
    writer.write(footnotes: footnotes)
    return writer.html
  }

  func write(_ block: Block, to writer: inout HTMLWriter<PageHTML>) -> Bool {
    switch block.kind {
    case .table:
      // Wider than a phone: the table scrolls, not the page, and with the keyboard too.
      writer.write(html: "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n")
      writer.write(standard: block)
      writer.write(html: "</div>\n")
    case .heading(let heading):
      writer.write(html: "<h\(heading.level) id=\"\(heading.identifier.escapedForHTML)\">")
      writer.write(heading.content)
      writer.write(html: Self.anchor(heading.identifier) + "</h\(heading.level)>\n")
    case .codeBlock(let code): write(code, to: &writer)
    case .paragraph(let inlines): return writeFigure(inlines, to: &writer)
    default: return false
    }
    return true
  }

  func write(_ inline: Inline, to writer: inout HTMLWriter<PageHTML>) -> Bool {
    switch inline.kind {
    case .mathematics(let tex):
      // The joiner keeps a full stop on the line of its formula.
      guard let mathML = Self.mathML(tex, isDisplay: false) else { return false }
      writer.write(html: mathML + "&#x2060;")
    case .link(let link):
      guard case .glossary(let id) = Destination(link.address), let term = course.glossary[id] else { return false }
      let address = rootPath + SiteAddress.glossary + "#" + id
      writer.write(html: "<a class=\"term\" href=\"\(address.escapedForAddress)\" title=\"")
      writer.write(text: term.definition)
      writer.write(html: "\">")
      writer.write(link.content)
      writer.write(html: "</a>")
    default: return false
    }
    return true
  }

  func address(for destination: Destination, written address: String) -> String? {
    switch destination {
    case .web, .mail, .fragment: return address
    case .glossary(let term): return course.glossary[term].map { rootPath + SiteAddress.glossary + "#" + $0.id }
    case .lesson(let id): return course.lessons.first { $0.id == id }.map { rootPath + SiteAddress.page(of: $0) }
    case .cell(let id): return "#cell-" + id
    case .path(let path):
      let name = path.prefix { $0 != "#" && $0 != "?" }
      switch SiteAddress.target(of: String(name), in: file, of: course) {
      case .lesson(let lesson): return rootPath + SiteAddress.page(of: lesson) + path[name.endIndex...]
      case .file(let place, let source):
        files.add(source, at: place)
        return rootPath + place + path[name.endIndex...]
      case nil: return nil
      }
    case .refused: return nil
    }
  }

  /// The sign behind a heading that links to it.
  static func anchor(_ identifier: String) -> String {
    "<a class=\"anchor\" href=\"#\(identifier.escapedForAddress)\" aria-label=\"Link to this section\">#</a>"
  }

  /// `nil` for a formula that cannot be read; the page then shows it as it is written, and the check names it.
  private static func mathML(_ tex: String, isDisplay: Bool) -> String? {
    do {
      return try Formula.parse(tex).mathML(display: isDisplay)
    } catch {
      return nil
    }
  }

  /// A paragraph that is one picture and nothing else becomes a figure; the picture's title stands under it.
  private func writeFigure(_ inlines: [Inline], to writer: inout HTMLWriter<PageHTML>) -> Bool {
    guard inlines.count == 1, case .image(var image) = inlines[0].kind else { return false }
    let caption = image.title
    image.title = ""
    writer.write(html: "<figure class=\"picture\">\n")
    writer.write(standard: Inline(.image(image), range: inlines[0].range))
    if !caption.isEmpty {
      writer.write(html: "\n<figcaption>")
      writer.write(text: caption)
      writer.write(html: "</figcaption>")
    }
    writer.write(html: "\n</figure>\n")
    return true
  }

  private func write(_ code: CodeBlock, to writer: inout HTMLWriter<PageHTML>) {
    if code.language == "math", let mathML = Self.mathML(code.literal, isDisplay: true) {
      writer.write(html: mathML + "\n")
    } else if code.language == "swift" {
      writer.write(html: "<pre class=\"code\" tabindex=\"0\"><code>\(SwiftHTML.html(code.literal))</code></pre>\n")
    } else {
      writer.write(html: "<pre class=\"listing\" tabindex=\"0\"><code>")
      writer.write(text: code.literal)
      writer.write(html: "</code></pre>\n")
    }
  }
}
