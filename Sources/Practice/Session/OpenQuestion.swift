import SpacedRepetition

/// A question while it is asked.
package struct OpenQuestion: Sendable {
  package let question: Question
  package private(set) var exercise: PracticeExercise
  /// Where the exercise's items stood when the question was opened.
  let states: [ItemID: ItemState]
  /// In which order items, options and lines are shown, by their numbers.
  package private(set) var shown: [Int] = []
  package private(set) var hintsUsed = 0
  /// The items of a sorting exercise, as they are answered one by one.
  package internal(set) var sorting: SortAttempt?
  private(set) var listing: ListingAttempt?
  /// How much of what was answered of it comes back by itself.
  var comingBack = 0

  init(_ question: Question, of exercise: PracticeExercise, states: [ItemID: ItemState]) {
    self.question = question
    self.exercise = exercise
    self.states = states
    prepare()
  }

  /// What the run of a cell has shown to be right.
  mutating func resolve(_ key: AnswerKey) {
    exercise.key = key
    prepare()
  }

  mutating func takeHint() -> Int? {
    guard hintsUsed < exercise.hints else { return nil }
    hintsUsed += 1
    return hintsUsed - 1
  }

  /// How many hints are left.
  package var hintsLeft: Int { exercise.hints - hintsUsed }

  /// How many answers the exercise as a whole has had.
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
