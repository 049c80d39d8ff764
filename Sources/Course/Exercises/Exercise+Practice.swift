import Markup
import Practice

// An exercise as practice sees it.

extension Exercise {
  package typealias Kind = ExerciseKind

  package var kind: Kind {
    switch content {
    case .sort: .sort
    case .order: .order
    case .choose: .choose
    case .number: .number
    case .cloze: .cloze
    case .predict: .predict
    case .parsons: .parsons
    case .diagnose: .diagnose
    case .cards: .cards
    }
  }

  /// The ids of what may come back by itself: cards, and the items of exercises that are marked item by item.
  private var parts: [String] {
    switch content {
    case .cards(let cards): cards.map(\.id)
    case .sort(let buckets): buckets.flatMap(\.items).map(\.id)
    case .cloze(let cloze): cloze.blanks.map(\.id)
    case .order, .choose, .number, .predict, .parsons, .diagnose: []
    }
  }

  private var key: AnswerKey {
    switch content {
    case .cards: .cards
    case .sort(let buckets):
      .sorting(
        buckets: buckets.map { $0.name.plainText },
        key: buckets.enumerated().flatMap { number, bucket in bucket.items.map { _ in number } })
    case .order(let items): .ordering(items.count)
    case .choose(let options): Self.key(options)
    case .number(let quantity): .quantity(quantity.asked)
    case .cloze(let cloze): .gaps(cloze.blanks.map { [$0.answer] + $0.alternatives })
    case .parsons(let listing): .listing(lines: listing.lines.map(\.text), distractors: listing.distractors.count)
    case .diagnose(let diagnosis): Self.key(diagnosis.options)
    case .predict: .run
    }
  }

  private static func key(_ options: [Option]) -> AnswerKey {
    .choice(options: options.map(\.item.id), key: options.map(\.isRight))
  }

  /// - Parameter lesson: the number of its lesson.
  package func practised(in lesson: Int) -> PracticeExercise {
    var exercise = PracticeExercise(
      id: id, lesson: lesson, kind: kind, parts: parts, key: key, hints: hints.count)
    exercise.answers = answers
    exercise.outcome = outcomes.min()
    return exercise
  }

  /// The answer to each part, in words.
  private var answers: [String] {
    switch content {
    case .cards(let cards):
      cards.map { card in
        card.back.flatMap(\.inlineContents).map(\.plainText).joined(separator: " ")
      }
    case .sort(let buckets): buckets.flatMap { bucket in bucket.items.map { _ in bucket.name.plainText } }
    case .cloze(let cloze): cloze.blanks.map(\.answer)
    case .order, .choose, .number, .predict, .parsons, .diagnose: []
    }
  }

  /// The id under which the log has how the exercise as a whole was answered.
  package var whole: ItemID { ItemID(exercise: id, item: "") }

  /// Whether its items are answered and come back one by one.
  package var isMarkedByItem: Bool { !parts.isEmpty }

  /// The items that are asked and marked by themselves: the exercise's parts, or all of it.
  package var items: [ItemID] {
    let parts = parts
    return parts.isEmpty ? [whole] : parts.map { ItemID(exercise: id, item: $0) }
  }
}

extension ExerciseKind {
  /// The kind's name as a heading has it.
  package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Exercise.Quantity {
  /// The quantity without the reason why.
  package var asked: Quantity { Quantity(value: value, tolerance: tolerance, unit: unit) }
}

extension Exercise.Prediction {
  /// Returns the right answer where the cell has shown this figure; `nil` where no option has it.
  package func key(_ figure: Float, unit: String) -> AnswerKey? {
    switch answer {
    case .number(let tolerance): return .quantity(quantity(Double(figure), tolerance, unit: unit).asked)
    case .choice(let options):
      guard let right = options.firstIndex(where: { $0.range.contains(figure) }) else { return nil }
      // Ranges stay in their order: shuffled, they would be a riddle of their own.
      return .choice(
        options: options.map(\.item.id), key: options.indices.map { $0 == right }, isShuffled: false)
    }
  }
}

extension Lesson {
  /// The lesson's exercises as practice sees them.
  package var practice: [PracticeExercise] { exercises.map { $0.practised(in: number) } }
}
