import Events
import Course
import Figures
import Foundation
import Markup
import Practice
import SpacedRepetition
import Terminal

extension QuizRun {
  var text: BlockText { BlockText(width: screen.measure) }

  func titleLines(_ exercise: Exercise) -> [Line] {
    text.lines("\(exercise.kind.name): ", exercise.title, style: .bold) + [""]
  }

  func promptLines(_ exercise: Exercise) -> [Line] { text.lines(exercise.prompt) + [""] }

  /// All of the question that stands above what the learner works on.
  func writeQuestion(_ exercise: Exercise) {
    context.write(titleLines(exercise) + promptLines(exercise))
    for recording in shown { write(recording) }
  }

  /// How many lines that takes, but for pictures.
  func linesAbove(_ exercise: Exercise) -> Int { titleLines(exercise).count + promptLines(exercise).count }

  /// What a run showed.
  func write(_ recording: Recording) {
    var view = RunView(screen: screen)
    for event in recording.events { view.add(event) }
    Output.write(view.result())
    context.write([""])
  }

  func write(_ blocks: [Block], indent: String = "") {
    context.write(BlockText(width: screen.measure - indent.count).lines(blocks).map { Line(indent) + $0 })
  }

  /// A sign that does not rest on colour: ✓ or ✗ and a word.
  func verdict(_ isRight: Bool, _ words: String) -> Line {
    Line([Span(isRight ? "✓ " : "✗ ", .colour(isRight ? .green : .red)), Span(words, .bold)])
  }

  /// A verdict and, behind it, why.
  func write(_ verdict: Line, because reason: [Block]) {
    context.write([verdict])
    write(reason, indent: "  ")
  }

  /// Words behind a number or another mark that stands before their first line only.
  func write(_ mark: String, _ inlines: [Inline]) {
    write(mark, BlockText(width: screen.measure - mark.columns).lines(inlines))
  }

  func write(_ mark: String, _ lines: [Line]) {
    let indent = String(repeating: " ", count: mark.columns)
    context.write(lines.enumerated().map { index, line in Line(index == 0 ? mark : indent, .faint) + line })
  }

  func writeNumbered(_ texts: [[Inline]]) {
    for (index, inlines) in texts.enumerated() { write("\(index + 1)  ", inlines) }
    context.write([""])
  }

  /// A sentence beside the matter, wrapped.
  func say(_ words: String) { context.write(text.lines(words, style: .faint)) }

  /// How a hint is asked for in a typed line, where there is one.
  var hintKey: String { hintsLeft == 0 ? "" : " · ?: hint" }

  var hintsLeft: Int { session.open?.hintsLeft ?? 0 }

  func sayLeftOut() {
    say("Left out. This is the answer:")
  }

  func score(_ mark: Double) -> String { String(format: "Score %.3f", mark) }

  /// What the hints took from the mark.
  func spent(_ hints: Int) -> String {
    hints == 0
      ? ""
      : String(format: "; %d %@ cost %.1f", hints, hints == 1 ? "hint" : "hints", Double(hints) * Hints.standardCost)
  }

  /// Says the mark of an answer that is no sum.
  func tellScore(_ graded: GradedAnswer) {
    context.write([Line(score(graded.mark) + spent(graded.hints), .bold)])
  }

  /// Says when what was answered comes back, or that it was set aside.
  func tell(_ graded: GradedAnswer) {
    for answer in graded.recorded { tell(answer) }
  }

  /// - Parameter isQuiet: only the latter.
  func tell(_ recorded: RecordedAnswer, isQuiet: Bool = false) {
    if recorded.isSetAside {
      context.write(
        text.lines(
          "Forgotten \(recorded.after.card.lapses) times, so it is set aside. Perhaps the lesson says it better: read it "
            + "again, put it in words of your own, and `learn progress aside` brings it back."))
    } else if let due = recorded.due, !isQuiet {
      say("Comes back in \(duration(due - time)).")
    }
  }

  func duration(_ seconds: Int64) -> String {
    let (days, year) = (seconds / 86_400, Int64(365))
    return switch seconds {
    case ..<3600: "\(max(1, seconds / 60)) min"
    case ..<86400: "\(seconds / 3600) h"
    case ..<(60 * 86400): "\(days) \(days == 1 ? "day" : "days")"
    case ..<(2 * 365 * 86400): "\(days / 30) months"
    default: "\(days / year) years"
    }
  }
}
