import Course
import Markup
import Practice

/// All items of a sorting exercise on a board; where they were typed one by one, what they come to.
struct SortingForm: AnswerForm {
  /// In the order in which they are shown.
  let items: [Exercise.Item]
  let buckets: [String]
  let usesBoard: Bool

  func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    guard usesBoard else { return .answer(.buckets([])) }
    var board = SortBoard(items: items.map(\.text.plainText), buckets: buckets)
    let said = try console.play(&board, hint: hint)
    return .answer(.buckets(board.places), try console.confidence(said: said))
  }

  func verdict(_ grade: GradeText) -> [Line] {
    guard case .sorting(let score, let chosen, let right) = grade.graded.verdict else { return [] }
    var lines: [Line] = []
    if usesBoard {
      for (index, item) in items.enumerated() {
        lines += grade.text.lines(marked: "", item.text)
        lines += ItemForm.verdict(item, chosen[index], right[index], buckets, grade)
        lines += grade.comesBack(grade.graded.recorded[index], isPart: true)
      }
    }
    lines += [""] + grade.sum(right: score.right, wrong: score.wrong, blank: score.blank, of: " of \(chosen.count)")
    if score.wrong > 0 {
      lines += ConfusionText(score.confusion, names: buckets, width: grade.text.width).lines
      lines += grade.text.lines(
        "What is wrong counts against what is right: guessing is worth nothing.", style: .faint)
    }
    let count = grade.graded.comingBack
    if count > 0 {
      lines.append(
        Line(count == 1 ? "1 item comes back by itself." : "\(count) items come back by themselves.", .faint))
    }
    return lines
  }
}
