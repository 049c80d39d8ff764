/// What an answer is about: an item of an exercise, or a card of a deck. Both ids are the course's own strings.
package struct ItemID: Hashable, Sendable, Codable {
  package var exercise: String
  package var item: String

  package init(exercise: String, item: String) {
    self.exercise = exercise
    self.item = item
  }

  /// Tells items apart wherever a seed is wanted, for shuffles and spread intervals: FNV-1a over both ids (Fowler, Noll & Vo).
  package var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Array(exercise.utf8) + [0] + Array(item.utf8) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash
  }
}
