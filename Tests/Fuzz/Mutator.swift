import Numerics

/// Makes inputs of inputs: a few changes each, so that most of what comes out is valid.
struct Mutator {
  var random: RandomGenerator

  /// No input is longer: what is looked for is not that large files take long.
  static let longest = 1 << 16

  init(seed: UInt64, number: UInt64) { random = RandomGenerator(seed: seed).substream(number) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[random.integer(below: elements.count)] }

  /// - Parameter others: that parts are taken from.
  mutating func changed(_ text: [UInt8], others: [[UInt8]] = []) -> [UInt8] {
    var text = text
    for _ in 0..<pick([0, 1, 1, 1, 2, 2, 3, 6]) {
      switch random.integer(below: 5) {
      case 0: text = withOtherLines(text, others)
      case 1: text = withOtherNumber(text)
      case 2: text.insert(contentsOf: pick(Self.odd).utf8, at: place(in: text))
      case 3: text = withOtherBytes(text)
      default: text = withRepetition(text)
      }
    }
    return Array(text.prefix(Self.longest))
  }

  private mutating func place(in text: [UInt8]) -> Int { random.integer(below: text.count + 1) }

  /// Up to so many of `count` things.
  mutating func span(of count: Int, upTo most: Int) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    let start = random.integer(below: count)
    return start..<start + 1 + random.integer(below: min(most, count - start))
  }

  /// Lines taken away, put elsewhere, doubled, or come from somewhere else.
  private mutating func withOtherLines(_ text: [UInt8], _ others: [[UInt8]]) -> [UInt8] {
    var lines = Array(text.split(separator: 10, omittingEmptySubsequences: false))
    let span = span(of: lines.count, upTo: 8)
    var moved = Array(lines[span])
    let change = random.integer(below: 4)
    if change < 2 { lines.removeSubrange(span) }
    if change == 3, !others.isEmpty {
      let other = pick(others).split(separator: 10, omittingEmptySubsequences: false)
      moved = Array(other[self.span(of: other.count, upTo: 20)])
    }
    if change > 0 { lines.insert(contentsOf: moved, at: random.integer(below: lines.count + 1)) }
    return Array(lines.joined(separator: [10]))
  }

  private mutating func withOtherNumber(_ text: [UInt8]) -> [UInt8] {
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    let starts = text.indices.filter { isDigit(text[$0]) && ($0 == 0 || !isDigit(text[$0 - 1])) }
    guard !starts.isEmpty else { return text }
    let start = pick(starts)
    let end = text[start...].firstIndex { !isDigit($0) } ?? text.count
    return text[..<start] + Array(pick(Self.numbers).utf8) + text[end...]
  }

  private mutating func withOtherBytes(_ text: [UInt8]) -> [UInt8] {
    var text = text
    let span = span(of: text.count, upTo: 12)
    switch random.integer(below: 3) {
    case 0: text.removeSubrange(span)
    case 1: text.insert(contentsOf: text[span], at: place(in: text))
    default: if let index = span.first { text[index] ^= 1 << UInt8(random.integer(below: 8)) }
    }
    return text
  }

  /// A few bytes, or a few lines, over and over.
  private mutating func withRepetition(_ text: [UInt8]) -> [UInt8] {
    let isOfLines = random.integer(below: 2) == 0
    let parts = text.split(separator: 10, omittingEmptySubsequences: false)
    let lines = span(of: parts.count, upTo: 3)
    let part =
      isOfLines ? Array(parts[lines].joined(separator: [10])) + [10] : Array(text[span(of: text.count, upTo: 6)])
    // Most often a few times: much of anything is refused soon.
    let times = pick([2, 2, 2, 3, 10, 100, 2_000])
    let room = max(0, Self.longest - text.count) / max(1, part.count)
    let repeated = repeatElement(part, count: min(times, room)).joined()
    let place = place(in: text)
    let start = isOfLines ? text[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0 : place
    return text[..<start] + Array(repeated) + text[start...]
  }
}
