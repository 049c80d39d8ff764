import Numerics

/// A detector of what a sample has copied from a text, word for word (or character for character).
///
/// All positions of the text are kept in the order of what follows them (a suffix array: Manber & Myers 1990), so
/// that the longest copy of a stretch is beside the place where it would have to stand.
public struct CopyDetector: Sendable {
  /// A run of tokens that stands in the text as well.
  public struct Stretch: Equatable, Sendable {
    /// The index at which it begins in the sample.
    public var start: Int
    public var length: Int
    /// The index at which it begins in the text; one of them, if there are several.
    public var source: Int
  }

  let text: [Int]
  let suffixes: [Int32]

  public init(_ text: [Int]) {
    self.text = text
    suffixes = CopyDetector.sortedSuffixes(text)
  }

  /// Sorts by the first token, then by the first 2, 4, 8 …: a suffix's rank by the first k tokens and the rank of the
  /// suffix k later give its rank by the first 2k. Long repetitions cost no more than short ones.
  private static func sortedSuffixes(_ text: [Int]) -> [Int32] {
    struct Entry {
      var key: UInt64
      var position: Int32
    }
    var ranks = text.map { UInt64(UInt32(truncatingIfNeeded: $0)) }
    var entries: [Entry] = []
    var length = 0  // tokens that the ranks tell apart, 0 for the tokens themselves
    while true {
      entries = text.indices.map { position in
        // 0 after the end: a suffix stands before those that it begins.
        let later = length > 0 && position + length < text.count ? ranks[position + length] + 1 : 0
        return Entry(key: ranks[position] << 32 | later, position: Int32(position))
      }
      entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.position < $1.position }
      var rank: UInt64 = 0
      for index in entries.indices {
        if index > 0, entries[index].key != entries[index - 1].key { rank += 1 }
        ranks[Int(entries[index].position)] = rank
      }
      if Int(rank) + 1 >= text.count || length >= text.count { return entries.map { $0.position } }
      length = max(1, 2 * length)
    }
  }

  /// Returns the longest run of tokens from `start` on that stands in the text in the same order.
  public func longestMatch(_ sample: [Int], from start: Int) -> Stretch {
    // Binary search for the sample's own place among the suffixes.
    var low = 0
    var high = suffixes.count
    while low < high {
      let middle = (low + high) / 2
      let common = commonLength(sample, start, Int(suffixes[middle]))
      let (a, b) = (start + common, Int(suffixes[middle]) + common)
      let suffixIsSmaller = a < sample.count && (b == text.count || text[b] < sample[a])
      if suffixIsSmaller { low = middle + 1 } else { high = middle }
    }
    var best = Stretch(start: start, length: 0, source: 0)
    for neighbour in [low - 1, low] where suffixes.indices.contains(neighbour) {
      let source = Int(suffixes[neighbour])
      let length = commonLength(sample, start, source)
      if length > best.length { best = Stretch(start: start, length: length, source: source) }
    }
    return best
  }

  /// The sample from its beginning, cut into the longest copied stretches; a token that the text lacks is in none.
  public func stretches(in sample: [Int]) -> [Stretch] {
    var result: [Stretch] = []
    var position = 0
    while position < sample.count {
      let match = longestMatch(sample, from: position)
      if match.length > 0 { result.append(match) }
      position += max(1, match.length)
    }
    return result
  }

  /// Length of the longest run of tokens, anywhere in the sample, that stands in the text as well.
  public func longestStretch(in sample: [Int]) -> Stretch {
    var best = Stretch(start: 0, length: 0, source: 0)
    for start in sample.indices where sample.count - start > best.length {
      let match = longestMatch(sample, from: start)
      if match.length > best.length { best = match }
    }
    return best
  }

  /// The order of the chain that could have written the sample: the largest n for which all of its runs of n + 1
  /// tokens stand in the text. −1 when even single tokens do not; `sample.count − 1` when all of it is copied.
  public func chainOrder(of sample: [Int]) -> Int {
    var shortest = sample.count
    for start in sample.indices {
      let length = longestMatch(sample, from: start).length
      if start + length < sample.count { shortest = min(shortest, length) }
    }
    return shortest - 1
  }

  private func commonLength(_ sample: [Int], _ start: Int, _ source: Int) -> Int {
    var length = 0
    let maximum = min(sample.count - start, text.count - source)
    while length < maximum, sample[start + length] == text[source + length] { length += 1 }
    return length
  }
}
