import SpacedRepetition

/// The share of some exercises that a learner would get right now.
package struct Mastery: Equatable, Sendable {
  /// The number of things that can be asked: cards, items, exercises as a whole.
  package private(set) var items = 0
  /// The number of those that were answered at least once.
  package private(set) var answered = 0
  /// The number of those that come back by themselves.
  package private(set) var scheduled = 0
  /// 0 … 1: the mean over all items of the probability of recall, or of the last mark where nothing is scheduled; 0 for
  /// what was never answered.
  package private(set) var share = 0.0
  /// 0 … 1: the mean probability that what comes back by itself would be recalled; 0 without any.
  package private(set) var recall = 0.0

  package init(of exercises: [PracticeExercise], _ states: [ItemID: ItemState], scheduler: Scheduler, at time: Int64) {
    for exercise in exercises {
      for item in exercise.items {
        items += 1
        guard let state = states[item] else { continue }
        answered += 1
        if state.card.phase == .new {
          share += state.lastMark
        } else {
          let probability = scheduler.retrievability(state.card, at: time)
          scheduled += 1
          recall += probability
          share += probability
        }
      }
    }
    share = items == 0 ? 0 : share / Double(items)
    recall = scheduled == 0 ? 0 : recall / Double(scheduled)
  }
}
