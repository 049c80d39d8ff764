/// Reads what a learner typed.
package enum AnswerReading {
  package enum Choice: Equatable, Sendable {
    case index(Int)
    case blank
    case unknown
  }

  /// One of the names: by its number, counted from 1, or by letters with which only it begins.
  package static func choice(_ text: String, of names: [String]) -> Choice {
    let text = text.trimmed.lowercased()
    if text.isEmpty { return .blank }
    if let number = Int(text) { return names.indices.contains(number - 1) ? .index(number - 1) : .unknown }
    let names = names.map { $0.lowercased() }
    if let index = names.firstIndex(of: text) { return .index(index) }
    let starting = names.indices.filter { names[$0].hasPrefix(text) }
    return starting.count == 1 ? .index(starting[0]) : .unknown
  }

  /// Numbers from 1 to `count`, each at most once, with spaces or commas between them; `nil` for anything else.
  package static func numbers(_ text: String, upTo count: Int) -> [Int]? {
    var indices: [Int] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" }) {
      guard let number = Int(word), number >= 1, number <= count, !indices.contains(number - 1) else { return nil }
      indices.append(number - 1)
    }
    return indices
  }

  /// Whether the words are one of those accepted. Letter case, spaces, hyphens, the shape of quotes and a full stop behind
  /// them do not matter.
  package static func fills(_ text: String, _ accepted: [String]) -> Bool {
    let words = plain(text)
    return !words.isEmpty && accepted.contains { plain($0) == words }
  }

  private static func plain(_ text: String) -> String {
    let dashes: Set<Character> = ["-", "‐", "‑", "–", "−"]
    let quotes: Set<Character> = ["'", "’", "‘", "\"", "“", "”", "´", "`"]
    var words = ""
    for character in text.lowercased() where !character.isWhitespace {
      // A dash behind a letter joins words; any other is a minus sign.
      if dashes.contains(character) {
        if words.last?.isLetter != true { words.append("-") }
      } else {
        words.append(quotes.contains(character) ? "'" : character)
      }
    }
    while words.count > 1, let last = words.last, ".,;:".contains(last) { words.removeLast() }
    return words
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
