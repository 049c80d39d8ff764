import Course
import Foundation
import Markup
import Practice
import Terminal

extension QuizRun {
  func ask(order items: [Exercise.Item], _ exercise: Exercise) throws {
    let shown = (session.open?.shown ?? []).map { items[$0].text }
    let places: [Int]
    if usesKeys {
      var board = OrderBoard(texts: shown.map(\.plainText))
      try play(&board, exercise)
      places = board.answer
    } else {
      writeNumbered(shown)
      say("The numbers in the right order, such as \(example(items.count)) · Enter: leave it out\(hintKey)")
      places = try numbers(of: items.count, all: true, exercise)
    }
    if !places.isEmpty { try askConfidence() }
    let graded = try record(.places(places), exercise)
    guard case .ordering(let score?) = graded.verdict else {
      sayLeftOut()
      reveal(order: items)
      return tell(graded)
    }
    context.write([
      "", verdict(score.passed, self.score(graded.mark)),
      Line("\(score.ordered.count) of \(items.count) stand in the right order to one another\(spent(graded.hints))."),
    ])
    if let pair = score.misplacedPair {
      context.write(
        text.lines("“\(items[pair.second].text.plainText)” comes before “\(items[pair.first].text.plainText)”."))
    }
    context.write([""])
    reveal(order: items)
    tell(graded)
  }

  private func reveal(order items: [Exercise.Item]) {
    for (index, item) in items.enumerated() {
      write("\(index + 1). ", item.text)
      write(item.feedback, indent: "   ")
    }
  }

  private func example(_ count: Int) -> String {
    ([2, 1] + (2..<max(2, count)).map { $0 + 1 }).prefix(count).map { "\($0)" }.joined(separator: " ")
  }

  func ask(_ listing: Exercise.Listing, _ exercise: Exercise) throws {
    let texts = (session.open?.shown ?? []).map { listing.offered[$0].text }
    let strangers = listing.distractors.count
    let places: [Int]
    if usesKeys {
      var board = OrderBoard(texts: texts, canLeaveOut: strangers > 0)
      try play(&board, exercise)
      places = board.answer
    } else {
      for (index, line) in texts.enumerated() { write("\(index + 1)".padding(4), [Line(line)]) }
      let out = strangers == 0 ? "" : ", without those that do not belong"
      context.write([""])
      say(
        "The numbers in the right order\(out), such as \(example(listing.lines.count)) · Enter: leave it out\(hintKey)")
      places = try numbers(of: texts.count, all: false, exercise)
    }
    if !places.isEmpty { try askConfidence() }
    let graded = try record(.places(places), exercise)
    guard case .listing(let score?) = graded.verdict else {
      sayLeftOut()
      reveal(listing, used: [])
      return tell(graded)
    }
    context.write(["", verdict(score.passed, self.score(graded.mark))])
    context.write(text.lines(sentence(score, listing) + spent(graded.hints) + "."))
    if let pair = score.misplacedPair {
      let (first, second) = (listing.offered[pair.second].text, listing.offered[pair.first].text)
      context.write(text.lines("`\(first.trimmed)` comes before `\(second.trimmed)`."))
    }
    context.write([""])
    reveal(listing, used: score.distractors)
    tell(graded)
  }

  private func sentence(_ score: ParsonsScore, _ listing: Exercise.Listing) -> String {
    let inOrder = listing.lines.count - score.missing.count - score.misplaced.count
    var parts = ["\(inOrder) of \(listing.lines.count) lines stand in the right order to one another"]
    if !score.missing.isEmpty {
      parts.append("\(score.missing.count) left out that \(score.missing.count == 1 ? "belongs" : "belong")")
    }
    if !score.distractors.isEmpty {
      parts.append(
        "\(score.distractors.count) taken in that \(score.distractors.count == 1 ? "does" : "do") not belong")
    }
    return parts.joined(separator: "; ")
  }

  /// The listing, and why its lines stand where they stand; why others do not belong.
  private func reveal(_ listing: Exercise.Listing, used: [Int]) {
    context.write(CodeText.lines(listing.code.literal).map { Line("  ") + $0 } + [""])
    for (index, line) in listing.offered.enumerated() where !line.feedback.isEmpty || used.contains(index) {
      let isStranger = index >= listing.lines.count
      let words = isStranger ? "does not belong." : ""
      context.write([Line("\(used.contains(index) ? "✗" : "·") `\(line.text.trimmed)` \(words)")])
      write(line.feedback, indent: "  ")
    }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }

  fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
