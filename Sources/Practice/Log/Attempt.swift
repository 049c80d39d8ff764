/// An answer that is taken back as one: it stands for itself, or it is that to an exercise as a whole, together with those to
/// its items, which it sums up.
package struct Attempt: Equatable, Sendable {
  /// The item, or the exercise as a whole, that was answered.
  package let item: ItemID
  /// The latest of its answers: that to the whole, where there is one.
  package let answer: LogEvent
  /// The answers that it sums up, the latest first.
  package private(set) var items: [LogEvent] = []
  private var asked: Set<ItemID> = []

  package var id: EventID { answer.id }

  /// The events that it put into the log, the latest first.
  package var events: [LogEvent] { [answer] + items }

  /// The number of answers that the learner gave: a sum is none.
  package var count: Int { max(1, items.count) }

  /// `nil` for what is no answer.
  private init?(_ event: LogEvent) {
    guard case .answer(let answer) = event.content else { return nil }
    item = answer.item
    self.answer = event
  }

  /// Whether the answer before it belongs to it. An item that is asked once more belongs to another attempt.
  private mutating func take(_ earlier: Attempt) -> Bool {
    guard item.isWhole, !earlier.item.isWhole, earlier.item.exercise.isSame(as: item.exercise),
      (earlier.answer.course ?? "").isSame(as: answer.course ?? ""), asked.insert(earlier.item).inserted
    else { return false }
    items.append(earlier.answer)
    return true
  }

  /// The last attempts. Two sittings at once may lie mixed in the log.
  ///
  /// - Parameter next: gives answers, the latest first.
  package static func latest<Failure: Error>(
    _ limit: Int, _ next: () throws(Failure) -> LogEvent?
  ) throws(Failure) -> [Attempt] {
    var attempts: [Attempt] = []
    var latestOfSession: [ExactText: Int] = [:]
    while let event = try next() {
      guard let attempt = Attempt(event) else { continue }
      if let index = latestOfSession[ExactText(event.session)], attempts[index].take(attempt) { continue }
      if attempts.count == limit { break }
      latestOfSession[ExactText(event.session)] = attempts.count
      attempts.append(attempt)
    }
    return attempts
  }
}
