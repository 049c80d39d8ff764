import SpacedRepetition

/// The questions to practise now, in the order in which they are asked: what is due, the longest overdue first, then what is new, both
/// with lessons and kinds interleaved.
package struct PracticePlan: Sendable {
  package private(set) var questions: [Question] = []
  /// The number of them that are due again.
  package private(set) var dueCount = 0
  /// Nothing is due and nothing new: the plan repeats what is known already.
  package private(set) var isRepetition = false
  /// The cards that the daily limits keep for another day.
  package private(set) var postponed = DailyLimits(newCards: 0, reviews: 0)
  /// The times within the hour at which what was asked a moment ago comes back, the soonest first.
  package private(set) var comingSoon: [Int64] = []

  /// - Parameters:
  ///   - exercises: what may be asked, in the order of the course.
  ///   - reached: the number of the lesson that the learner is at: of those behind it nothing new is asked, but whatever
  ///     is due.
  ///   - kinds: which kinds may be asked; all where it is empty.
  ///   - limit: how many questions at the most.
  ///   - isAhead: whether what is not due yet is asked behind what is, the soonest first.
  ///   - left: what is left of the day's limits.
  ///   - states: where the items of these exercises stand.
  ///   - hidden: until when items are hidden.
  package init(
    exercises: [PracticeExercise], reached: Int = .max, kinds: Set<ExerciseKind> = [], limit: Int = .max,
    isAhead: Bool = false, left: DailyLimits = .none, states: [ItemID: ItemState], hidden: [ItemID: Int64], now: Int64
  ) {
    var sorter = PlanSorter(reached: reached, states: states, hidden: hidden, now: now)
    for (index, exercise) in exercises.enumerated() where kinds.isEmpty || kinds.contains(exercise.kind) {
      sorter.add(exercise, at: index)
    }
    // Sorting by place, too, keeps the course's order among equals.
    let due = sorter.due.enumerated().map { (time: $1.question.state.due ?? 0, place: $0) }.sorted { $0 < $1 }
    let reviews = due.prefix(left.reviews).map { sorter.due[$0.place] }
    var cards = 0
    let new = sorter.new.filter { candidate in
      guard candidate.question.isCard else { return true }
      cards += 1
      return cards <= left.newCards
    }
    comingSoon = sorter.comingSoon.sorted()
    postponed = DailyLimits(newCards: max(0, cards - left.newCards), reviews: due.count - reviews.count)
    dueCount = reviews.count
    var chosen = PlanCandidate.interleaved(reviews) + PlanCandidate.interleaved(new)
    if isAhead {
      let later = sorter.later.enumerated().map { (time: $1.question.state.due ?? .max, place: $0) }.sorted { $0 < $1 }
      chosen += PlanCandidate.interleaved(later.map { sorter.later[$0.place] })
    }
    if chosen.isEmpty, postponed == DailyLimits(newCards: 0, reviews: 0) {
      chosen = PlanCandidate.interleaved(sorter.known)
      isRepetition = !chosen.isEmpty
    }
    // What is due stands in front, whatever it is like.
    let dueEnd = min(dueCount, chosen.count)
    let ordered = PlanCandidate.mixed(chosen[..<dueEnd], of: exercises)
    questions = (ordered + PlanCandidate.mixed(chosen[dueEnd...], after: ordered, of: exercises)).prefix(limit).map {
      $0.question
    }
  }

  /// The questions that are due alone.
  package var due: ArraySlice<Question> { questions.prefix(dueCount) }
}

/// A question that may be asked.
struct PlanCandidate {
  let question: Question
  let group: Group

  /// Questions of one group are spread evenly among the others.
  struct Group: Hashable {
    let lesson: Int
    let kind: ExerciseKind
  }

  /// The candidates in the same order but where three running would have the same exercise, answer or outcome: then one that
  /// has not comes first, where there is any.
  ///
  /// - Parameter earlier: those that are asked before.
  static func mixed(
    _ candidates: ArraySlice<PlanCandidate>, after earlier: [PlanCandidate] = [], of exercises: [PracticeExercise]
  ) -> [PlanCandidate] {
    var waiting = Array(candidates)
    var mixed: [PlanCandidate] = []
    var last = Array(earlier.suffix(2))
    while !waiting.isEmpty {
      var place = 0
      while place < min(waiting.count, mostPassedOver), isThirdAlike(waiting[place], last, exercises) { place += 1 }
      let next = waiting.remove(at: place < min(waiting.count, mostPassedOver) ? place : 0)
      mixed.append(next)
      last = Array((last + [next]).suffix(2))
    }
    return mixed
  }

  /// The number of candidates that one may come before.
  private static let mostPassedOver = 50

  private static func isThirdAlike(
    _ candidate: PlanCandidate, _ last: [PlanCandidate], _ exercises: [PracticeExercise]
  ) -> Bool {
    guard last.count == 2 else { return false }
    let (first, second) = (last[0].question, last[1].question), third = candidate.question
    if first.exercise == third.exercise, second.exercise == third.exercise { return true }
    let answer = answer(to: third, exercises)
    if !answer.wrappedValue.utf8.isEmpty, Self.answer(to: first, exercises) == answer,
      Self.answer(to: second, exercises) == answer
    {
      return true
    }
    let of = exercises[third.exercise]
    guard let outcome = of.outcome else { return false }
    for other in [first, second] {
      let exercise = exercises[other.exercise]
      if exercise.lesson != of.lesson || exercise.outcome != outcome { return false }
    }
    return true
  }

  private static func answer(to question: Question, _ exercises: [PracticeExercise]) -> ExactText {
    guard let part = question.part, part < exercises[question.exercise].answers.count else { return ExactText("") }
    return ExactText(exercises[question.exercise].answers[part])
  }

  /// The candidates with the members of each lesson and kind spread evenly: the first of each group, in the order in
  /// which the groups came, and the others at equal distances. Within a group the order stays.
  static func interleaved(_ candidates: [PlanCandidate]) -> [PlanCandidate] {
    var groups: [Group: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() { groups[candidate.group, default: []].append(index) }
    var places: [(share: Double, index: Int)] = []
    for members in groups.values {
      for (number, index) in members.enumerated() { places.append((Double(number) / Double(members.count), index)) }
    }
    return places.sorted { $0 < $1 }.map { candidates[$0.index] }
  }
}
