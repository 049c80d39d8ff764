@testable import Terminal

/// As much of a terminal as a frame uses: a screen of a size, a cursor, and the sequences that `RunView` writes.
/// Anything else is an error, and so is a line that is wider than the screen.
struct TerminalEmulator {
  let width: Int
  let height: Int
  private(set) var rows: [[Character]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var faults: [String] = []
  /// Whether lines may be ended and gone back to, as `LiveLines` does.
  var takesLines = false
  /// Pictures in their own pixels: where, and what was sent.
  private(set) var images: [String] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    rows = Array(repeating: [], count: height)
  }

  /// Without spaces at the ends of lines, which nobody sees.
  var text: [String] {
    rows.map { row in
      var text = String(row)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  mutating func write(_ output: String) {
    var rest = Substring(output)
    while let character = rest.first {
      if character != "\u{1B}" {
        rest.removeFirst()
        put(character)
      } else if let (number, letter) = Self.control(rest) {
        perform(String(letter), String(number))
        rest = rest.dropFirst(number.count + 3)
      } else if let match = rest.prefixMatch(of: /\u{1B}_G(?<keys>[^;\u{1B}]*)(;[^\u{1B}]*)?\u{1B}\\/) {
        if match.keys.hasPrefix("a=T") { images.append("\(row),\(column) \(match.keys)") }
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\u{1B}]1337;(?<keys>[^:]*):[^\u{7}]*\u{7}/) {
        images.append("\(row),\(column) \(match.keys)")
        rest = rest[match.range.upperBound...]
      } else {
        faults.append(String(rest.prefix(8)))
        return
      }
    }
  }

  /// The number and the letter of a sequence that begins with `ESC [`. There are thousands in a frame, and a regular
  /// expression is read anew each time.
  private static func control(_ text: Substring) -> (number: Substring, letter: Character)? {
    guard text.dropFirst().first == "[" else { return nil }
    let rest = text.dropFirst(2)
    let number = rest.prefix { "?;0123456789".contains($0) }
    guard !number.dropFirst().contains("?"), let letter = rest[number.endIndex...].first, letter.isASCII,
      letter.isLetter
    else { return nil }
    return (number, letter)
  }

  private mutating func put(_ character: Character) {
    let columns = String(character).columns
    if takesLines, character == "\n", row + 1 < height {
      (row, column) = (row + 1, 0)
      return
    }
    guard character != "\n", column + columns <= width else {
      faults.append("\(String(reflecting: character)) at column \(column) of row \(row)")
      return
    }
    while rows[row].count < column { rows[row].append(" ") }
    if column < rows[row].count { rows[row][column] = character } else { rows[row].append(character) }
    column += columns
  }

  private mutating func perform(_ letter: String, _ number: String) {
    switch (letter, number) {
    case ("m", _): break
    case ("H", ""): (row, column) = (0, 0)
    case ("H", _):
      let place = number.split(separator: ";").compactMap { Int($0) }
      guard place.count == 2, (1...height).contains(place[0]), (1...width).contains(place[1]) else {
        faults.append("H " + number)
        return
      }
      (row, column) = (place[0] - 1, place[1] - 1)
    case ("C", _): column += Int(number) ?? 1
    case ("K", ""): rows[row].removeSubrange(min(column, rows[row].count)...)
    case ("K", "2"): rows[row] = []
    case ("h", "?2026"), ("l", "?2026"): break
    case (_, "?25") where takesLines: break
    case ("F", _) where takesLines: (row, column) = (max(0, row - (Int(number) ?? 1)), 0)
    case ("J", "0") where takesLines:
      for index in row..<height { rows[index] = index == row ? Array(rows[row].prefix(column)) : [] }
    default: faults.append(number + letter)
    }
  }
}
