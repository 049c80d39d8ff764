import Course
import Progress
import SpacedRepetition

/// What to practise now, in the order in which it is asked.
package struct PracticePlan: Sendable {
  package enum Task: Sendable {
    case exercise(Exercise)
    case card(Exercise.Card, in: Exercise, state: CardState)
  }

  package var tasks: [Task] = []
  /// Nothing was due: the plan repeats what is known already.
  package var isRepetition = false

  /// - Parameters:
  ///   - lessons: whose exercises may be asked.
  ///   - kinds: which kinds may be asked; all where it is empty.
  ///   - limit: how many tasks at the most; a card is one task, an exercise is one.
  package init(
    lessons: [Lesson], kinds: Set<Exercise.Kind> = [], limit: Int = .max, store: ProgressStore, now: Int64
  ) throws(ProgressError) {
    let exercises = lessons.flatMap(\.exercises).filter { kinds.isEmpty || kinds.contains($0.kind) }
      .sorted { Self.rank($0.kind) < Self.rank($1.kind) }
    var known: [Task] = []
    for exercise in exercises {
      if case .cards(let cards) = exercise.content {
        for card in cards {
          let state = try store.state(of: ItemID(exercise: exercise.id, item: card.id))?.card ?? .new
          let task = Task.card(card, in: exercise, state: state)
          if state.due.map({ $0 <= now }) ?? true { tasks.append(task) } else { known.append(task) }
        }
      } else {
        let state = try store.state(of: exercise.whole)
        if state?.lastMark == 1 { known.append(.exercise(exercise)) } else { tasks.append(.exercise(exercise)) }
      }
    }
    sortByDue()
    if tasks.isEmpty {
      tasks = known
      isRepetition = !known.isEmpty
    }
    tasks = Array(tasks.prefix(limit))
  }

  /// How many cards that were answered before are due again.
  package var overdue: Int {
    isRepetition ? 0 : tasks.count { if case .card(_, _, let state) = $0 { state.due != nil } else { false } }
  }

  /// Cards that are due again come before new ones, the longest overdue first.
  private mutating func sortByDue() {
    func due(_ task: Task) -> Int64? {
      if case .card(_, _, let state) = task { state.due ?? .max } else { nil }
    }
    let places = tasks.indices.filter { due(tasks[$0]) != nil }
    // Sorting by place, too, keeps the course's order among equals.
    let sorted = places.sorted { (due(tasks[$0]) ?? 0, $0) < (due(tasks[$1]) ?? 0, $1) }.map { tasks[$0] }
    for (place, task) in zip(places, sorted) { tasks[place] = task }
  }

  /// Sorting wakes up what was read, cards pin it down, questions and orderings join it together.
  private static func rank(_ kind: Exercise.Kind) -> Int {
    switch kind {
    case .sort: 0
    case .cards: 1
    case .choose: 2
    case .order: 3
    case .number: 4
    }
  }
}

extension Exercise {
  /// Under this id stands how the exercise as a whole was answered.
  package var whole: ItemID { ItemID(exercise: id, item: "") }

  /// The shuffle's seed: another order at each attempt, the same one for everybody.
  package func shuffleSeed(attempt: Int) -> UInt64 {
    whole.fingerprint &+ UInt64(attempt)
  }
}
