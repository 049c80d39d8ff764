import SpacedRepetition

/// A question while it is asked.
package struct OpenQuestion: Sendable {
  package let question: Question
  package private(set) var exercise: PracticeExercise
  /// The states of the exercise's items when the question was opened.
  let states: [ItemID: ItemState]
  /// The numbers of items, options and lines, in the order in which they are shown.
  package private(set) var shown: [Int] = []
  package private(set) var hintsUsed = 0
  /// The items of a sorting exercise, as they are answered one by one.
  package internal(set) var sorting: SortAttempt?
  private(set) var listing: ListingAttempt?
  /// The number of its parts that were answered and come back by themselves.
  var comingBack = 0

  init(_ question: Question, of exercise: PracticeExercise, states: [ItemID: ItemState]) {
    self.question = question
    self.exercise = exercise
    self.states = states
    prepare()
  }

  /// The key that the run of a cell has shown to be right.
  mutating func resolve(_ key: AnswerKey) {
    exercise.key = key
    prepare()
  }

  mutating func takeHint() -> Int? {
    guard hintsUsed < exercise.hints else { return nil }
    hintsUsed += 1
    return hintsUsed - 1
  }

  /// The number of hints that are left.
  package var hintsLeft: Int { exercise.hints - hintsUsed }

  /// The number of answers that the exercise as a whole has had.
  package var attempt: Int { states[exercise.whole]?.answers ?? 0 }

  /// The four answers to a card, in their order.
  package func cardAnswers(at time: Int64, by scheduler: Scheduler) -> [CardAnswer] {
    let intervals = scheduler.intervals(question.state, at: time, card: question.item.fingerprint)
    var answers: [CardAnswer] = []
    for (rating, interval) in zip(Rating.allCases, intervals) {
      answers.append(CardAnswer(rating: rating, interval: interval))
    }
    return answers
  }

  private mutating func prepare() {
    let seed = Shuffle.seed(of: exercise.id, attempt: attempt)
    switch exercise.key {
    case .sorting(let buckets, let key):
      let attempt = SortAttempt(key: key, buckets: buckets.count, seed: seed)
      shown = attempt.items
      sorting = attempt
    case .ordering(let count): shown = Shuffle.neverSolved(count, seed: seed)
    case .choice(let options, _, let isShuffled):
      shown = isShuffled ? Shuffle.any(options.count, seed: seed) : Array(0..<options.count)
    case .listing(let lines, let distractors):
      let attempt = ListingAttempt(lines: lines, distractors: distractors, seed: seed)
      shown = attempt.shown
      listing = attempt
    case .cards, .quantity, .gaps, .run: shown = []
    }
  }
}
