import Course
import Events
import Figures
import Markup
import Practice

/// A way in which a question is answered: how it is asked, how the answer is read, and how its verdict is told.
package protocol AnswerForm {
  /// The lines that are shown once, before the answer is read.
  func introduction(_ text: BlockText) -> [Line]
  mutating func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply
  /// The lines that say what the answer that was read last was worth.
  func verdict(_ grade: GradeText) -> [Line]
}

extension AnswerForm {
  package func introduction(_ text: BlockText) -> [Line] { [] }
}

/// A learner's reply to a question.
package enum AnswerReply {
  case answer(Response, Confidence? = nil)
  /// Only to a card.
  case command(CardCommand)
}

extension QuestionHead {
  /// The form of a question about the exercise, but for cards.
  ///
  /// - Parameter usesKeys: whether single keys are read.
  /// - Returns: `nil` for a card, and for what a run must show first.
  package func form(_ open: OpenQuestion, usesKeys: Bool) -> (any AnswerForm)? {
    let hintKey = exercise.hints.isEmpty ? "" : " · ?: hint"
    func choice(_ options: [Exercise.Item], repeated: Bool, _ figure: Metric? = nil, _ why: [Block] = []) -> ChoiceForm?
    {
      guard case .choice(_, let key, _) = open.exercise.key else { return nil }
      return ChoiceForm(options, key, open.shown, hintKey, repeatsOptions: repeated, figure: figure, feedback: why)
    }
    switch exercise.content {
    case .sort(let buckets): return form(buckets, open, usesKeys)
    case .order(let items): return OrderingForm(items: items, shown: open.shown, hintKey: hintKey)
    case .parsons(let listing): return ListingForm(listing: listing, shown: open.shown, hintKey: hintKey)
    case .choose(let options): return choice(options.map(\.item), repeated: usesKeys)
    case .diagnose(let diagnosis): return choice(diagnosis.options.map(\.item), repeated: usesKeys)
    case .number(let quantity): return QuantityForm(quantity: quantity, answer: quantity.text(), hintKey: hintKey)
    case .cloze(let cloze): return GapsForm(cloze: cloze, part: part, hintKey: hintKey)
    case .predict(let prediction):
      guard let figure else { return nil }
      switch prediction.answer {
      case .choice(let options): return choice(options.map(\.item), repeated: false, figure, prediction.feedback)
      case .number(let tolerance):
        let quantity = prediction.quantity(Double(figure.value), tolerance, unit: figure.unit)
        return QuantityForm(quantity: quantity, answer: quantity.text { Figure.text(Float($0)) }, hintKey: hintKey)
      }
    case .cards: return nil
    }
  }

  private func form(_ buckets: [Exercise.Bucket], _ open: OpenQuestion, _ usesKeys: Bool) -> any AnswerForm {
    let items = buckets.flatMap(\.items)
    let names = buckets.map { $0.name.plainText }
    func item(_ index: Int, number: String? = nil) -> ItemForm {
      let key = exercise.hints.isEmpty ? "" : usesKeys ? "h: hint · " : "?: hint · "
      return ItemForm(item: items[index], buckets: names, number: number, hintKey: key)
    }
    if let part { return item(part) }
    if !usesKeys, let attempt = open.sorting, let next = attempt.current {
      return item(next, number: "\(attempt.answered + 1) of \(items.count)")
    }
    return SortingForm(items: open.shown.map { items[$0] }, buckets: names, usesBoard: usesKeys)
  }
}
