import Events
import Figures

/// A run of a cell as it is seen: on a screen of its own while it goes on, and once more, whole, at its end.
///
/// It makes text and writes nothing, so that a test can read what a person would see.
package struct RunView {
  private var screen: Screen
  private var recording = Recording()
  /// The line above everything else, where there is room.
  package var title: String?
  /// The line below everything else, in place of the progress.
  package var footer: String?
  /// The keys that are named behind the progress, where there is room.
  package var keys: String?
  /// The content of the terminal now.
  private var painted: (layout: RunLayout, rows: [String], changes: [Int: Int])?
  /// Items as they were drawn last, and for which change and box.
  private var drawn: [Int: (change: Int, box: RunLayout.Box, panel: Panel)] = [:]

  package init(screen: Screen) {
    self.screen = screen
  }

  package var isEmpty: Bool { recording.items.isEmpty && recording.progress == nil }

  package mutating func add(_ event: Event) {
    recording.add(event)
  }

  /// Shows this in place of what was added so far: the same run at another time.
  package mutating func show(_ recording: Recording) {
    self.recording = recording
  }

  /// The window may have another size: everything is then drawn anew.
  package mutating func resize(to screen: Screen) {
    guard screen != self.screen else { return }
    self.screen = screen
    forget()
  }

  /// The screen holds something else by now: everything is drawn anew.
  package mutating func forget() {
    painted = nil
    drawn = [:]
  }

  /// Returns the text that makes the screen show the run as it is now; `nil` where it does so already.
  ///
  /// - Parameter seconds: since the run began.
  package mutating func frame(seconds: Double) -> String? {
    // The last row stays free of what might make the screen scroll.
    let height = max(1, screen.height - 1)
    let words = lastWords(rows: height)
    let head = title.map { screen.height < 12 ? [] : [Line($0.fitting(max(1, screen.width - 1)), .faint)] } ?? []
    let layout = RunLayout(recording.items, words: words.count, width: screen.width, rows: height - 1 - head.count)
    let panels = layout.boxes.map { box in (box, panel(box)) }
    var rows =
      head.map { $0.rendered(screen.colours) + "\u{1B}[K" }
      + canvas(words.suffix(layout.wordRows), panels, height: height - head.count)
    rows[height - 1] = lastLine(seconds).rendered(screen.colours) + "\u{1B}[K"
    let isNew = painted?.layout != layout
    var text = isNew ? GraphicsText.clear(screen.graphics) : ""
    // Row by row, not all at once: what is erased all at once, some terminals keep in their history.
    for (index, row) in rows.enumerated() where isNew || row != painted?.rows[index] {
      text += "\u{1B}[\(index + 1);1H" + (isNew ? "\u{1B}[2K" : "") + row
    }
    if isNew { text += "\u{1B}[\(screen.height);1H\u{1B}[2K" }
    for (box, panel) in panels {
      let change = recording.changes[box.item]
      guard let image = panel.image, isNew || painted?.changes[box.item] != change else { continue }
      text += "\u{1B}[\(box.row + head.count + 1);\(box.column + 1)H" + image.sequence(place: box.item + 1)
    }
    let changes = Dictionary(uniqueKeysWithValues: layout.boxes.map { ($0.item, recording.changes[$0.item]) })
    painted = (layout, rows, changes)
    // Terminals that know these marks show the frame at once; others pass them over.
    return text.isEmpty ? nil : "\u{1B}[?2026h" + text + "\u{1B}[?2026l"
  }

  /// The number of figures that are drawn, the last ones. Of those before them the sentences are written: nobody looks
  /// at hundreds, which take seconds to draw.
  static let mostDrawn = 50

  /// Returns all that was shown. Where nobody looks at pictures, it is the sentences that describe them.
  package func result() -> String {
    guard screen.isInteractive else { return recording.items.map { $0.sentence + "\n" }.joined() }
    var text = ""
    var saidAlone = recording.items.count { !$0.isWords } - Self.mostDrawn
    for item in recording.items {
      if !item.isWords {
        saidAlone -= 1
        if saidAlone >= 0 {
          text += item.sentence + "\n"
          continue
        }
      }
      let (width, rows) = room(for: item)
      let panel = Panel(item, width: width, rows: rows, screen: screen)
      if let image = panel.image { text += image.sequence() + "\n" }
      for row in panel.rows.dropFirst(panel.image?.rows ?? 0) { text += row.text + "\n" }
    }
    return text
  }

  /// The columns and rows that an item may take at the end, where all of it scrolls by.
  private func room(for item: Recording.Item) -> (width: Int, rows: Int) {
    let window = max(6, screen.height - 2)
    switch item {
    case .text, .metric, .setting: return (screen.measure, 1 << 20)
    case .table, .bars: return (min(screen.width, 84), 1 << 20)
    case .curve: return (min(screen.width, 84), min(window, 10))
    case .plane: return (screen.width, window)
    case .picture(let picture):
      // Its own pixels are worth more than to be seen at once; enlarged, it is seen as a whole.
      let caption = Wrapping.lines([Span(picture.caption, .italic)], width: screen.width).count
      return (screen.width, max(window, (picture.height + 1) / 2 + caption))
    }
  }

  /// The last rows of words, and not many more than are asked for: a run may have a hundred thousand.
  private func lastWords(rows: Int) -> [Panel.Row] {
    var panels: [[Panel.Row]] = []
    var count = 0
    for item in recording.items.reversed() where item.isWords {
      panels.append(Panel(item, width: screen.measure, rows: 1 << 20, screen: screen).rows)
      count += panels[panels.count - 1].count
      if count >= rows { break }
    }
    return panels.reversed().flatMap { $0 }
  }

  private mutating func panel(_ box: RunLayout.Box) -> Panel {
    let change = recording.changes[box.item]
    if let former = drawn[box.item], former.change == change, former.box == box { return former.panel }
    let panel = Panel(recording.items[box.item], width: box.width, rows: box.rows, screen: screen)
    drawn[box.item] = (change, box, panel)
    return panel
  }

  /// The rows of the screen, each as it is written from its first column on.
  private func canvas(
    _ words: ArraySlice<Panel.Row>, _ panels: [(RunLayout.Box, Panel)], height: Int
  ) -> [String] {
    var rows = words.map { $0.columns < screen.width ? $0.text + "\u{1B}[K" : $0.text }
    rows += Array(repeating: "", count: max(0, height - rows.count))
    for index in words.count..<height {
      // Boxes beside one another, from the left. A picture in its own pixels must not be written over.
      var column = 0
      var endsInPicture = false
      for (box, panel) in panels where index >= box.row && index < box.row + box.rows {
        let inside = index - box.row
        if box.column > column { rows[index] += String(repeating: " ", count: box.column - column) }
        column = box.column
        if let image = panel.image, inside < image.rows {
          rows[index] += "\u{1B}[\(box.width)C"
          column += box.width
          endsInPicture = true
          continue
        }
        endsInPicture = false
        guard inside < panel.rows.count else { continue }
        rows[index] += panel.rows[inside].text
        column += panel.rows[inside].columns
      }
      // Behind the last column the erasing would take that column itself.
      if !endsInPicture, column < screen.width { rows[index] += "\u{1B}[K" }
    }
    return rows
  }

  private func lastLine(_ seconds: Double) -> Line {
    if let footer { return Line(footer.fitting(max(1, screen.width - 1)), .faint) }
    let width = screen.width - 1
    let line: Line =
      if let progress = recording.progress, progress.total > 0 {
        ProgressText(step: progress.step, total: progress.total, unit: progress.unit, seconds: seconds)
          .line(width: width)
      } else {
        Line("running …", .faint)
      }
    guard let keys, line.width + 3 + keys.columns <= width else { return line }
    return line + Line(String(repeating: " ", count: width - line.width - keys.columns) + keys, .faint)
  }
}
