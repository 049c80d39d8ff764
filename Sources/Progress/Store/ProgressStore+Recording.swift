import GRDB
import Practice
import SpacedRepetition

// The named writes. When one returns, the event is on disk and every state that it changes is up to date.

extension ProgressStore {
  @discardableResult
  package func record(_ answer: Answer, at time: Int64, session: String = "") throws(ProgressError) -> RecordedAnswer {
    try recording { recorded, db in try record(answer, at: time, session: session, &recorded, db) }
  }

  /// Records what belongs together: all of it, or none. A card that an answer makes a leech is set aside with it.
  ///
  /// - Returns: the answers among it.
  @discardableResult
  package func record(
    _ contents: [LogEvent.Content], at time: Int64, session: String = ""
  ) throws(ProgressError) -> [RecordedAnswer] {
    try recording { recorded, db in
      var answers: [RecordedAnswer] = []
      for content in contents {
        if case .answer(let answer) = content {
          answers.append(try record(answer, at: time, session: session, &recorded, db))
        } else {
          _ = try append(content, at: time, session: session, &recorded, db)
        }
      }
      return answers
    }
  }

  private func record(
    _ answer: Answer, at time: Int64, session: String, _ recorded: inout Recorded, _ db: Database
  ) throws -> RecordedAnswer {
    let row = try Self.itemID(answer.item, db)
    let before = try Self.state(row, in: course, db) ?? .untouched
    let id = try append(.answer(answer), at: time, session: session, &recorded, db)
    let after = try Self.state(row, in: course, db) ?? .untouched
    let result = RecordedAnswer(id: id, answer: answer, before: before, after: after)
    if result.isSetAside {
      // Right behind the answer: there `undo` looks for it.
      _ = try append(.hiding(answer.item, until: LogEvent.forGood), at: time, session: session, &recorded, db)
    }
    return result
  }

  @discardableResult
  package func record(_ position: Position, at time: Int64, session: String = "") throws(ProgressError) -> EventID {
    try append(.position(position), at: time, session: session)
  }

  /// Keeps an item from being due before `until`: `LogEvent.forGood` sets it aside, 0 brings it back.
  @discardableResult
  package func hide(
    _ item: ItemID, until: Int64, at time: Int64, session: String = ""
  ) throws(ProgressError) -> EventID {
    try append(.hiding(item, until: until), at: time, session: session)
  }

  /// A choice that holds in every course.
  @discardableResult
  package func set(
    _ name: String, to value: String, at time: Int64, session: String = ""
  ) throws(ProgressError) -> EventID {
    try recording { recorded, db in
      try append(.setting(name: name, value: value), at: time, session: session, isOfCourse: false, &recorded, db)
    }
  }

  /// A choice, or something to remember, about this course.
  @discardableResult
  package func setInCourse(
    _ name: String, to value: String, at time: Int64, session: String = ""
  ) throws(ProgressError) -> EventID {
    try append(.setting(name: name, value: value), at: time, session: session)
  }

  func append(_ content: LogEvent.Content, at time: Int64, session: String) throws(ProgressError) -> EventID {
    try recording { recorded, db in try append(content, at: time, session: session, &recorded, db) }
  }

  /// The count of what a transaction has recorded.
  struct Recorded {
    var last: EventID?
    var events: Int64 = 0
    var answers: Int64 = 0
  }

  /// Runs a transaction that records. When this returns, what it has recorded is on disk, and noted as such.
  func recording<Result>(
    _ body: (inout Recorded, Database) throws -> Result
  ) throws(ProgressError) -> Result {
    var recorded = Recorded()
    let result = try write { db in try body(&recorded, db) }
    guard let last = recorded.last, let counters else { return result }
    do {
      try counters.confirm(
        last.device, upTo: last.counter, events: recorded.events, answers: recorded.answers,
        change: DatabaseFile.change(of: path))
    } catch {
      throw ProgressError(error, path: counters.path)
    }
    return result
  }

  func append(
    _ content: LogEvent.Content, at time: Int64, session: String, isOfCourse: Bool = true, _ recorded: inout Recorded,
    _ db: Database
  ) throws -> EventID {
    guard LogEvent.times.contains(time) else { throw ProgressError.impossibleTime(time) }
    // Read anew each time: another process may have restored a backup since we opened the store.
    var last = try lastGiven(db)
    // An import may have brought the last number that there is, under our own name.
    if last.counter + 1 >= EventLine.counters.upperBound {
      try Self.giveName(db)
      last = EventID(device: try Self.device(db), counter: 0)
      try counters?.note(last)
      // Of the former name nothing is confirmed any more.
      recorded = Recorded()
    }
    let event = LogEvent(
      id: EventID(device: last.device, counter: last.counter + 1), at: time, session: session,
      course: isOfCourse && !course.isEmpty ? course : nil, content: content.storable)
    try counters?.note(event.id)
    var rows = RowCache()
    guard case .added(let changed) = try Self.insert(event, &rows, db) else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "event \(event.id.counter) was given twice")
    }
    try update(changed, with: event, db)
    recorded.last = event.id
    recorded.events += 1
    if case .answer = event.content { recorded.answers += 1 }
    return event.id
  }

  /// The last number that this store has given; 0 where it has given none.
  private func lastGiven(_ db: Database) throws -> EventID {
    let device = try Self.device(db)
    var last = EventID(device: device, counter: try Self.last(of: device, db))
    // An older copy of the file may lie here: it does not know all that was given before.
    if let given = try counters?.last(), given.device.isSame(as: device) {
      last.counter = max(last.counter, given.counter)
    }
    // In a damaged file there may be anything.
    last.counter = min(last.counter, EventLine.counters.upperBound)
    return last
  }

  /// Updates the states after an event of our own: most often the answer is the item's latest, and its states go one
  /// step on.
  private func update(_ changed: Change?, with event: LogEvent, _ db: Database) throws {
    guard let changed else { return }
    try noteScheduler(db)
    guard case .answer(let answer) = event.content else { return try replay(changed, db) }
    for course in try Self.courses(inheriting: changed.origin, db) {
      var state = try Self.state(changed.itemRow, in: course, db) ?? .untouched
      // A clock that was set back, or another machine's clock: the order is no longer plain.
      guard state.answers == 0 || event.at > state.newest else { return try replay(changed, db) }
      let step = state.apply(
        CountedAnswer(answer, at: event.at), by: scheduler, card: answer.item.fingerprint)
      try Self.save(state, of: changed.itemRow, in: course, db)
      if let tally = step.flatMap({ RecallTally($0) }) { try Self.add(tally, of: changed.itemRow, in: course, db) }
    }
  }
}

extension LogEvent.Content {
  /// The content as SQLite can store it: of what was typed, it would keep what comes before a NUL.
  fileprivate var storable: LogEvent.Content {
    guard case .answer(var answer) = self, answer.given.utf8.contains(0) else { return self }
    answer.given = answer.given.replacing("\0", with: "\u{FFFD}")
    return .answer(answer)
  }
}
