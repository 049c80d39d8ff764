import SpacedRepetition

/// Reviews of an item whose predicted recall fell into one tenth of the scale.
///
/// Predictions are summed in whole units of 2⁻³²: the sum over many items depends on no order, which differs between
/// stores.
package struct RecallTally: Equatable, Sendable {
  /// 0 … 9: predictions from bin/10 to (bin + 1)/10.
  package var bin: Int
  package var reviews: Int
  package var recalled: Int
  package var predicted: Int64

  /// `nil` for a review before which there was nothing to forget.
  package init?(_ step: ReviewStep) {
    guard let predicted = step.predicted else { return nil }
    self.init(predicted: predicted, recalled: step.rating != .again)
  }

  package init(predicted: Double, recalled: Bool) {
    let predicted = min(1, max(0, predicted))
    bin = min(9, Int(predicted * 10))
    reviews = 1
    self.recalled = recalled ? 1 : 0
    self.predicted = Int64((predicted * 0x1p32).rounded())
  }

  package static func += (sum: inout RecallTally?, tally: RecallTally) {
    guard var total = sum else {
      sum = tally
      return
    }
    total.reviews += tally.reviews
    total.recalled += tally.recalled
    total.predicted += tally.predicted
    sum = total
  }
}
