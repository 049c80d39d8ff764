/// Lines put in order: (1 + τ)/2, with Kendall's τ = (pairs in order − pairs out of order)/(all pairs).
///
/// Passed when at most one line stands where it should not: the longest ordered subset has n − 1 lines or more.
/// Source: ACCEPTANCE 3; Kendall 1938.
public struct OrderingScore: Equatable, Sendable {
  /// The number of pairs of lines, and of those of them that stand the right way round: their share is the mark.
  public let pairs: Int
  public let pairsInOrder: Int
  /// −1 … 1; 1 for a single line.
  public let tau: Double
  /// 0 … 1.
  public let mark: Double
  /// Lines of one longest subset that stands in the right order.
  public let ordered: [Int]
  /// The other lines, in the order of the answer: those that must move.
  public let misplaced: [Int]
  /// The first two neighbours of the answer that stand the wrong way round; `nil` when all is right.
  public let misplacedPair: MisplacedPair?

  public var passed: Bool { misplaced.count <= 1 }

  /// `answer` is a permutation of 0 ..< n; the right order is 0, 1, 2, …
  public init(answer: [Int]) throws(ScoringError) {
    guard !answer.isEmpty else { throw .nothingToMark }
    try requireDistinct(answer, below: answer.count)
    pairs = answer.count &* (answer.count - 1) / 2
    pairsInOrder = orderedPairs(in: answer)
    tau = pairs == 0 ? 1 : Double(2 &* pairsInOrder - pairs) / Double(pairs)
    mark = (1 + tau) / 2
    ordered = longestOrderedSubset(answer)
    misplaced = others(answer, than: ordered)
    misplacedPair = MisplacedPair(in: answer)
  }
}

/// Two neighbouring lines of an answer in the wrong order: `first` was put directly before `second`.
public struct MisplacedPair: Equatable, Sendable {
  public let first: Int
  public let second: Int

  init?(in answer: [Int]) {
    for place in 1..<max(1, answer.count) where answer[place - 1] > answer[place] {
      first = answer[place - 1]
      second = answer[place]
      return
    }
    return nil
  }
}
