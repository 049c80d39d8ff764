import Course
import Progress
import SpacedRepetition

/// What to practise now, in the order in which it is asked: what is due, the longest overdue first, then what is new, both
/// with lessons and kinds interleaved.
package struct PracticePlan: Sendable {
  package private(set) var questions: [Question] = []
  /// How many of them are due again.
  package private(set) var dueCount = 0
  /// Nothing is due and nothing new: the plan repeats what is known already.
  package private(set) var isRepetition = false
  /// What the daily limits keep for another day.
  package private(set) var postponed = DailyLimits(newCards: 0, reviews: 0)
  /// When what was asked a moment ago comes back: within the hour, the soonest first.
  package private(set) var comingSoon: [Int64] = []

  /// - Parameters:
  ///   - lessons: whose exercises may be asked.
  ///   - reached: the number of the lesson that the learner is at: of those behind it nothing new is asked, but whatever
  ///     is due.
  ///   - kinds: which kinds may be asked; all where it is empty.
  ///   - limit: how many questions at the most.
  ///   - left: what is left of the day's limits.
  package init(
    lessons: [Lesson], reached: Int = .max, kinds: Set<Exercise.Kind> = [], limit: Int = .max,
    left: DailyLimits = DailyLimits(newCards: .max, reviews: .max), store: ProgressStore, now: Int64
  ) throws(ProgressError) {
    let exercises = lessons.flatMap { lesson in
      lesson.exercises.filter { kinds.isEmpty || kinds.contains($0.kind) }.map { (lesson, $0) }
    }
    let states = try store.states(of: exercises.map(\.1.id))
    let hidden = try store.hiddenItems(at: now)
    var sorter = Sorter(reached: reached, states: states, hidden: hidden, now: now)
    for (index, (lesson, exercise)) in exercises.enumerated() { sorter.add(exercise, at: index, of: lesson) }
    // Sorting by place, too, keeps the course's order among equals.
    let due = sorter.due.enumerated().map { (time: $1.state.due ?? 0, place: $0) }.sorted { $0 < $1 }
    let reviews = due.prefix(left.reviews).map { sorter.due[$0.place] }
    var cards = 0
    let new = sorter.new.filter { candidate in
      guard case .card = candidate.subject else { return true }
      cards += 1
      return cards <= left.newCards
    }
    comingSoon = sorter.comingSoon.sorted()
    postponed = DailyLimits(newCards: max(0, cards - left.newCards), reviews: due.count - reviews.count)
    dueCount = reviews.count
    var chosen = Self.interleaved(reviews) + Self.interleaved(new)
    if chosen.isEmpty, postponed == DailyLimits(newCards: 0, reviews: 0) {
      chosen = Self.interleaved(sorter.known)
      isRepetition = !chosen.isEmpty
    }
    questions = chosen.prefix(limit).map { candidate in
      let (lesson, exercise) = exercises[candidate.exercise]
      return Question(lesson: lesson, exercise: exercise, subject: candidate.subject, state: candidate.state)
    }
  }

  /// The questions that are due alone.
  package var due: ArraySlice<Question> { questions.prefix(dueCount) }
}

extension PracticePlan {
  /// A question that may be asked. Lessons and exercises are large, and few of all candidates are asked.
  private struct Candidate {
    /// The place of its exercise.
    let exercise: Int
    let subject: Question.Subject
    let state: CardState
    let group: Group
  }

  /// Questions of one group are spread evenly among the others.
  private struct Group: Hashable {
    let lesson: Int
    let kind: Exercise.Kind
  }

  /// Tells what is due from what is new and what is known.
  private struct Sorter {
    let reached: Int
    let states: [ItemID: ItemState]
    let hidden: [ItemID: Int64]
    let now: Int64
    var due: [Candidate] = []
    var new: [Candidate] = []
    var known: [Candidate] = []
    var comingSoon: [Int64] = []

    mutating func add(_ exercise: Exercise, at index: Int, of lesson: Lesson) {
      let group = Group(lesson: lesson.number, kind: exercise.kind)
      func candidate(_ subject: Question.Subject, _ item: ItemID) -> Candidate {
        Candidate(exercise: index, subject: subject, state: states[item]?.card ?? .new, group: group)
      }
      let isDeck = exercise.kind == .cards
      let isReached = lesson.number <= reached
      var isScheduled = false, isComingSoon = false
      for subject in exercise.parts {
        let item = exercise.item(subject)
        let part = candidate(subject, item)
        isScheduled = isScheduled || part.state.due != nil
        guard !isHidden(item) else { continue }
        if isDeck {
          sort(part, isNew: part.state.due == nil, isReached: isReached)
        } else if isDue(part) {
          due.append(part)
        } else if note(part) {
          isComingSoon = true
        }
      }
      guard !isDeck, !isHidden(exercise.whole) else { return }
      // What was wrong and did not become a card is asked as a whole until it is right.
      let isOpen = states[exercise.whole].map { $0.lastMark < 1 && $0.card.due == nil && !isScheduled } ?? true
      // Items that were wrong just now come back by themselves; to ask all of it between would be too soon.
      if !isComingSoon || isOpen { sort(candidate(.whole, exercise.whole), isNew: isOpen, isReached: isReached) }
    }

    private mutating func sort(_ candidate: Candidate, isNew: Bool, isReached: Bool) {
      if isNew {
        if isReached { new.append(candidate) }
      } else if isDue(candidate) {
        due.append(candidate)
      } else if !note(candidate) {
        known.append(candidate)
      }
    }

    /// Whether it comes back within the hour; when, is noted.
    private mutating func note(_ candidate: Candidate) -> Bool {
      guard let due = candidate.state.due, due > now, due <= now + 3600 else { return false }
      comingSoon.append(due)
      return true
    }

    private func isDue(_ candidate: Candidate) -> Bool { candidate.state.due.map { $0 <= now } ?? false }

    private func isHidden(_ item: ItemID) -> Bool { hidden[item] != nil }
  }

  /// The candidates with the members of each lesson and kind spread evenly: the first of each group, in the order in
  /// which the groups came, and the others at equal distances. Within a group the order stays.
  private static func interleaved(_ candidates: [Candidate]) -> [Candidate] {
    let groups = Dictionary(grouping: candidates.indices) { candidates[$0].group }
    var places: [(share: Double, index: Int)] = []
    for members in groups.values {
      for (number, index) in members.enumerated() { places.append((Double(number) / Double(members.count), index)) }
    }
    return places.sorted { $0 < $1 }.map { candidates[$0.index] }
  }
}
