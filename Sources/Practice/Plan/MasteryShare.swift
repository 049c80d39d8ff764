import SpacedRepetition

/// How much of some exercises a learner would get right now.
package struct MasteryShare: Equatable, Sendable {
  /// All that can be asked: cards, items, exercises as a whole.
  package var items = 0
  /// Those that were answered at least once.
  package var answered = 0
  /// 0 … 1: the mean over all items of the probability of recall, or of the last mark where nothing is scheduled; 0 for
  /// what was never answered.
  package var share = 0.0

  package init(of exercises: [PracticeExercise], _ states: [ItemID: ItemState], scheduler: Scheduler, at time: Int64) {
    var sum = 0.0
    for exercise in exercises {
      for item in exercise.items {
        items += 1
        guard let state = states[item] else { continue }
        answered += 1
        sum += state.card.phase == .new ? state.lastMark : scheduler.retrievability(state.card, at: time)
      }
    }
    share = items == 0 ? 0 : sum / Double(items)
  }
}
