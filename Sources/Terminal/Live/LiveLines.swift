/// The last lines on the screen, drawn anew in their place. None may be wider than the screen.
package struct LiveLines {
  /// Lines of the last frame.
  private var drawn = 0

  package init() {}

  /// The next frame over the last one, all at once. The cursor is hidden until `clear`.
  package mutating func frame(_ lines: [Line], _ colours: Screen.Colours) -> String {
    let text = lines.map { $0.rendered(colours) + "\u{1B}[K\n" }.joined()
    let frame = "\u{1B}[?2026h\u{1B}[?25l" + up + text + "\u{1B}[0J\u{1B}[?2026l"
    drawn = lines.count
    return frame
  }

  /// Takes the last frame away and gives the cursor back.
  package mutating func clear() -> String {
    // Line by line: some terminals keep what is cleared at one go among the lines that have gone by.
    let text = up + String(repeating: "\u{1B}[2K\n", count: drawn) + up + "\u{1B}[?25h"
    drawn = 0
    return text
  }

  /// Forgets the last frame: in a window of another size nobody knows where it is. The screen is cleared.
  package mutating func reset() -> String {
    drawn = 0
    return "\u{1B}[2J\u{1B}[H"
  }

  private var up: String { drawn > 0 ? "\u{1B}[\(drawn)F" : "" }
}
