import SpacedRepetition

/// An event as a line of JSON, the form in which progress travels. Fields that a kind has no use for are left out.
package struct EventLine: Equatable, Sendable {
  /// The version of this form. Only events of a course need it: all others have that of before, byte for byte.
  package static var version: Int { 2 }

  package var v: Int
  var device: String
  var counter: Int64
  var at: Int64
  var session: String?
  /// Since version 2.
  var course: String?
  /// `answer`, `position`, `undo`, `hiding` or `setting`.
  var event: String

  var exercise: String?
  var item: String?
  var kind: String?
  var given: String?
  var mark: Double?
  var rating: UInt8?
  var seconds: Double?
  var hints: Int?
  var confidence: Int?
  var lesson: String?
  var section: Int?
  var undone: EventID?
  var until: Int64?
  var name: String?
  var value: String?
  /// From a damaged log, and nobody knows whether it is still what was recorded.
  package var unproven: Bool?

  package init(_ event: LogEvent, isUnproven: Bool = false) {
    v = event.course == nil ? 1 : Self.version
    device = event.id.device
    counter = event.id.counter
    at = event.at
    unproven = isUnproven ? true : nil
    session = event.session.isEmpty ? nil : event.session
    course = event.course
    switch event.content {
    case .answer(let answer):
      self.event = "answer"
      (exercise, item, kind, given) = (
        answer.item.exercise, answer.item.item, answer.kind.name, answer.given
      )
      (mark, rating, seconds) = (answer.mark, answer.rating?.rawValue, answer.seconds)
      (hints, confidence) = (answer.hints, answer.confidence?.rawValue)
    case .position(let position):
      self.event = "position"
      (lesson, section) = (position.lesson, position.section)
    case .undo(let target):
      self.event = "undo"
      undone = target
    case .hiding(let hidden, let time):
      self.event = "hiding"
      (exercise, item, until) = (hidden.exercise, hidden.item, time)
    case .setting(let setting, let choice):
      self.event = "setting"
      (name, value) = (setting, choice)
    }
  }
}

extension EventLine {
  /// Numbers that JSON keeps whole everywhere.
  package static var counters: ClosedRange<Int64> { 1...1 &<< 53 }

  /// The event that the line tells of; `nil` if a field is missing or no event could have it.
  package func decoded() -> LogEvent? {
    // A course belongs to the newer form, and the newer form to what has a course: an event has one line.
    guard !device.isEmpty, Self.counters.contains(counter), LogEvent.times.contains(at), course?.isEmpty != true,
      (v == Self.version) == (course != nil), !hasNUL, let content = content()
    else { return nil }
    return LogEvent(
      id: EventID(device: device, counter: counter), at: at, session: session ?? "", course: course, content: content)
  }

  /// Whether both tell of the same event, to the byte.
  package func isSame(as other: EventLine) -> Bool { bytes == other.bytes }

  private var texts: [String] {
    var texts: [String] = []
    for text in [device, session, course, event, exercise, item, kind, given, lesson, undone?.device, name, value] {
      if let text { texts.append(text) }
    }
    return texts
  }

  /// SQLite would keep a text up to there.
  private var hasNUL: Bool { texts.contains { $0.utf8.contains(0) } }

  private func content() -> LogEvent.Content? {
    if event.isSame(as: "answer") { return answer().map { .answer($0) } }
    if event.isSame(as: "position") {
      guard let lesson, let section, section >= 0 else { return nil }
      return .position(Position(lesson: lesson, section: section))
    }
    if event.isSame(as: "undo") {
      guard let undone, !undone.device.isEmpty, Self.counters.contains(undone.counter) else { return nil }
      return .undo(undone)
    }
    if event.isSame(as: "hiding") {
      guard let exercise, let item, let until, LogEvent.times.contains(until) else { return nil }
      return .hiding(ItemID(exercise: exercise, item: item), until: until)
    }
    if event.isSame(as: "setting") {
      guard let name, let value else { return nil }
      return .setting(name: name, value: value)
    }
    return nil
  }

  private func answer() -> Answer? {
    guard let exercise, let item, let kind, let given, let mark, let seconds, let hints else { return nil }
    guard (0...1).contains(mark), seconds >= 0, seconds.isFinite, hints >= 0 else { return nil }
    let grade = rating.flatMap { Rating(rawValue: $0) }
    let sureness = confidence.flatMap { Confidence(rawValue: $0) }
    guard (rating == nil) == (grade == nil), (confidence == nil) == (sureness == nil) else { return nil }
    return Answer(
      item: ItemID(exercise: exercise, item: item), kind: Answer.Kind(kind), given: given, mark: mark, rating: grade,
      seconds: seconds, hints: hints, confidence: sureness)
  }
}
