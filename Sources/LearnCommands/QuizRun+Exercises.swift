import Course
import Foundation
import Markup
import Practice
import Progress
import Scoring
import Terminal

/// The kinds of exercise that are asked as a whole.
extension QuizRun {
  mutating func ask(sort buckets: [Exercise.Bucket], _ exercise: Exercise, seed: UInt64) throws {
    var attempt = SortAttempt(buckets, seed: seed)
    var hints = exercise.hints[...]
    let names = buckets.map { $0.name.plainText }
    let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    app.write([Line("\(keys) · Enter: leave it out · \(hints.isEmpty ? "" : "?: hint · ")q: leave", .faint)])
    while let item = attempt.current {
      let number = "\(attempt.answered + 1) of \(attempt.items.count)  "
      app.write(
        [""]
          + BlockText(width: app.screen.measure - number.count).lines(item.text).enumerated().map { index, line in
            Line(index == 0 ? number : String(repeating: " ", count: number.count), .faint) + line
          })
      let start = Date()
      let chosen = try bucket(of: names, hints: &hints)
      let right = attempt.put(into: chosen)
      let isRight = chosen == right
      let told =
        chosen == nil
        ? Line("· It is \(names[right]).", .bold) : verdict(isRight, (isRight ? "" : "No: ") + names[right] + ".")
      write(told, because: item.feedback)
      try keep(
        Answer(
          item: ItemID(exercise: exercise.id, item: item.id), kind: "sort", given: chosen.map { names[$0] } ?? "",
          mark: isRight ? 1 : 0, seconds: Date().timeIntervalSince(start)))
    }
    let score = try attempt.score
    let used = exercise.hints.count - hints.count
    let mark = Hints.mark(score.mark, after: used)
    app.write([
      "", Line(String(format: "Score %.3f", mark), .bold),
      Line(
        "\(score.right) right, \(score.wrong) wrong, \(score.blank) left out of \(attempt.items.count)\(spent(used))."),
    ])
    if let mixUp = score.confusion.commonest {
      app.write([
        Line("Most often mixed up: \(names[mixUp.truth]), taken for \(names[mixUp.chosen]) \(times(mixUp.count)).")
      ])
    }
    if score.wrong > 0 {
      app.write([Line("What is wrong counts against what is right: guessing is worth nothing.", .faint)])
    }
    try keep(
      whole(exercise, given: "\(score.right) of \(attempt.items.count)", mark: mark, hints: used), isCounted: false)
  }

  private mutating func bucket(of names: [String], hints: inout ArraySlice<[Block]>) throws -> Int? {
    while true {
      switch AnswerReading.choice(try line("> ", hints: &hints), of: names) {
      case .index(let index): return index
      case .blank: return nil
      case .unknown:
        let known = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        app.write([Line("That is none of: \(known).", .faint)])
      }
    }
  }

  mutating func ask(order items: [Exercise.Item], _ exercise: Exercise, seed: UInt64) throws {
    let shown = Shuffle.neverSolved(items.count, seed: seed)
    writeNumbered(shown.map { items[$0].text })
    var hints = exercise.hints[...]
    app.write([Line("The numbers in the right order, such as \(example(items.count)) · Enter: leave it out", .faint)])
    let answer = try numbers(of: items.count, all: true, hints: &hints)
    guard !answer.isEmpty else {
      sayLeftOut()
      reveal(order: items)
      return try keep(whole(exercise, given: "", mark: 0, hints: exercise.hints.count - hints.count))
    }
    let score = try OrderingScore(answer: answer.map { shown[$0] })
    let used = exercise.hints.count - hints.count
    let mark = Hints.mark(score.mark, after: used)
    app.write([
      "", verdict(score.passed, String(format: "Score %.3f", mark)),
      Line("\(score.ordered.count) of \(items.count) stand in the right order to one another\(spent(used))."),
    ])
    if let pair = score.misplacedPair {
      app.write([Line("“\(items[pair.second].text.plainText)” comes before “\(items[pair.first].text.plainText)”.")])
    }
    app.write([""])
    reveal(order: items)
    let given = answer.map { "\(shown[$0] + 1)" }.joined(separator: " ")
    try keep(whole(exercise, given: given, mark: mark, hints: used))
  }

  private func reveal(order items: [Exercise.Item]) {
    for (index, item) in items.enumerated() {
      app.write(text.lines(item.text).enumerated().map { Line($0 == 0 ? "\(index + 1). " : "   ") + $1 })
      write(item.feedback, indent: "   ")
    }
  }

  mutating func ask(choose options: [Exercise.Option], _ exercise: Exercise, seed: UInt64) throws {
    let shown = Shuffle.any(options.count, seed: seed).map { options[$0] }
    writeNumbered(shown.map(\.item.text))
    var hints = exercise.hints[...]
    let isSingle = options.count(where: \.isRight) == 1
    app.write([Line("\(isSingle ? "A number" : "The numbers of all that are right") · Enter: leave it out", .faint)])
    let chosen = try numbers(of: options.count, all: false, hints: &hints)
    let key = shown.map(\.isRight)
    for (index, option) in shown.enumerated() where chosen.contains(index) || option.isRight {
      let words = option.isRight ? (chosen.contains(index) ? "is right." : "would have been right.") : "is wrong."
      write(verdict(option.isRight && chosen.contains(index), "\(index + 1) \(words)"), because: option.item.feedback)
    }
    let score = try ChoiceScore(chosen: chosen, key: key)
    let used = exercise.hints.count - hints.count
    let mark = Hints.mark(score.mark, after: used)
    app.write([Line(String(format: "Score %.3f", mark), .bold)])
    let given = chosen.map { shown[$0].item.id }.joined(separator: " ")
    try keep(whole(exercise, given: given, mark: mark, hints: used))
  }

  mutating func ask(number quantity: Exercise.Quantity, _ exercise: Exercise) throws {
    var hints = exercise.hints[...]
    let unit = quantity.unit.isEmpty ? "" : " with its unit, \(quantity.unit)"
    app.write([Line("A number\(unit) · Enter: leave it out", .faint)])
    var given: (value: Double, unit: String)?
    while given == nil {
      let line = try line("> ", hints: &hints)
      if line.allSatisfy(\.isWhitespace) {
        sayLeftOut()
        write(quantity.feedback, indent: "  ")
        return try keep(whole(exercise, given: "", mark: 0, hints: exercise.hints.count - hints.count))
      }
      given = AnswerReading.quantity(line)
      if given == nil { app.write([Line("That is no number.", .faint)]) }
      if let answer = given, answer.unit.isEmpty, !quantity.unit.isEmpty {
        app.write([Line("With its unit, please: \(quantity.unit).", .faint)])
        given = nil
      }
    }
    guard let given else { return }
    let unitGiven: NumberScore.Unit =
      given.unit == quantity.unit ? .right : given.unit.isEmpty ? .missing : .wrong
    let score = NumberScore(
      answer: given.value, expected: quantity.value, tolerance: quantity.tolerance, unit: unitGiven)
    let used = exercise.hints.count - hints.count
    let mark = Hints.mark(score.mark, after: used)
    let answer = "\(quantity.value) ± \(quantity.tolerance)" + (quantity.unit.isEmpty ? "" : " \(quantity.unit)")
    let words =
      score.mark == 1
      ? "Right: \(answer)"
      : score.isWithinTolerance ? "The number is right, the unit is not: \(answer)" : "It is \(answer)"
    write(verdict(score.mark == 1, words), because: quantity.feedback)
    app.write([Line(String(format: "Score %.3f", mark), .bold)])
    try keep(whole(exercise, given: "\(given.value) \(given.unit)", mark: mark, hints: used))
  }

  // MARK: Shared

  private func whole(_ exercise: Exercise, given: String, mark: Double, hints: Int) -> Answer {
    Answer(item: exercise.whole, kind: exercise.kind.rawValue, given: given, mark: mark, hints: hints)
  }

  private func sayLeftOut() {
    app.write([Line("Left out. This is the answer:", .faint)])
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private func spent(_ hints: Int) -> String {
    hints == 0
      ? ""
      : String(format: "; %d %@ cost %.1f", hints, hints == 1 ? "hint" : "hints", Double(hints) * Hints.standardCost)
  }

  private func writeNumbered(_ texts: [[Inline]]) {
    for (index, inlines) in texts.enumerated() {
      let number = "\(index + 1)  "
      app.write(
        BlockText(width: app.screen.measure - number.count).lines(inlines).enumerated().map { row, line in
          Line(row == 0 ? number : String(repeating: " ", count: number.count), .faint) + line
        })
    }
    app.write([""])
  }

  private func example(_ count: Int) -> String {
    ([2, 1] + (2..<max(2, count)).map { $0 + 1 }).prefix(count).map { "\($0)" }.joined(separator: " ")
  }

  private mutating func numbers(of count: Int, all: Bool, hints: inout ArraySlice<[Block]>) throws -> [Int] {
    while true {
      let line = try line("> ", hints: &hints)
      if let numbers = AnswerReading.numbers(line, upTo: count), numbers.isEmpty || !all || numbers.count == count {
        return numbers
      }
      let wanted = all ? "each of the numbers 1 to \(count) once" : "numbers from 1 to \(count)"
      app.write([Line("Give \(wanted), with spaces between them.", .faint)])
    }
  }
}
