import SpacedRepetition

/// The questions that may be asked, sorted: due, new, known.
struct PlanSorter {
  let reached: Int
  let states: [ItemID: ItemState]
  let hidden: [ItemID: Int64]
  let now: Int64
  private(set) var due: [PlanCandidate] = []
  private(set) var new: [PlanCandidate] = []
  private(set) var known: [PlanCandidate] = []
  /// Candidates that are not due yet, with those that are known.
  private(set) var later: [PlanCandidate] = []
  private(set) var comingSoon: [Int64] = []

  init(reached: Int, states: [ItemID: ItemState], hidden: [ItemID: Int64], now: Int64) {
    self.reached = reached
    self.states = states
    self.hidden = hidden
    self.now = now
  }

  mutating func add(_ exercise: PracticeExercise, at index: Int) {
    let isDeck = exercise.kind == .cards
    let isReached = exercise.lesson <= reached
    var isScheduled = false, isComingSoon = false
    for place in 0..<exercise.parts.count {
      let part = candidate(exercise, index, place)
      isScheduled = isScheduled || part.question.state.due != nil
      if isDeck {
        guard !isHidden(part) else { continue }
        sort(part, isNew: part.question.state.due == nil, isReached: isReached)
      } else if isDue(part) {
        due.append(part)
      } else if isAddedToComingSoon(part) {
        isComingSoon = true
      }
    }
    let whole = candidate(exercise, index, nil)
    guard !isDeck, !isHidden(whole) else { return }
    // What was wrong and did not become a card is asked as a whole until it is right.
    let state = states[exercise.whole]
    let isOpen = state.map { $0.lastMark < 1 && $0.card.due == nil && !isScheduled } ?? true
    // Items that were wrong just now come back by themselves; to ask all of it between would be too soon.
    if !isComingSoon || isOpen { sort(whole, isNew: isOpen, isReached: isReached) }
  }

  private func candidate(_ exercise: PracticeExercise, _ index: Int, _ part: Int?) -> PlanCandidate {
    let item = exercise.item(part)
    return PlanCandidate(
      question: Question(
        exercise: index, part: part, isCard: exercise.kind == .cards, item: item, state: states[item]?.card ?? .new),
      group: PlanCandidate.Group(lesson: exercise.lesson, kind: exercise.kind))
  }

  private mutating func sort(_ candidate: PlanCandidate, isNew: Bool, isReached: Bool) {
    if isNew {
      if isReached { new.append(candidate) }
    } else if isDue(candidate) {
      due.append(candidate)
    } else {
      later.append(candidate)
      if !isAddedToComingSoon(candidate) { known.append(candidate) }
    }
  }

  /// Whether it comes back within the hour; its time is then added to those that come soon.
  private mutating func isAddedToComingSoon(_ candidate: PlanCandidate) -> Bool {
    guard let scheduled = scheduled(candidate), scheduled.isComingSoon(at: now) else { return false }
    comingSoon.append(scheduled.comesBack)
    return true
  }

  private func isDue(_ candidate: PlanCandidate) -> Bool { scheduled(candidate)?.isDue(at: now) ?? false }

  private func scheduled(_ candidate: PlanCandidate) -> ScheduledItem? {
    let question = candidate.question
    return ScheduledItem(question.item, question.state, hiddenUntil: hidden[question.item])
  }

  private func isHidden(_ candidate: PlanCandidate) -> Bool { (hidden[candidate.question.item] ?? now) > now }
}
