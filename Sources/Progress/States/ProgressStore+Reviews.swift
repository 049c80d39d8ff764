import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// All answers with a rating that count for this course, item by item, in the order in which the states are computed
  /// from them.
  package func reviews() throws(ProgressError) -> [ItemID: [Review]] {
    try read { db in
      var reviews: [ItemID: [Review]] = [:]
      for (key, list) in try Self.reviews(db, where: "counting.course = ?", [course]) {
        reviews[try Self.name(ofItem: key.itemRow, db)] = list
      }
      return reviews
    }
  }

  /// Returns the reviews of all courses, a list an item, in the order of the names: parameters are fitted to them. Each
  /// counts once, and for this course where it counts for it.
  package func reviewHistories() throws(ProgressError) -> [[Review]] {
    try read { db in
      let lists = try Self.reviews(db, counting: Self.onceEach, [course])
      return try lists.map { (name: try Self.name(ofItem: $0.key.itemRow, db), course: $0.key.origin, list: $0.value) }
        .sorted { ($0.name, ExactText($0.course)) < ($1.name, ExactText($1.course)) }
        .map(\.list)
    }
  }

  private static func reviews(
    _ db: Database, counting: String = everyCourse, where condition: String = "TRUE", _ arguments: StatementArguments
  ) throws -> [Change: [Review]] {
    var lists: [Change: [Review]] = [:]
    try forEachAnswer(db, counting: counting, where: condition, arguments) { answer in
      guard let rating = answer.answer.rating else { return }
      let key = Change(itemRow: answer.itemRow, origin: answer.course)
      lists[key, default: []].append(Review(rating: rating, at: answer.answer.at, seconds: answer.answer.seconds))
    }
    return lists
  }

  /// Items that stay hidden beyond `time`, and until when: `LogEvent.forGood` for those set aside.
  package func hiddenItems(at time: Int64) throws(ProgressError) -> [ItemID: Int64] {
    try read { db in
      var hidden: [ItemID: Int64] = [:]
      for row in try self.hidden(at: time, db) {
        hidden[try Self.name(ofItem: row.key, db)] = row.value
      }
      return hidden
    }
  }
}
