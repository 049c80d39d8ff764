/// Gaps in a text: the share of them that is filled rightly.
public struct ClozeScore: Equatable, Sendable {
  public let right: Int
  public let wrong: Int
  public let blank: Int
  /// 0 … 1.
  public let mark: Double

  /// `answer[i]` says whether gap i is filled rightly; `nil` is a gap left open.
  public init(answer: [Bool?]) throws(ScoringError) {
    guard !answer.isEmpty else { throw .nothingToMark }
    var right = 0
    var blank = 0
    for gap in answer {
      if gap == true { right += 1 }
      if gap == nil { blank += 1 }
    }
    self.right = right
    self.blank = blank
    wrong = answer.count - right - blank
    mark = Double(right) / Double(answer.count)
  }
}
