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

    static var leftOut: Marked { Marked(given: "", mark: 0, passed: false) }
  }

  /// The answer to an exercise as a whole, or to one item of it.
  func answer(_ marked: Marked, _ asking: Asking, item: ItemID? = nil, seconds: Double? = nil) throws -> Answer {
    let item = item ?? asking.question.item
    let isScheduled = try store.state(of: item)?.card.due != nil
    return Answer(
      item: item, kind: asking.question.exercise.kind.rawValue, given: marked.given,
      mark: Hints.mark(marked.mark, after: asking.hintsUsed),
      rating: Rating(
        passed: marked.passed, mark: marked.mark, hints: asking.hintsUsed, confidence: asking.confidence,
        isScheduled: isScheduled),
      seconds: seconds ?? asking.seconds, hints: asking.hintsUsed, confidence: asking.confidence?.rawValue)
  }

  /// Keeps the answer. It may be told how it was marked only when it is kept, and then `tell` says when it comes back.
  func keep(_ marked: Marked, _ asking: Asking) throws -> KeptAnswer {
    try keep([answer(marked, asking)], of: asking.question.exercise)[0]
  }

  /// Says when what was answered comes back, or that it was set aside.
  ///
  /// - Parameter isQuiet: only the latter.
  func tell(_ kept: KeptAnswer, isQuiet: Bool = false) {
    if kept.isSetAside {
      app.write(
        text.lines(
          "Forgotten \(kept.after.lapses) times, so it is set aside. Perhaps the lesson says it better: read it again, "
            + "put it in words of your own, and `learn progress aside` brings it back."))
    } else if let due = kept.due, !isQuiet {
      say("Comes back in \(duration(due - time)).")
    }
  }

  /// What was forgotten eight times, and every fourth time after that, is set aside: it costs more than it teaches.
  static func isLeech(before: CardState, after: CardState) -> Bool {
    after.lapses > before.lapses && after.lapses >= 8 && (after.lapses - 8).isMultiple(of: 4)
  }
}
