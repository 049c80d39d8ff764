import Course
import Progress

extension Exercise {
  /// Under this id stands how the exercise as a whole was answered.
  package var whole: ItemID { ItemID(exercise: id, item: "") }

  /// Under this id stands how a part of it, or all of it, was answered.
  func item(_ subject: Question.Subject) -> ItemID {
    switch subject {
    case .whole: return whole
    case .card(let card): return ItemID(exercise: id, item: card.id)
    case .item(let item, _): return ItemID(exercise: id, item: item.id)
    case .blank(let index):
      guard case .cloze(let cloze) = content else { return whole }
      return ItemID(exercise: id, item: cloze.blanks[index].id)
    }
  }

  /// What may come back by itself: cards, and the items of exercises that are marked item by item.
  var parts: [Question.Subject] {
    switch content {
    case .cards(let cards): cards.map { .card($0) }
    case .sort(let buckets):
      buckets.enumerated().flatMap { number, bucket in bucket.items.map { .item($0, bucket: number) } }
    case .cloze(let cloze): cloze.blanks.indices.map { .blank($0) }
    case .order, .choose, .number, .predict, .parsons, .diagnose: []
    }
  }

  /// Whether its items are answered and come back one by one.
  package var isMarkedByItem: Bool { !parts.isEmpty }

  /// What is asked and marked by itself: its parts, or all of it.
  package var items: [ItemID] {
    let parts = parts
    return parts.isEmpty ? [whole] : parts.map(item)
  }
}
