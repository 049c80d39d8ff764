import GRDB
import SpacedRepetition

extension ProgressStore {
  /// All answers with a rating that count, item by item, in the order in which the states are computed from them.
  package func reviews() throws(ProgressError) -> [ItemID: [Review]] {
    try read { db in
      var rows: [Int64: [Review]] = [:]
      try Self.forEachAnswer(db, where: "rating IS NOT NULL") { answer in
        guard let rating = answer.rating else { return }
        rows[answer.itemRow, default: []].append(Review(rating: rating, at: answer.at, seconds: answer.seconds))
      }
      var reviews: [ItemID: [Review]] = [:]
      for (row, list) in rows { reviews[try Self.name(ofItem: row, db)] = list }
      return reviews
    }
  }

  /// Items that stay hidden beyond `time`, and until when: `Event.forGood` for those set aside.
  package func hiddenItems(at time: Int64) throws(ProgressError) -> [ItemID: Int64] {
    try read { db in
      var hidden: [ItemID: Int64] = [:]
      for row in try Self.hidden(at: time, db) {
        hidden[try Self.name(ofItem: row.key, db)] = row.value
      }
      return hidden
    }
  }
}
