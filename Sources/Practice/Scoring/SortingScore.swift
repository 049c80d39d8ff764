/// Items sorted into buckets: max(0, c − w/(B − 1))/n, so that guessing earns 0 on average.
///
/// n items, B buckets, c right, w wrong; an item left out is neither. Source: ACCEPTANCE 3 (the usual correction
/// for guessing).
public struct SortingScore: Equatable, Sendable {
  public let right: Int
  public let wrong: Int
  public let blank: Int
  /// 0 … 1.
  public let mark: Double
  public let confusion: ConfusionTable

  /// `answer[i]` is the bucket that item i was put into, `nil` if it was left out; `key[i]` is the right one.
  public init(answer: [Int?], key: [Int], buckets: Int) throws(ScoringError) {
    guard buckets >= 2 else { throw .tooFewBuckets(buckets) }
    guard !key.isEmpty else { throw .nothingToMark }
    guard answer.count == key.count else { throw .wrongCount(expected: key.count, found: answer.count) }
    var table = ConfusionTable(buckets: buckets)
    var right = 0
    var wrong = 0
    for index in 0..<key.count {
      guard key[index] >= 0, key[index] < buckets else { throw .outOfRange(key[index]) }
      guard let chosen = answer[index] else { continue }
      guard chosen >= 0, chosen < buckets else { throw .outOfRange(chosen) }
      table.count(truth: key[index], chosen: chosen)
      if chosen == key[index] { right += 1 } else { wrong += 1 }
    }
    self.right = right
    self.wrong = wrong
    blank = key.count - right - wrong
    mark = max(0, Double(right) - Double(wrong) / Double(buckets - 1)) / Double(key.count)
    confusion = table
  }
}
