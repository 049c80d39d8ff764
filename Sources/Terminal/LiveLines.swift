/// The last lines on the screen, drawn anew in their place.
package struct LiveLines {
  /// The width of each line of the last frame.
  private var drawn: [Int] = []

  package init() {}

  /// The next frame over the last one, all at once. The cursor is hidden until `clear`.
  package mutating func frame(_ lines: [Line], on screen: Screen) -> String {
    let text = lines.map { $0.rendered(screen.colours) + "\u{1B}[K\n" }.joined()
    let frame = "\u{1B}[?2026h\u{1B}[?25l" + erase(screen) + text + "\u{1B}[0J\u{1B}[?2026l"
    drawn = lines.map(\.width)
    return frame
  }

  /// Takes the last frame away and gives the cursor back.
  package mutating func clear(_ screen: Screen) -> String {
    guard !drawn.isEmpty else { return "" }
    let text = erase(screen) + "\u{1B}[0J\u{1B}[?25h"
    drawn = []
    return text
  }

  /// To the first line of the last frame. In a window that has become narrower its lines take more rows than they did.
  private func erase(_ screen: Screen) -> String {
    let rows = drawn.reduce(0) { $0 + max(1, ($1 + screen.width - 1) / max(1, screen.width)) }
    return rows > 0 ? "\u{1B}[\(min(rows, screen.height))F" : ""
  }
}
