import Course
import Foundation
import Markup
import Practice

/// A listing that is put together from its lines: on a board, or by their numbers.
struct ListingForm: AnswerForm {
  let listing: Exercise.Listing
  let shown: [Int]
  let hintKey: String

  func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    let texts = shown.map { listing.offered[$0].text }
    let hasStrangers = !listing.distractors.isEmpty
    if console.usesKeys {
      var board = OrderBoard(texts: texts, canLeaveOut: hasStrangers)
      let said = try console.play(&board, hint: hint)
      return .answer(.places(board.answer), board.answer.isEmpty ? said : try console.confidence(said: said))
    }
    console.show(
      texts.enumerated().flatMap { index, line in
        BlockText.lines(marked: "\(index + 1)".padded(3) + " ", [Line(line)])
      })
    let rest = hasStrangers ? ", without those that do not belong" : ""
    let example = OrderingForm.example(listing.lines.count)
    console.show([""])
    console.say("The numbers in the right order\(rest), such as \(example) · Enter: leave it out\(hintKey)")
    let places = try console.numbers(upTo: texts.count, all: false, hint: hint)
    return .answer(.places(places), places.isEmpty ? nil : try console.confidence())
  }

  func verdict(_ grade: GradeText) -> [Line] {
    let text = grade.text
    guard case .listing(let score?) = grade.graded.verdict else {
      return grade.leftOut + solution(text, used: []) + grade.comesBack
    }
    var lines = ["", GradeText.line(score.passed, grade.score)]
    lines += text.lines(sentence(score) + grade.spent + ".")
    if let pair = score.misplacedPair {
      lines += text.lines("`\(code(pair.second))` comes before `\(code(pair.first))`.")
    }
    return lines + [""] + solution(text, used: score.distractors) + grade.comesBack
  }

  private func code(_ line: Int) -> String { listing.offered[line].text.trimmingCharacters(in: .whitespaces) }

  private func sentence(_ score: ParsonsScore) -> String {
    let (missing, strangers) = (score.missing.count, score.distractors.count)
    var parts = ["\(score.pairsInOrder) of \(score.pairs) pairs of lines stand the right way round"]
    if missing > 0 { parts.append("\(missing) left out that \(missing == 1 ? "belongs" : "belong")") }
    if strangers > 0 {
      let cost = String(format: "%.3f", score.loss)
      parts.append("\(strangers) taken in that \(strangers == 1 ? "does" : "do") not belong, which costs \(cost)")
    }
    return parts.joined(separator: "; ")
  }

  /// The listing, and why its lines stand where they stand; why others do not belong.
  private func solution(_ text: BlockText, used: [Int]) -> [Line] {
    var lines = CodeText.lines(listing.code.literal).map { Line("  ") + $0 } + [""]
    for (index, line) in listing.offered.enumerated() where !line.feedback.isEmpty || used.contains(index) {
      let words = index >= listing.lines.count ? "does not belong." : ""
      lines.append(Line("\(used.contains(index) ? "✗" : "·") `\(code(index))` \(words)"))
      lines += text.lines(line.feedback, indent: "  ")
    }
    return lines
  }
}
