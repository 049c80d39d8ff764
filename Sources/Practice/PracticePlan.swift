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

  /// - Parameters:
  ///   - lessons: whose exercises may be asked.
  ///   - kinds: which kinds may be asked; all where it is empty.
  ///   - limit: how many questions at the most.
  ///   - left: what is left of the day's limits.
  package init(
    lessons: [Lesson], kinds: Set<Exercise.Kind> = [], limit: Int = .max,
    left: DailyLimits = DailyLimits(newCards: .max, reviews: .max), store: ProgressStore, now: Int64
  ) throws(ProgressError) {
    let exercises = lessons.flatMap { lesson in
      lesson.exercises.filter { kinds.isEmpty || kinds.contains($0.kind) }.map { (lesson, $0) }
    }
    let states = try store.states(of: exercises.map(\.1.id))
    let hidden = try store.hiddenItems(at: now)
    var sorter = Sorter(states: states, hidden: hidden, now: now)
    for (lesson, exercise) in exercises { sorter.add(exercise, of: lesson) }
    // Sorting by place, too, keeps the course's order among equals.
    let due = sorter.due.enumerated().map { (time: $1.state.due ?? 0, place: $0, question: $1) }
      .sorted { ($0.time, $0.place) < ($1.time, $1.place) }.map(\.question)
    let reviews = due.prefix(left.reviews)
    var cards = 0
    let new = sorter.new.filter { question in
      guard case .card = question.subject else { return true }
      cards += 1
      return cards <= left.newCards
    }
    postponed = DailyLimits(newCards: max(0, cards - left.newCards), reviews: due.count - reviews.count)
    dueCount = reviews.count
    questions = Self.interleaved(Array(reviews)) + Self.interleaved(new)
    if questions.isEmpty, postponed == DailyLimits(newCards: 0, reviews: 0) {
      questions = Self.interleaved(sorter.known)
      isRepetition = !questions.isEmpty
    }
    questions = Array(questions.prefix(limit))
  }

  /// The questions that are due alone.
  package var due: ArraySlice<Question> { questions.prefix(dueCount) }
}

extension PracticePlan {
  /// Tells what is due from what is new and what is known.
  private struct Sorter {
    let states: [ItemID: ItemState]
    let hidden: [ItemID: Int64]
    let now: Int64
    var due: [Question] = []
    var new: [Question] = []
    var known: [Question] = []

    mutating func add(_ exercise: Exercise, of lesson: Lesson) {
      let whole = question(exercise, lesson, .whole)
      let parts = exercise.parts.map { question(exercise, lesson, $0) }
      if case .cards = exercise.content {
        for part in parts where !isHidden(part) { sort(part, isNew: states[part.item] == nil || part.state.due == nil) }
        return
      }
      let scheduled = parts.filter { $0.state.due != nil }
      for part in scheduled where !isHidden(part) && isDue(part) { due.append(part) }
      guard !isHidden(whole) else { return }
      // What was wrong and did not become a card is asked as a whole until it is right.
      let isOpen = states[whole.item].map { $0.lastMark < 1 && $0.card.due == nil && scheduled.isEmpty } ?? true
      sort(whole, isNew: isOpen)
    }

    private mutating func sort(_ question: Question, isNew: Bool) {
      if isNew { new.append(question) } else if isDue(question) { due.append(question) } else { known.append(question) }
    }

    private func question(_ exercise: Exercise, _ lesson: Lesson, _ subject: Question.Subject) -> Question {
      var question = Question(lesson: lesson, exercise: exercise, subject: subject, state: .new)
      question.state = states[question.item]?.card ?? .new
      return question
    }

    private func isDue(_ question: Question) -> Bool { question.state.due.map { $0 <= now } ?? false }

    private func isHidden(_ question: Question) -> Bool { hidden[question.item] != nil }
  }

  /// The questions with the members of each lesson and kind spread evenly: the first of each group, in the order in
  /// which the groups came, and the others at equal distances. Within a group the order stays.
  static func interleaved(_ questions: [Question]) -> [Question] {
    let groups = Dictionary(grouping: questions.indices) { questions[$0].group }
    var places: [(share: Double, index: Int)] = []
    for members in groups.values {
      for (number, index) in members.enumerated() { places.append((Double(number) / Double(members.count), index)) }
    }
    return places.sorted { ($0.share, $0.index) < ($1.share, $1.index) }.map { questions[$0.index] }
  }
}
