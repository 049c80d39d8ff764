@testable import Terminal

/// As much of a terminal as a frame uses: a screen of a size that scrolls, a cursor, and the sequences that `RunView`
/// writes. Anything else is an error.
struct TerminalEmulator {
  let width: Int
  let height: Int
  private(set) var rows: [[Character]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var isCursorVisible = true
  private(set) var unknown: [String] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    rows = Array(repeating: [], count: height)
  }

  var text: [String] { rows.map { String($0) } }

  mutating func write(_ output: String) {
    var rest = Substring(output)
    while let character = rest.first {
      if character == "\u{1B}" {
        guard let match = rest.prefixMatch(of: /\u{1B}\[(?<number>\??[0-9;]*)(?<letter>[A-Za-z])/) else {
          unknown.append(String(rest.prefix(8)))
          return
        }
        perform(String(match.letter), String(match.number))
        rest = rest[match.range.upperBound...]
        continue
      }
      rest.removeFirst()
      if character == "\n" { newLine() } else { put(character) }
    }
  }

  private mutating func put(_ character: Character) {
    let columns = String(character).columns
    if column + columns > width { newLine() }
    while rows[row].count < column { rows[row].append(" ") }
    if column < rows[row].count { rows[row][column] = character } else { rows[row].append(character) }
    column += columns
  }

  private mutating func newLine() {
    column = 0
    row += 1
    guard row == height else { return }
    rows.removeFirst()
    rows.append([])
    row -= 1
  }

  private mutating func perform(_ letter: String, _ number: String) {
    switch (letter, number) {
    case ("m", _): break
    case ("F", _): (row, column) = (max(0, row - (Int(number) ?? 1)), 0)
    case ("K", ""): rows[row].removeSubrange(min(column, rows[row].count)...)
    case ("J", "0"):
      rows[row].removeSubrange(min(column, rows[row].count)...)
      for below in rows.indices.dropFirst(row + 1) { rows[below] = [] }
    case ("l", "?25"): isCursorVisible = false
    case ("h", "?25"): isCursorVisible = true
    case ("h", "?2026"), ("l", "?2026"): break
    default: unknown.append(number + letter)
    }
  }
}
