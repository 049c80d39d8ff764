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
      // All of it was answered at once, and is kept before any of it is marked.
      let places = Array(zip(attempt.items, board.places).map { ($0, $1, attempt.put(into: $1)) })
      let answers = try places.map { try answer($0, $1, $2, names, asking, seconds: seconds) }
      let kept = try keep(answers, sum: sum(attempt, asking), of: asking.question.exercise)
      for ((item, chosen, right), kept) in zip(places, kept) {
        write("", item.text)
        tell(kept, chosen, right, item, names)
      }
      comingBack = kept.count { $0.due != nil }
    } else {
      let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
      let hint = asking.hints.isEmpty ? "" : "?: hint · "
      app.write(text.lines("\(keys) · Enter: leave it out · \(hint)q: leave", style: .faint))
      while let item = attempt.current {
        app.write([""])
        write("\(attempt.answered + 1) of \(attempt.items.count)  ", item.text)
        let stopwatch = Stopwatch()
        asking.confidence = nil
        let chosen = try pick(names, &asking)
        if chosen != nil { try askConfidence(&asking) }
        let right = attempt.put(into: chosen)
        let seconds = stopwatch.seconds
        let answer = try answer(item, chosen, right, names, asking, seconds: seconds)
        let kept = try keep([answer], of: asking.question.exercise)[0]
        tell(kept, chosen, right, item, names)
        if kept.due != nil { comingBack += 1 }
      }
      _ = try keep([], sum: sum(attempt, asking), of: asking.question.exercise)
    }
    try tell(attempt, names, asking, comingBack: comingBack)
  }

  private func answer(
    _ item: Exercise.Item, _ chosen: Int?, _ right: Int, _ names: [String], _ asking: Asking, seconds: Double
  ) throws -> Answer {
    try answer(
      Marked(given: chosen.map { names[$0] } ?? "", mark: chosen == right ? 1 : 0, passed: chosen == right),
      asking.withoutHints, item: ItemID(exercise: asking.question.exercise.id, item: item.id), seconds: seconds)
  }

  private func sum(_ attempt: SortAttempt, _ asking: Asking) throws -> Answer {
    let score = try attempt.score
    return Answer(
      item: asking.question.exercise.whole, kind: "sort", given: "\(score.right) of \(attempt.items.count)",
      mark: Hints.mark(score.mark, after: asking.hintsUsed), hints: asking.hintsUsed)
  }

  /// Says where an item belongs, and why.
  private func tell(_ kept: KeptAnswer, _ chosen: Int?, _ right: Int, _ item: Exercise.Item, _ names: [String]) {
    write(verdict(chosen, right, names), because: item.feedback)
    tell(kept, isQuiet: true)
  }

  private func verdict(_ chosen: Int?, _ right: Int, _ names: [String]) -> Line {
    chosen == nil
      ? Line("· It is \(names[right]).", .bold)
      : verdict(chosen == right, (chosen == right ? "" : "No: ") + names[right] + ".")
  }

  private func tell(_ attempt: SortAttempt, _ names: [String], _ asking: Asking, comingBack: Int) throws {
    let score = try attempt.score
    let used = asking.hintsUsed
    app.write([
      "", Line(self.score(Hints.mark(score.mark, after: used)), .bold),
      Line(
        "\(score.right) right, \(score.wrong) wrong, \(score.blank) left out of \(attempt.items.count)\(spent(used))."),
    ])
    if score.wrong > 0 {
      app.write(ConfusionText(score.confusion, names: names, width: screen.measure).lines)
      say("What is wrong counts against what is right: guessing is worth nothing.")
    }
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
    let kept = try keep(
      Marked(given: chosen.map { names[$0] } ?? "", mark: chosen == bucket ? 1 : 0, passed: chosen == bucket), asking)
    write(verdict(chosen, bucket, names), because: item.feedback)
    tell(kept)
  }
}
