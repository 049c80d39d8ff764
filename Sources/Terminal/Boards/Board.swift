import Practice

/// Items that are answered with keys: moved, chosen or sorted. It makes lines and writes nothing.
package protocol Board {
  /// Lines above the items: what the keys stand for.
  var head: [Line] { get }
  /// Returns one line for each item, cut to the width.
  func rows(width: Int) -> [Line]
  /// Returns the item under the cursor in full.
  func detail(width: Int) -> [Line]
  /// The words that say how far the answer is.
  var status: String { get }
  /// The meanings of the keys, in a few words each.
  var keys: [String] { get }
  var cursor: BoardCursor { get set }
  /// A key that is this board's own; `false` if it has no meaning here.
  mutating func press(_ key: Key) -> Bool
  /// Takes the last change back; `false` if there is none.
  mutating func undo() -> Bool
  /// The reason why the answer should perhaps not be given yet; `nil` where there is none.
  var doubt: String? { get }
  /// Whether something was done that leaving would lose.
  var isTouched: Bool { get }
}

/// The state that all boards have.
package struct BoardCursor: Sendable {
  package var index = 0
  package var isHelpShown = false
  package var confidence: Confidence?
  /// Whether there are hints to be had.
  package var hasHints = true
  /// The remark below the items, until the next key.
  package var remark: String?
  /// Whether the doubt was told: the next Enter gives the answer.
  var isWarned = false
  /// Whether it was told that leaving loses something: the next `q` leaves.
  var isLeaving = false

  package init() {}
}

/// The step that follows a key.
package enum BoardStep: Equatable, Sendable {
  case redraw, answer, hint, leave, interrupt, end
  case command(CardCommand)
}

extension Board {
  /// Keys that mean the same on all boards; the rest is the board's own.
  package mutating func step(_ key: Key) -> BoardStep {
    cursor.remark = nil
    if key != .enter { cursor.isWarned = false }
    let isLeaving = cursor.isLeaving
    cursor.isLeaving = false
    switch key {
    case .interrupt: return .interrupt
    case .end: return .end
    case .escape, .character("q"):
      guard isTouched, !isLeaving else { return .leave }
      cursor.isLeaving = true
      cursor.remark = "Nothing of this is checked or kept yet. q once more leaves it."
    case .character("?"): cursor.isHelpShown.toggle()
    case .character("h"): return .hint
    case .character("b"): return .command(.bury)
    case .character("s"): return .command(.suspend)
    case .character("c"):
      let next = (cursor.confidence?.rawValue ?? 0) + 1
      cursor.confidence = Confidence(rawValue: next)
    case .character("u"):
      if !undo() { cursor.remark = "There is nothing to take back." }
    case .enter:
      guard let doubt, !cursor.isWarned else { return .answer }
      cursor.isWarned = true
      cursor.remark = doubt
    case .resized: break
    default:
      if !press(key), key != .other { cursor.remark = "That key means nothing here: ? names those that do." }
    }
    return .redraw
  }

  /// Returns the board in at most `height` lines, none wider than `width`: the items around the cursor, the one under
  /// it in full, and the keys.
  package func lines(width: Int, height: Int) -> [Line] {
    let width = max(20, width)
    let text = BlockText(width: width)
    var foot = detail(width: width)
    if !foot.isEmpty { foot.append("") }
    var state = status
    if let confidence = cursor.confidence { state += " · \(confidence.name)" }
    foot += text.lines(cursor.remark ?? state, style: cursor.remark == nil ? .faint : .bold)
    let own = self.keys.filter { cursor.hasHints || !$0.hasPrefix("h: ") }
    let all = own + ["b: not today", "s: set it aside", "?: fewer words"]
    let keys = cursor.isHelpShown ? all.joined(separator: " · ") : shortKeys
    foot += text.lines(keys, style: .faint)
    let rows = rows(width: width)
    let room = max(3, height - head.count - foot.count - 2)
    return Array((head + window(rows, room) + [""] + foot).prefix(max(4, height)))
  }

  private var shortKeys: String { "?: keys · \(cursor.hasHints ? "h: hint · " : "")Enter: done · q: leave" }

  /// Returns as many rows as there is room for, the cursor's among them; what is left out is counted.
  private func window(_ rows: [Line], _ room: Int) -> [Line] {
    guard rows.count > room else { return rows }
    var (start, end) = (0, room - 1)
    if cursor.index >= end - 1 {
      // A line above and one below are for the counts.
      start = min(cursor.index - (room - 2) / 2, rows.count - (room - 1))
      end = min(start + room - 2, rows.count)
      if end >= rows.count - 1 { (start, end) = (rows.count - (room - 1), rows.count) }
    }
    let above = start > 0 ? [Line("  ↑ \(start) more", .faint)] : []
    let below = end < rows.count ? [Line("  ↓ \(rows.count - end) more", .faint)] : []
    return above + rows[start..<end] + below
  }

  /// Moves the cursor; it stops at the ends.
  mutating func move(by step: Int, count: Int) {
    cursor.index = min(max(0, cursor.index + step), count - 1)
  }

  /// The whole text, where a row with a label of this width has only a part of it.
  func detail(_ text: String, width: Int, label: Int) -> [Line] {
    text.columns + label + 2 <= width ? [] : BlockText(width: width - 2).lines(text).map { Line("  ") + $0 }
  }

  /// A row: a mark for the cursor, a label, and as much of the text as fits.
  func row(_ index: Int, label: String, _ text: String, width: Int, mark: String = "▸") -> Line {
    let isCurrent = index == cursor.index
    let start = (isCurrent ? mark + " " : "  ") + label
    return Line([
      Span(start, isCurrent ? .bold : .plain),
      Span(text.cut(width - start.columns), isCurrent ? .bold : .plain),
    ])
  }
}

extension String {
  /// The text, or its start and an ellipsis where it takes more columns.
  func cut(_ width: Int) -> String {
    columns <= width ? self : fitting(max(1, width - 1)) + "…"
  }

  /// The text with spaces behind it.
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
