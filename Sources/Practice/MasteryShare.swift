import Course
import Progress
import SpacedRepetition

/// How much of some exercises a learner would get right now.
package struct MasteryShare: Equatable, Sendable, Encodable {
  /// All that can be asked: cards, items, exercises as a whole.
  package var items: Int
  /// Those that were answered at least once.
  package var answered: Int
  /// 0 … 1: the mean over all items of the probability of recall, or of the last mark where nothing is scheduled; 0 for
  /// what was never answered.
  package var share: Double

  package init(of exercises: [Exercise], _ states: [ItemID: ItemState], scheduler: Scheduler, at time: Int64) {
    let ids = exercises.flatMap(\.items)
    let known = ids.compactMap { states[$0] }
    let sum = known.reduce(0) { sum, state in
      sum + (state.card.phase == .new ? state.lastMark : scheduler.retrievability(state.card, at: time))
    }
    items = ids.count
    answered = known.count
    share = ids.isEmpty ? 0 : sum / Double(ids.count)
  }
}
