/// The writer of a tree as Markdown that parses to the same tree.
package enum MarkdownWriter {
  /// The blocks with a blank line between them, without one at the end.
  package static func text(_ blocks: [Block], isTight: Bool = false) -> String {
    var texts: [String] = []
    var wasList: List.Marker?
    for block in blocks {
      guard case .list(let list) = block.kind else {
        wasList = nil
        texts.append(text(block))
        continue
      }
      // Two lists in a row need another sign, or they would be one.
      let isSecond = wasList != nil
      wasList = isSecond ? nil : list.marker
      texts.append(text(list, isSecond: isSecond))
    }
    return texts.joined(separator: isTight ? "\n" : "\n\n")
  }

  private static func text(_ block: Block) -> String {
    switch block.kind {
    case .blockQuote(let blocks): return text(blocks).prefixingLines(first: "> ", rest: "> ")
    case .list(let list): return text(list, isSecond: false)
    case .codeBlock(let code): return text(code)
    case .htmlBlock(let literal): return literal.droppingLastLineEnd
    case .paragraph(let content): return escapingLineStarts(text(content))
    case .heading(let heading):
      let text = oneLine(heading.content)
      // Signs at the end would close the heading, and not be seen.
      let end = text.hasSuffix("#") ? text.dropLast() + "\\#" : text[...]
      return String(repeating: "#", count: heading.level) + " " + end
    case .thematicBreak: return "***"
    case .table(let table): return text(table)
    }
  }

  private static func text(_ list: List, isSecond: Bool) -> String {
    list.items.enumerated().map { index, item in
      let marker: String
      switch list.marker {
      case .bullet: marker = isSecond ? "* " : "- "
      case .ordered(let start, .period): marker = "\(start + index). "
      case .ordered(let start, .parenthesis): marker = "\(start + index)) "
      }
      let box = item.isChecked.map { $0 ? "[x] " : "[ ] " } ?? ""
      return (box + text(item.blocks, isTight: list.isTight))
        .prefixingLines(first: marker, rest: String(repeating: " ", count: marker.count))
    }.joined(separator: list.isTight ? "\n" : "\n\n")
  }

  private static func text(_ code: CodeBlock) -> String {
    guard code.isFenced else { return code.literal.droppingLastLineEnd.prefixingLines(first: "    ", rest: "    ") }
    var longest = 2
    var run = 0
    for character in code.literal {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(code.info)\n\(code.literal)\(fence)"
  }

  private static func text(_ table: Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    func line(_ row: Table.Row) -> String {
      line(row.cells.map { oneLine($0.content).replacing("|", with: "\\|") })
    }
    let rule = table.alignments.map { alignment in
      switch alignment {
      case nil: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return ([line(table.header), line(rule)] + table.rows.map { line($0) }).joined(separator: "\n")
  }

  // MARK: Inlines

  package static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text): escaped(text)
      case .softBreak: "\n"
      case .lineBreak: "\\\n"
      case .code(let code): span(code)
      case .mathematics(let tex): "$`\(tex)`$"
      case .html(let literal): literal
      case .emphasis(let content): "*\(text(content))*"
      case .strong(let content): "**\(text(content))**"
      case .strikethrough(let content): "~~\(text(content))~~"
      case .link(let link): "[\(text(link.content))](\(address(link)))"
      case .image(let image): "![\(text(image.content))](\(address(image)))"
      // Footnotes belong to a document; a piece of one has only the mark.
      case .footnoteReference: ""
      }
    }.joined()
  }

  /// Returns the inlines on one line, as a heading or a table has them.
  package static func oneLine(_ inlines: [Inline]) -> String {
    let text = text(inlines)
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    return text.replacing("\\\n", with: " ").replacing("\n", with: " ")
  }

  /// A text with nothing in it that Markdown reads as a sign.
  package static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    var last: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\", "`", "*", "[", "]", "~": escaped += "\\"
      case "_": if !(last.isWordCharacter && next.isWordCharacter) { escaped += "\\" }
      case "<": if next.isLetter || "/!?".contains(next) { escaped += "\\" }
      case "&": if next.isLetter || next == "#" { escaped += "\\" }
      default: break
      }
      escaped.append(character)
      last = character
    }
    return escaped
  }

  /// Escapes what at a line's beginning would begin another kind of block.
  package static func escapingLineStarts(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = line.drop { $0 == " " }
      if let first = line.first, "#>+-=|:".contains(first) { return "\\" + line }
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      let rest = line.dropFirst(digits.count)
      if (1...9).contains(digits.count), rest.first == "." || rest.first == ")" { return digits + "\\" + rest }
      return String(line)
    }.joined(separator: "\n")
  }

  private static func span(_ code: String) -> String {
    var longest = 0
    var run = 0
    for character in code {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = longest > 0 || code.hasPrefix(" ") && code.hasSuffix(" ") && code.contains { $0 != " " }
    return needsSpace ? "\(fence) \(code) \(fence)" : fence + code + fence
  }

  private static func address(_ link: Link) -> String {
    let address = link.address.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\\", with: "\\\\")
    let title = link.title.isEmpty ? "" : " \"\(link.title.replacing("\"", with: "\\\""))\""
    return "<\(address)>\(title)"
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

extension String {
  fileprivate var droppingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }

  /// Blank lines stay blank, but for the sign of a quote.
  fileprivate func prefixingLines(first: String, rest: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      guard line.isEmpty else { return prefix + line }
      return String(prefix.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
