// Practice: all of practising that needs no disk: scores, answers, log, plan, the quiz as `Session`.

import SpacedRepetition

/// A sitting of practice: all of practising that needs no disk, no screen and no words. It says what is asked next, takes a
/// response, hands out what is to be recorded and, once that is, says what the answer was worth and when it comes back. It
/// gives hints, sets aside and takes back.
///
/// Whoever talks with the learner has the words, the clock and the log.
package struct Session: Sendable {
  package let exercises: [PracticeExercise]
  private var waiting: [Question]
  /// The question of now.
  package internal(set) var open: OpenQuestion?
  /// The number of answers that were given and not taken back.
  package internal(set) var answered = 0
  /// Whether all of the question of now was answered, and whether it was set aside or buried instead.
  package internal(set) var isAnswered = false
  package private(set) var isSetAside = false
  /// Whether the question of now waits for an answer.
  package var isOpen: Bool { open != nil && !isAnswered && !isSetAside }
  /// The number of the card of now among all cards of the sitting, counted from 1, and how many there are.
  package private(set) var cardNumber = 0
  private let cards: Int
  /// The number of the question of now, counted from 1.
  package private(set) var number = 0
  /// The questions that were answered or set aside, for `tookBack` to ask again, the latest last.
  private var steps: [Step] = []
  /// Exercises whose items the learner has been told of in this sitting.
  var practised: Set<Int> = []

  private struct Step {
    let question: Question
    let isSetAside: Bool
  }

  package init(_ questions: some Sequence<Question>, of exercises: [PracticeExercise]) {
    self.exercises = exercises
    waiting = Array(questions)
    var cards = 0
    for question in waiting where question.isCard { cards += 1 }
    self.cards = cards
  }

  package var cardCount: Int { max(cards, cardNumber) }

  /// The number of questions that this sitting has, as it looks now.
  package var count: Int { number + waiting.count }

  /// The question that is asked next; `nil` at the end.
  package var next: Question? { waiting.first }

  /// Opens the next question and closes that of now.
  ///
  /// - Parameter states: where the items of its exercise stand now.
  @discardableResult
  package mutating func openNext(_ states: [ItemID: ItemState]) -> OpenQuestion? {
    close()
    guard !waiting.isEmpty else { return nil }
    let question = waiting.removeFirst()
    if question.isCard { cardNumber += 1 }
    number += 1
    open = OpenQuestion(question, of: exercises[question.exercise], states: states)
    return open
  }

  private mutating func close() {
    if let open, isAnswered || isSetAside { steps.append(Step(question: open.question, isSetAside: isSetAside)) }
    (open, isAnswered, isSetAside) = (nil, false, false)
  }

  /// The number of the next hint, counted from 0; `nil` where there is none.
  package mutating func takeHint() -> Int? { open?.takeHint() }

  /// The key that the run of a cell has shown to be right.
  package mutating func resolve(_ key: AnswerKey) { open?.resolve(key) }

  // MARK: Setting aside and taking back

  /// Keeps the card of now from coming up before `time`: `LogEvent.forGood` sets it aside.
  package mutating func setAside(until time: Int64) -> LogEvent.Content? {
    guard let open else { return nil }
    isSetAside = true
    return .hiding(open.question.item, until: time)
  }

  /// The item that the last step set aside, and what brings it back; it is asked again, and then the question of now.
  package mutating func bringBack() -> LogEvent.Content? {
    guard let step = steps.last, step.isSetAside else { return nil }
    steps.removeLast()
    ask([step.question])
    return .hiding(step.question.item, until: 0)
  }

  /// An attempt was taken back, of this sitting or of an earlier one. What the last step was about is asked again.
  package mutating func tookBack(_ attempt: Attempt, isOfThisSitting: Bool) {
    if isOfThisSitting { answered -= attempt.count }
    if let step = steps.last, !step.isSetAside, step.question.item == attempt.item {
      steps.removeLast()
      ask([step.question])
    } else {
      ask([])
    }
  }

  /// An attempt that was taken back counts again. What it was about is not asked once more.
  package mutating func gaveAgain(_ attempt: Attempt, isOfThisSitting: Bool) {
    if isOfThisSitting { answered += attempt.count }
    guard let open else { return }
    if open.question.item == attempt.item {
      isAnswered = true
    } else if let index = waiting.firstIndex(where: { $0.item == attempt.item }) {
      waiting.remove(at: index)
    }
  }

  /// Asks these questions, and that of now once more.
  private mutating func ask(_ questions: [Question]) {
    var again = questions
    if let open { again.append(open.question) }
    waiting = again + waiting
    for question in again where question.isCard { cardNumber -= 1 }
    number -= again.count
    open = nil
  }
}
