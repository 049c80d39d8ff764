import Course
import Foundation
import Markup
import Practice
import Progress
import Terminal

extension QuizRun {
  func ask(sort buckets: [Exercise.Bucket], _ exercise: Exercise) throws {
    let items = buckets.flatMap(\.items)
    let shown = (session.open?.shown ?? []).map { items[$0] }
    let names = buckets.map { $0.name.plainText }
    var comingBack = 0
    let graded: GradedAnswer
    if usesKeys {
      var board = SortBoard(items: shown.map(\.text.plainText), buckets: names)
      try play(&board, exercise)
      try askConfidence()
      // All of it was answered at once, and is recorded before any of it is marked.
      graded = try record(.buckets(board.places), exercise)
      guard case .sorting(_, let chosen, let right) = graded.verdict else { return }
      for (index, item) in shown.enumerated() {
        write("", item.text)
        write(verdict(chosen[index], right[index], names), because: item.feedback)
        tell(graded.recorded[index], isQuiet: true)
      }
      comingBack = graded.comingBack
    } else {
      sayBuckets(names, hint: "?")
      for (index, item) in shown.enumerated() {
        context.write([""])
        write("\(index + 1) of \(shown.count)  ", item.text)
        comingBack += try ask(item, names, exercise).comingBack
      }
      graded = try record(.buckets([]), exercise)
    }
    tellSorting(graded, names, comingBack: comingBack)
  }

  /// One item: asks where it belongs, says so, and why.
  private func ask(_ item: Exercise.Item, _ names: [String], _ exercise: Exercise) throws -> GradedAnswer {
    let stopwatch = Stopwatch()
    confidence = nil
    let chosen = try pick(names, exercise)
    if chosen != nil { try askConfidence() }
    let graded = try record(.bucket(chosen), exercise, seconds: stopwatch.seconds)
    guard case .item(_, let right) = graded.verdict else { return graded }
    write(verdict(chosen, right, names), because: item.feedback)
    tell(graded.recorded[0], isQuiet: session.open?.question.part == nil)
    return graded
  }

  private func sayBuckets(_ names: [String], hint key: String) {
    let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    let hint = hintsLeft == 0 ? "" : "\(key): hint · "
    context.write(text.lines("\(keys) · Enter: leave it out · \(hint)q: leave", style: .faint))
  }

  private func verdict(_ chosen: Int?, _ right: Int, _ names: [String]) -> Line {
    chosen == nil
      ? Line("· It is \(names[right]).", .bold)
      : verdict(chosen == right, (chosen == right ? "" : "No: ") + names[right] + ".")
  }

  private func tellSorting(_ graded: GradedAnswer, _ names: [String], comingBack: Int) {
    guard case .sorting(let score, let chosen, _) = graded.verdict else { return }
    context.write([
      "", Line(self.score(graded.mark), .bold),
      Line(
        "\(score.right) right, \(score.wrong) wrong, \(score.blank) left out of \(chosen.count)\(spent(graded.hints))."),
    ])
    if score.wrong > 0 {
      context.write(ConfusionText(score.confusion, names: names, width: screen.measure).lines)
      say("What is wrong counts against what is right: guessing is worth nothing.")
    }
    if comingBack > 0 {
      context.write([
        Line(
          "\(comingBack) \(comingBack == 1 ? "item comes" : "items come") back by \(comingBack == 1 ? "itself" : "themselves").",
          .faint)
      ])
    }
  }

  /// One item that was failed before.
  func ask(_ item: Exercise.Item, of buckets: [Exercise.Bucket], _ exercise: Exercise) throws {
    let names = buckets.map { $0.name.plainText }
    write("", item.text)
    sayBuckets(names, hint: usesKeys ? "h" : "?")
    _ = try ask(item, names, exercise)
  }
}
