import Numerics

/// The id of what an answer is about: an item of an exercise, or a card of a deck. Both ids are the course's own strings.
package struct ItemID: Hashable, Comparable, Sendable {
  @ExactText package var exercise: String
  @ExactText package var item: String

  package init(exercise: String, item: String) {
    self.exercise = exercise
    self.item = item
  }

  package static func < (left: ItemID, right: ItemID) -> Bool {
    (left._exercise, left._item) < (right._exercise, right._item)
  }

  /// Whether it stands for the exercise as a whole, which has no name of its own.
  package var isWhole: Bool { item.isEmpty }

  /// Tells items apart wherever a seed is wanted, as for spread intervals.
  package var fingerprint: UInt64 {
    var hash = FNV1a()
    hash.combine(exercise)
    hash.combine(0)
    hash.combine(item)
    return hash.value
  }
}
