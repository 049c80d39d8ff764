import Course
import Foundation
import Practice

/// The gaps of a text, or the one of them that was failed before: typed.
struct GapsForm: AnswerForm {
  let cloze: Exercise.Cloze
  /// The gap that is asked alone.
  let part: Int?
  let hintKey: String
  private var fillings: [String] = []

  init(cloze: Exercise.Cloze, part: Int?, hintKey: String) {
    self.cloze = cloze
    self.part = part
    self.hintKey = hintKey
  }

  /// The gaps that are asked.
  private var gaps: [Int] { part.map { [$0] } ?? Array(cloze.blanks.indices) }

  mutating func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    let wanted = part.map { "Only gap (\($0 + 1)) this time" } ?? "A word or a few for each gap"
    let back = console.usesKeys && gaps.count > 1 ? " · ↑: the gap before" : ""
    console.say("\(wanted) · Enter: leave it out\(back)\(hintKey)")
    fillings = Array(repeating: "", count: gaps.count)
    var index = 0
    var told: Set<Int> = []
    while index < gaps.count {
      switch try console.entry("(\(gaps[index] + 1)) > ", text: fillings[index], hint: hint) {
      case .line(let words):
        fillings[index] = words
        let blank = cloze.blanks[gaps[index]]
        if AnswerReading.isSlip(words, of: [blank.answer] + blank.alternatives), told.insert(index).inserted {
          console.say("“\(words)” is a letter away from an answer. Once more, or the same again to give it as it is:")
        } else {
          index += 1
        }
      case .back(let words):
        fillings[index] = words
        index = max(0, index - 1)
      }
    }
    return .answer(.words(fillings), try console.confidence())
  }

  func verdict(_ grade: GradeText) -> [Line] {
    guard case .gaps(let isRight, let score) = grade.graded.verdict else { return [] }
    let text = grade.text
    let verdicts = zip(gaps, zip(isRight, fillings)).map { gap, given in
      [GradeText.line(given.0 == true, cloze.blanks[gap].answer)] + written(given.1, cloze.blanks[gap], text)
    }
    if let part { return verdicts[0] + text.lines(cloze.blanks[part].feedback, indent: "  ") + grade.comesBack }
    let lines = gaps.flatMap { gap in
      BlockText.lines(marked: "(\(gap + 1)) ", verdicts[gap])
        + text.lines(cloze.blanks[gap].feedback, indent: "    ")
        + grade.comesBack(grade.graded.recorded[gap], isPart: true)
    }
    return [""] + lines + grade.sum(right: score.right, wrong: score.wrong, blank: score.blank) + [""]
      + text.lines(cloze.text)
  }

  /// The key of the gap, where it is not the very answer.
  private func written(_ words: String, _ blank: Exercise.Blank, _ text: BlockText) -> [Line] {
    let words = words.trimmingCharacters(in: .whitespaces)
    return words.isEmpty || words == blank.answer ? [] : text.lines("You wrote “\(words)”.", style: .faint)
  }
}
