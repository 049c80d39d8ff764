import Course
import Markup

/// A lesson as lines of text, a section at a time.
package struct LessonText {
  private let lesson: Lesson
  private let width: Int
  private let codeWidth: Int?
  private let commands: ShownCommands
  private let showsHidden: Bool

  /// - Parameters:
  ///   - codeWidth: the column at which code goes on below; `nil` where its lines stay whole, as programs read them.
  ///   - showsHidden: whether what a cell hides is shown with the rest of it.
  package init(
    _ lesson: Lesson, width: Int, codeWidth: Int? = nil, commands: ShownCommands = ShownCommands(),
    showsHidden: Bool = false
  ) {
    self.lesson = lesson
    self.width = width
    self.codeWidth = codeWidth
    self.commands = commands
    self.showsHidden = showsHidden
  }

  /// The title, what the lesson is about, and how long it takes.
  package var head: [Line] {
    let title = Wrapping.lines([Span("\(lesson.number) · \(lesson.title)", .bold)], width: width)
    var lines = title
    lines.append(Line(String(repeating: "═", count: title.map(\.width).max() ?? 1), .faint))
    lines += Wrapping.lines([Span(lesson.summary, .italic)], width: width)
    let effort = "\(lesson.readingMinutes) min to read, \(lesson.practiceMinutes) min to practise"
    lines += Wrapping.lines([Span("\(effort) · \(lesson.difficulty.rawValue)", .faint)], width: width)
    lines += ["", "Afterwards you can"]
    let text = BlockText(width: width - 2, commands: commands)
    for outcome in lesson.outcomes {
      let wrapped = text.lines([Inline(.text(outcome), range: nil)])
      for (index, line) in wrapped.enumerated() { lines.append(Line(index == 0 ? "• " : "  ") + line) }
    }
    return lines
  }

  package func lines(_ section: Section) -> [Line] {
    var lines: [Line] = []
    if !section.title.isEmpty {
      let title = Wrapping.lines(InlineText(commands).spans(section.title, style: .bold), width: width)
      lines += title
      lines.append(Line(String(repeating: "─", count: title.map(\.width).max() ?? 1), .faint))
    }
    for part in section.parts {
      let part = self.lines(part)
      if part.isEmpty { continue }
      if !lines.isEmpty { lines.append("") }
      lines += part
    }
    return lines
  }

  /// The notes at the foot of the lesson.
  package var footnotes: [Line] {
    lesson.footnotes.enumerated().flatMap { index, note in
      let marker = "[\(index + 1)] "
      return BlockText(width: width - marker.columns, commands: commands).lines(note.blocks).enumerated().map {
        number, line in
        Line(number == 0 ? marker : String(repeating: " ", count: marker.columns)) + line
      }
    }
  }

  private func lines(_ part: Section.Part) -> [Line] {
    let text = BlockText(width: width, commands: commands)
    switch part {
    case .block(let block): return text.lines([block])
    case .cell(let cell): return lines(cell)
    case .tabs(let tabs):
      return tabs.enumerated().flatMap { index, tab in
        (index > 0 ? [Line("")] : [])
          + [Line([Span("▸ ", .faint)] + InlineText(commands).spans(tab.title, style: .bold))]
          + BlockText(width: width - 2, commands: commands).lines(tab.blocks).map { Line("  ") + $0 }
      }
    case .timeline(let list): return text.lines(list)
    case .note(let note):
      return text.quoted(
        note.blocks, title: note.kind.title, style: .colour(note.kind == .misconception ? .red : .blue))
    }
  }

  private func lines(_ cell: Cell) -> [Line] {
    let code = showsHidden ? cell.code : cell.listing
    let lines = codeWidth.map { CodeText.lines(code, width: $0 - 2) } ?? CodeText.lines(code)
    return head(cell) + lines.map { Line([Span("┃ ", .colour(.green))]) + $0 }
  }

  private static func name(of cell: Cell) -> Span { Span("Cell \(cell.number) · \(cell.id)", .bold) }

  /// Whether a cell begins with this line.
  package static func isHead(_ line: Line, of cell: Cell) -> Bool { line.spans.first == name(of: cell) }

  /// The cell's name and the command that runs it, below it where the line has no room for both.
  private func head(_ cell: Cell) -> [Line] {
    let name = Self.name(of: cell), command = commands.run(cell)
    let line = Line([name, Span("    " + command, .faint)])
    if line.width <= width { return [line] }
    // A name in quotes that is broken inside is another name.
    let isQuoted = command.contains("'") || command.contains("\"")
    return [Line([name])]
      + (isQuoted ? [Line(command, .faint)] : Wrapping.lines([Span(command, .faint)], width: width))
  }
}
