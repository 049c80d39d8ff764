/// One or several right options: max(0, right/R − wrong/W), with R right and W wrong options on offer.
///
/// Where no option is wrong, choosing costs nothing; where none is right, choosing none earns 1. Source: ACCEPTANCE 3.
public struct ChoiceScore: Equatable, Sendable {
  /// Right options that were chosen.
  public let right: Int
  /// Wrong options that were chosen.
  public let wrong: Int
  /// Right options that were not chosen.
  public let missed: Int
  /// 0 … 1.
  public let mark: Double

  /// `chosen` are the indices of the chosen options; `key[i]` says whether option i is right.
  public init(chosen: [Int], key: [Bool]) throws(ScoringError) {
    guard !key.isEmpty else { throw .nothingToMark }
    try requireDistinct(chosen, below: key.count)
    var all = 0
    for isRight in key where isRight { all += 1 }
    var right = 0
    for index in chosen where key[index] { right += 1 }
    self.right = right
    wrong = chosen.count - right
    missed = all - right
    let gain = all == 0 ? 1 : Double(right) / Double(all)
    let loss = all == key.count ? 0 : Double(wrong) / Double(key.count - all)
    mark = max(0, gain - loss)
  }
}
