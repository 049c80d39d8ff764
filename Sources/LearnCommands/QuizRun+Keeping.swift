import Course
import Foundation
import Practice
import Progress
import Scoring
import SpacedRepetition
import Terminal

extension QuizRun {
  /// How an answer to anything but a card was marked.
  struct Marked {
    var given: String
    /// Before hints were counted.
    var mark: Double
    var passed: Bool
  }

  /// Keeps the answer to an exercise as a whole, or to one item of it, and says when it comes back. Returns whether it
  /// does.
  @discardableResult
  func keep(
    _ marked: Marked, _ asking: Asking, item: ItemID? = nil, seconds: Double? = nil, isQuiet: Bool = false
  ) throws -> Bool {
    let item = item ?? asking.question.item
    let before = try store.state(of: item)?.card ?? .new
    let rating = Rating(
      passed: marked.passed, mark: marked.mark, hints: asking.hintsUsed, confidence: asking.confidence,
      isScheduled: before.due != nil)
    try keep(
      Answer(
        item: item, kind: asking.question.exercise.kind.rawValue, given: marked.given,
        mark: Hints.mark(marked.mark, after: asking.hintsUsed), rating: rating,
        seconds: seconds ?? asking.seconds, hints: asking.hintsUsed, confidence: asking.confidence?.rawValue),
      of: asking.question.exercise)
    guard rating != nil, let after = try store.state(of: item)?.card, let due = after.due else { return false }
    if try setAsideLeech(item, before: before, after: after) { return true }
    if !isQuiet { say("Comes back in \(duration(due - time)).") }
    return true
  }

  /// What was forgotten eight times, and every fourth time after that, is set aside: it costs more than it teaches.
  func setAsideLeech(_ item: ItemID, before: CardState, after: CardState) throws -> Bool {
    guard after.lapses > before.lapses, after.lapses >= 8, (after.lapses - 8).isMultiple(of: 4) else { return false }
    try store.hide(item, until: Event.forGood, at: time, session: app.session)
    app.write(
      text.lines(
        "Forgotten \(after.lapses) times, so it is set aside. Perhaps the lesson says it better: read it again, put it in "
          + "words of your own, and `learn progress aside` brings it back."))
    return true
  }
}
