import Course
import Foundation
import Markup
import Practice
import Progress
import Scoring
import Terminal

extension QuizRun {
  func ask(sort buckets: [Exercise.Bucket], _ asking: inout Asking) throws {
    var attempt = SortAttempt(buckets, seed: asking.seed)
    let names = buckets.map { $0.name.plainText }
    var comingBack = 0
    if usesKeys {
      var board = SortBoard(items: attempt.items.map(\.text.plainText), buckets: names)
      try play(&board, &asking)
      try askConfidence(&asking)
      let seconds = asking.seconds / Double(max(1, attempt.items.count))
      for (item, chosen) in zip(attempt.items, board.places) {
        write("", item.text)
        if try mark(item, chosen, &attempt, names, asking, seconds: seconds) { comingBack += 1 }
      }
    } else {
      let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
      let hint = asking.hints.isEmpty ? "" : "?: hint · "
      app.write(text.lines("\(keys) · Enter: leave it out · \(hint)q: leave", style: .faint))
      while let item = attempt.current {
        app.write([""])
        write("\(attempt.answered + 1) of \(attempt.items.count)  ", item.text)
        let start = Date()
        asking.confidence = nil
        let chosen = try pick(names, &asking)
        if chosen != nil { try askConfidence(&asking) }
        let seconds = Date().timeIntervalSince(start)
        if try mark(item, chosen, &attempt, names, asking, seconds: seconds) { comingBack += 1 }
      }
    }
    try sum(attempt, names, asking, comingBack: comingBack)
  }

  /// Says where the item belongs and why, and keeps the answer. Returns whether the item comes back.
  private func mark(
    _ item: Exercise.Item, _ chosen: Int?, _ attempt: inout SortAttempt, _ names: [String], _ asking: Asking,
    seconds: Double
  ) throws -> Bool {
    let right = attempt.put(into: chosen)
    write(verdict(chosen, right, names), because: item.feedback)
    // Hints are counted on the whole, not on each item.
    var plain = asking
    plain.hints = asking.question.exercise.hints[...]
    return try keep(
      Marked(given: chosen.map { names[$0] } ?? "", mark: chosen == right ? 1 : 0, passed: chosen == right), plain,
      item: ItemID(exercise: asking.question.exercise.id, item: item.id), seconds: seconds, isQuiet: true)
  }

  private func verdict(_ chosen: Int?, _ right: Int, _ names: [String]) -> Line {
    chosen == nil
      ? Line("· It is \(names[right]).", .bold)
      : verdict(chosen == right, (chosen == right ? "" : "No: ") + names[right] + ".")
  }

  private func sum(_ attempt: SortAttempt, _ names: [String], _ asking: Asking, comingBack: Int) throws {
    let score = try attempt.score
    let used = asking.hintsUsed
    let mark = Hints.mark(score.mark, after: used)
    app.write([
      "", Line(self.score(mark), .bold),
      Line(
        "\(score.right) right, \(score.wrong) wrong, \(score.blank) left out of \(attempt.items.count)\(spent(used))."),
    ])
    if score.wrong > 0 {
      app.write(ConfusionText(score.confusion, names: names, width: screen.measure).lines)
      say("What is wrong counts against what is right: guessing is worth nothing.")
    }
    let whole = Answer(
      item: asking.question.exercise.whole, kind: "sort", given: "\(score.right) of \(attempt.items.count)", mark: mark,
      hints: used)
    try keep(whole, of: asking.question.exercise, isCounted: false)
    if comingBack > 0 {
      app.write([
        Line(
          "\(comingBack) \(comingBack == 1 ? "item comes" : "items come") back by \(comingBack == 1 ? "itself" : "themselves").",
          .faint)
      ])
    }
  }

  /// One item that was failed before.
  func ask(_ item: Exercise.Item, _ bucket: Int, _ asking: inout Asking) throws {
    guard case .sort(let buckets) = asking.question.exercise.content else { return }
    let names = buckets.map { $0.name.plainText }
    write("", item.text)
    let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    let hint = asking.hints.isEmpty ? "" : "\(usesKeys ? "h" : "?"): hint · "
    app.write(text.lines("\(keys) · Enter: leave it out · \(hint)q: leave", style: .faint))
    let chosen = try pick(names, &asking)
    if chosen != nil { try askConfidence(&asking) }
    write(verdict(chosen, bucket, names), because: item.feedback)
    try keep(
      Marked(given: chosen.map { names[$0] } ?? "", mark: chosen == bucket ? 1 : 0, passed: chosen == bucket), asking)
  }
}
