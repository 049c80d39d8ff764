import Practice
import SpacedRepetition

/// A log in memory, as a page has it: what a session needs of one. The test that compares a page with the terminal compiles this
/// file, too.
struct MemoryLog {
  private(set) var events: [LogEvent] = []
  private(set) var states: [ItemID: ItemState] = [:]
  private(set) var hidden: [ItemID: Int64] = [:]
  var session = "s"
  var scheduler = Scheduler.standard

  mutating func record(_ contents: [LogEvent.Content], at time: Int64) -> [RecordedAnswer] {
    var recorded: [RecordedAnswer] = []
    for content in contents {
      let id = append(content, at: time)
      guard case .answer(let answer) = content else { continue }
      let before = states[answer.item] ?? .untouched
      var after = before
      after.apply(CountedAnswer(answer, at: time), by: scheduler, card: answer.item.fingerprint)
      states[answer.item] = after
      let result = RecordedAnswer(id: id, answer: answer, before: before, after: after)
      if result.isSetAside { append(.hiding(answer.item, until: LogEvent.forGood), at: time) }
      recorded.append(result)
    }
    return recorded
  }

  /// The last attempt that counts; what it did to states is folded anew.
  mutating func undo(at time: Int64) -> Attempt? {
    var undone: Set<EventID> = []
    for event in events { if case .undo(let id) = event.content { undone.insert(id) } }
    var rest = events.filter { !undone.contains($0.id) }
    guard let attempt = Attempt.latest(1, { rest.popLast() }).first else { return nil }
    for event in attempt.events { append(.undo(event.id), at: time) }
    for event in attempt.events { undone.insert(event.id) }
    states = [:]
    for event in events where !undone.contains(event.id) {
      guard case .answer(let answer) = event.content else { continue }
      states[answer.item, default: .untouched]
        .apply(CountedAnswer(answer, at: event.at), by: scheduler, card: answer.item.fingerprint)
    }
    return attempt
  }

  @discardableResult
  private mutating func append(_ content: LogEvent.Content, at time: Int64) -> EventID {
    let id = EventID(device: "d", counter: Int64(events.count + 1))
    events.append(LogEvent(id: id, at: time, session: session, content: content))
    if case .hiding(let item, let until) = content { hidden[item] = until }
    return id
  }
}
