import Course
import Markup
import Practice

/// Items that are put in order: on a board, or by their numbers.
struct OrderingForm: AnswerForm {
  /// In the right order.
  let items: [Exercise.Item]
  let shown: [Int]
  let hintKey: String

  func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    let texts = shown.map { items[$0].text }
    if console.usesKeys {
      var board = OrderBoard(texts: texts.map(\.plainText))
      let said = try console.play(&board, hint: hint)
      return .answer(.places(board.answer), try console.confidence(said: said))
    }
    console.show(console.text.lines(numbered: texts))
    console.say(
      "The numbers in the right order, such as \(Self.example(items.count)) · Enter: leave it out\(hintKey)")
    let places = try console.numbers(upTo: items.count, all: true, hint: hint)
    return .answer(.places(places), places.isEmpty ? nil : try console.confidence())
  }

  /// An answer in numbers, such as `2 1 3`.
  static func example(_ count: Int) -> String {
    ([2, 1] + (2..<max(2, count)).map { $0 + 1 }).prefix(count).map { "\($0)" }.joined(separator: " ")
  }

  func verdict(_ grade: GradeText) -> [Line] {
    guard case .ordering(let score?) = grade.graded.verdict else {
      return grade.leftOut + solution(grade.text) + grade.comesBack
    }
    var lines = [
      "", GradeText.line(score.passed, grade.score),
      Line("\(score.pairsInOrder) of \(score.pairs) pairs stand the right way round\(grade.spent)."),
    ]
    if !score.misplaced.isEmpty {
      lines += grade.text.lines(
        "\(score.misplaced.count == 1 ? "One line" : "\(score.misplaced.count) lines") to move, and all is in order.",
        style: .faint)
    }
    if let pair = score.misplacedPair {
      let (first, second) = (items[pair.second].text.plainText, items[pair.first].text.plainText)
      lines += grade.text.lines("“\(first)” comes before “\(second)”.")
    }
    return lines + [""] + solution(grade.text) + grade.comesBack
  }

  private func solution(_ text: BlockText) -> [Line] {
    items.enumerated().flatMap { index, item in
      text.lines(marked: "\(index + 1). ", item.text) + text.lines(item.feedback, indent: "   ")
    }
  }
}
