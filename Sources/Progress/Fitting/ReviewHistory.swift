import Foundation
import Practice
import SpacedRepetition

/// The reviews of many items, side by side: what FSRS is fitted to. Step t holds the (t + 1)-th review of every item
/// that has as many, so that all of them are computed at once.
package struct ReviewHistory: Sendable {
  /// The reviews of one step, one of each of the first `count` items; items with many reviews come first.
  struct Step: Sendable {
    var ratings: [Rating] = []
    /// Whole days since the review before; 0 within a day.
    var days: [Float] = []
    /// Seconds since 1970.
    var times: [Int64] = []
    /// Whether the review says something about forgetting: it came a day or more after the one before.
    var isInformative: [Bool] = []

    var count: Int { ratings.count }
  }

  let steps: [Step]
  /// All reviews.
  package let count: Int
  /// The number of reviews that came a day or more after the one before.
  package let informativeCount: Int

  /// - Parameter histories: the reviews of one item after another. The same ones in the same order give the same fit.
  package init(_ histories: [[Review]]) {
    let items = histories.enumerated().sorted { left, right in
      (right.element.count, left.offset) < (left.element.count, right.offset)
    }.map(\.element)
    var steps = (0..<(items.first?.count ?? 0)).map { _ in Step() }
    for item in items {
      for (index, review) in item.enumerated() {
        let wait = index == 0 ? 0 : review.at - item[index - 1].at
        let days = max(0, wait / Scheduler.secondsPerDay)
        steps[index].ratings.append(review.rating)
        steps[index].days.append(Float(days))
        steps[index].times.append(review.at)
        steps[index].isInformative.append(days >= 1)
      }
    }
    self.steps = steps
    count = steps.reduce(0) { $0 + $1.count }
    informativeCount = steps.reduce(0) { $0 + $1.isInformative.count { $0 } }
  }

  /// The time before which the given share of the telling reviews lies.
  func time(of share: Double) -> Int64 {
    let times = steps.flatMap { step in zip(step.times, step.isInformative).filter(\.1).map(\.0) }.sorted()
    return times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))]
  }
}

extension ReviewHistory {
  /// Returns the number of informative reviews at these times.
  func informative(_ times: some RangeExpression<Int64>) -> Int {
    steps.reduce(0) { count, step in
      count + step.times.indices.count { step.isInformative[$0] && times.contains(step.times[$0]) }
    }
  }

  /// The mean of −log of what was predicted for what came about, in nats, over the telling reviews at these times.
  package func logLoss(_ parameters: SpacedRepetition.Parameters, _ times: some RangeExpression<Int64>) -> Double {
    let scheduler = Scheduler(standardBut: parameters)
    var total = 0.0
    var count = 0
    var states = [CardState](repeating: .new, count: steps.first?.count ?? 0)
    for step in steps {
      for index in 0..<step.count {
        let review = scheduler.step(states[index], step.ratings[index], at: step.times[index], card: 0)
        if let predicted = review.predicted, times.contains(step.times[index]) {
          let recall = min(max(predicted, 1e-7), 1 - 1e-7)
          total -= log(review.rating == .again ? 1 - recall : recall)
          count += 1
        }
        states[index] = review.after
      }
    }
    return count == 0 ? 0 : total / Double(count)
  }
}
