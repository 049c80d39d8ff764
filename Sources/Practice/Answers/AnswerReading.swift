/// The readings of what a learner typed.
package enum AnswerReading {
  package enum Choice: Equatable, Sendable {
    case index(Int)
    case blank
    case unknown
  }

  /// One of the names: by its number, counted from 1, or by letters with which only it begins.
  package static func choice(_ text: String, of names: [String]) -> Choice {
    let text = FoldedText(text).trimmed
    if text.isEmpty { return .blank }
    if let number = integer(text.scalars[...]) {
      return number >= 1 && number <= names.count ? .index(number - 1) : .unknown
    }
    var starting: [Int] = []
    for index in 0..<names.count {
      let name = FoldedText(names[index])
      if name == text { return .index(index) }
      if name.hasPrefix(text) { starting.append(index) }
    }
    return starting.count == 1 ? .index(starting[0]) : .unknown
  }

  /// Numbers from 1 to `count`, each at most once, with spaces or commas between them; `nil` for anything else.
  package static func numbers(_ text: String, upTo count: Int) -> [Int]? {
    var indices: [Int] = []
    for word in FoldedText(text).scalars.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C || $0 == 0x09 }) {
      guard let number = integer(word), number >= 1, number <= count, !indices.contains(number - 1) else { return nil }
      indices.append(number - 1)
    }
    return indices
  }

  /// Whether the words are one of those accepted. Letter case, spaces, hyphens, the shape of quotes and a full stop behind
  /// them do not matter.
  package static func fills(_ text: String, _ accepted: [String]) -> Bool {
    let words = plain(text)
    if words.isEmpty { return false }
    for answer in accepted where plain(answer) == words { return true }
    return false
  }

  /// Whether the words are a slip away from one of those accepted, and no answer of their own: a letter too many, too few,
  /// another, or two that have changed places. A short word a letter away is another word.
  package static func isSlip(_ text: String, of accepted: [String]) -> Bool {
    let words = plain(text)
    if fills(text, accepted) { return false }
    for answer in accepted {
      let answer = plain(answer)
      if answer.count >= 5, isOneEdit(words, answer) { return true }
    }
    return false
  }

  private static func isOneEdit(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let difference = left.count - right.count
    guard difference >= -1, difference <= 1 else { return false }
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    var end = 0
    while end < left.count - start, end < right.count - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    let (ofLeft, ofRight) = (left.count - start - end, right.count - start - end)
    if ofLeft <= 1, ofRight <= 1 { return true }
    return ofLeft == 2 && ofRight == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
  }

  /// A whole number in digits of ASCII, perhaps with a sign.
  private static func integer(_ scalars: ArraySlice<UInt32>) -> Int? {
    var digits = scalars
    let isNegative = digits.first == 0x2D
    if isNegative || digits.first == 0x2B { digits.removeFirst() }
    if digits.isEmpty { return nil }
    var number = 0
    for digit in digits {
      // So many things are nowhere numbered.
      guard FoldedText.isDigit(digit), number < 100_000_000 else { return nil }
      number = number &* 10 &+ Int(digit &- 0x30)
    }
    return isNegative ? -number : number
  }

  private static func plain(_ text: String) -> [UInt32] {
    var words: [UInt32] = []
    for scalar in FoldedText(text).scalars where !FoldedText.isSpace(scalar) {
      switch scalar {
      // A dash behind a letter joins words; any other is a minus sign.
      case 0x2D, 0x2010, 0x2011, 0x2013, 0x2212:
        if let last = words.last, FoldedText.isLetter(last) { continue }
        words.append(0x2D)
      // ' " ´ ` and their curved forms.
      case 0x27, 0x22, 0xB4, 0x60, 0x2018, 0x2019, 0x201C, 0x201D: words.append(0x27)
      default: words.append(scalar)
      }
    }
    while words.count > 1, let last = words.last, [0x2E, 0x2C, 0x3B, 0x3A].contains(last) { words.removeLast() }
    // Quotes around all of it cite the answer.
    while words.count > 2, words.first == 0x27, words.last == 0x27 { words = Array(words[1..<words.count - 1]) }
    return words
  }
}
