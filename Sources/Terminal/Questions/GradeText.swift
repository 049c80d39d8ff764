import Foundation
import Practice

/// A graded answer in words, whatever it was to: the score, and when what was answered comes back.
package struct GradeText {
  let graded: GradedAnswer
  let text: BlockText
  let time: Int64

  /// - Parameter time: now, seconds since 1970.
  package init(_ graded: GradedAnswer, _ text: BlockText, at time: Int64) {
    self.graded = graded
    self.text = text
    self.time = time
  }

  /// A sign that does not rest on colour: ✓ or ✗ and a word.
  static func line(_ isRight: Bool, _ words: String) -> Line {
    Line([Span(isRight ? "✓ " : "✗ ", .colour(isRight ? .green : .red)), Span(words, .bold)])
  }

  var score: String { String(format: "Score %.3f", graded.mark) }

  /// The part of the mark that the hints took.
  var spent: String {
    let hints = graded.hints
    return hints == 0
      ? ""
      : String(format: "; %d %@ cost %.1f", hints, hints == 1 ? "hint" : "hints", Double(hints) * Hints.standardCost)
  }

  /// The mark of an answer that is no sum.
  var scoreLine: Line { Line(score + spent, .bold) }

  /// The mark of several answers, and how they went.
  func sum(right: Int, wrong: Int, blank: Int, of count: String = "") -> [Line] {
    [Line(score, .bold), Line("\(right) right, \(wrong) wrong, \(blank) left out\(count)\(spent).")]
  }

  /// Stands above the answer where none was given.
  var leftOut: [Line] { text.lines("Left out. This is the answer:", style: .faint) }

  /// When what was answered comes back, or that it was set aside.
  var comesBack: [Line] { graded.recorded.flatMap { comesBack($0) } }

  /// - Parameter isPart: only the latter, of an answer that is one of several.
  func comesBack(_ answer: RecordedAnswer, isPart: Bool = false) -> [Line] {
    if answer.isSetAside {
      return text.lines(
        "Forgotten \(answer.lapses) times, so it is set aside. Perhaps the lesson says it better: read it again, put it in "
          + "words of your own, and `learn progress aside` brings it back.")
    }
    guard let due = answer.due, !isPart else { return [] }
    return text.lines("Comes back in \(DurationText.words(due - time)).", style: .faint)
  }
}
