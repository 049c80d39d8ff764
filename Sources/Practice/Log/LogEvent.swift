/// One line of the log. Nothing is ever changed in it or taken from it.
package struct LogEvent: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case answer(Answer)
    /// The reader reached a section (counted from 0) of a lesson.
    case position(Position)
    /// Takes an answer back: it stays in the log and counts no longer.
    case undo(EventID)
    /// Keeps an item from coming up before a time: 0 brings it back, `forGood` sets it aside.
    case hiding(ItemID, until: Int64)
    /// A choice of the learner's, such as a daily limit; the latest one counts.
    case setting(name: String, value: String)
  }

  package var id: EventID
  /// Seconds since 1970 (UTC).
  package var at: Int64
  /// The sitting in which it was recorded: its events have the same session.
  package var session: String
  /// The id of the course that it is about; `nil` for what is about none, and for all that was recorded before events
  /// had one.
  package var course: String?
  package var content: Content

  /// The end of the year 9999: later than any time in a log.
  package static var forGood: Int64 { 253_402_300_799 }

  /// When something can have been recorded: from 1970 to 9999.
  package static var times: ClosedRange<Int64> { 0...forGood }

  package init(id: EventID, at: Int64, session: String, course: String? = nil, content: Content) {
    self.id = id
    self.at = at
    self.session = session
    self.course = course
    self.content = content
  }
}

/// A place in the course. Sections count from 0.
package struct Position: Equatable, Sendable {
  package var lesson: String
  package var section: Int

  package init(lesson: String, section: Int) {
    self.lesson = lesson
    self.section = section
  }
}
