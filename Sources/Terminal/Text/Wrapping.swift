/// The breaking of running text into lines.
enum Wrapping {
  /// Lines of at most `width` columns, broken at spaces; a word that is wider than a line is broken inside. A line
  /// feed in the text ends a line.
  static func lines(_ spans: [Span], width: Int) -> [Line] {
    let width = max(1, width)
    var lines: [Line] = []
    var line: [Span] = []
    var used = 0
    // The space before a word is written only when the word follows on the same line.
    var pendingSpace: Style?

    func endLine() {
      lines.append(Line(line))
      line = []
      used = 0
      pendingSpace = nil
    }

    // A word at a time: all those of a long text together would take a hundred times its room.
    words(spans) { word in
      switch word {
      case .newline: endLine()
      case .space(let style): if used > 0 { pendingSpace = style }
      case .word(let pieces):
        let columns = pieces.reduce(0) { $0 + $1.text.columns }
        if let style = pendingSpace {
          if used + 1 + columns > width {
            endLine()
          } else {
            append(Span(" ", style), to: &line)
            used += 1
          }
          pendingSpace = nil
        }
        // A word that is too long for a line is broken where the line ends, each character looked at once.
        for piece in pieces {
          var fitting = ""
          for character in piece.text {
            let columns = character.columns
            if used > 0, used + columns > width {
              if !fitting.isEmpty { append(Span(fitting, piece.style), to: &line) }
              fitting = ""
              endLine()
            }
            fitting.append(character)
            used += columns
          }
          if !fitting.isEmpty { append(Span(fitting, piece.style), to: &line) }
        }
      }
    }
    if !line.isEmpty { endLine() }
    return lines
  }

  private enum Piece {
    case word([Span])
    case space(Style)
    case newline
  }

  /// A word may have several styles in it, and punctuation right behind an emphasis belongs to it.
  private static func words(_ spans: [Span], _ take: (Piece) -> Void) {
    var word: [Span] = []
    func endWord() {
      if !word.isEmpty { take(.word(word)) }
      word = []
    }
    for span in spans {
      for character in span.text {
        if character == "\n" {
          endWord()
          take(.newline)
        } else if character == " " || character == "\t" {
          endWord()
          take(.space(span.style))
        } else {
          append(Span(String(character), span.style), to: &word)
        }
      }
    }
    endWord()
  }

  private static func append(_ span: Span, to spans: inout [Span]) {
    if let last = spans.last, last.style == span.style {
      spans[spans.count - 1].text += span.text
    } else {
      spans.append(span)
    }
  }
}

extension String {
  /// The longest start that takes at most this many columns, and at least one character.
  package func fitting(_ columns: Int) -> String {
    var result = ""
    var used = 0
    for character in self {
      used += character.columns
      if used > columns, !result.isEmpty { break }
      result.append(character)
    }
    return result
  }
}
