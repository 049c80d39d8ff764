import Course
import Terminal

/// The reading of a lesson: all of it for a pipe, a section at a time for a person.
struct LessonReading {
  let context: Context
  let lesson: Lesson
  /// Whether a command must name the lesson to mean a cell of it.
  private let isNamed: Bool
  /// Whether all of a cell is shown: where nobody trusts the course yet, somebody may want to see what it does.
  let showsHidden: Bool

  init(context: Context, lesson: Lesson, isNamed: Bool) {
    self.context = context
    self.lesson = lesson
    self.isNamed = isNamed
    showsHidden = context.isStrange
  }

  private var text: LessonText {
    let commands = ShownCommands(lesson: isNamed ? lesson.number : nil, course: context.courseWords)
    return LessonText(lesson, width: context.screen.measure, commands: commands, showsHidden: showsHidden)
  }

  func writeAll() {
    var lines = text.head
    for section in lesson.sections { lines += ["", ""] + text.lines(section) }
    if !text.footnotes.isEmpty { lines += ["", ""] + text.footnotes }
    context.write(lines)
  }

  /// - Parameter reached: called with the section that the reader has come to; the count of sections means the end.
  ///   `nil` where no place is kept.
  func read(from start: Int, reached: ((Int) throws -> Void)? = nil) throws {
    var index = start
    let keys = KeyReader()
    while index < lesson.sections.count {
      let head = index == 0 ? text.head + ["", ""] : []
      context.write(head + text.lines(lesson.sections[index]) + [""])
      let isLast = index + 1 == lesson.sections.count
      if isLast, !text.footnotes.isEmpty { context.write(text.footnotes + [""]) }
      let place = "── \(index + 1) of \(lesson.sections.count) "
      // On a narrow screen the keys' names would break the line that is taken away afterwards.
      let hint = place + (context.screen.width < 56 ? "" : "· space: \(isLast ? "done" : "on") · b: back · q: leave ")
      context.output.write(Line(hint, .faint).rendered(context.screen.colours))
      let key = keys.next {
        [.space, .enter, .right, .down, .character("n")].contains($0) || isBack($0) || isLeave($0)
      }
      context.output.write("\r\u{1B}[K")
      if isLeave(key) {
        guard let reached else { return }
        try reached(index)
        return context.write([
          Line("Your place is kept: section \(index + 1). `learn next\(context.courseWords)` goes on here.", .faint)
        ])
      }
      index = isBack(key) ? max(0, index - 1) : index + 1
      try reached?(index)
      if index < lesson.sections.count { context.write([""]) }
    }
    context.write([
      Line("You have finished “\(lesson.title)”.", .bold), Line("Practise it with `learn quiz\(context.courseWords)`."),
    ])
  }

  private func isBack(_ key: Key) -> Bool { [.left, .up, .character("b")].contains(key) }
  private func isLeave(_ key: Key) -> Bool { [.character("q"), .escape, .end, .interrupt].contains(key) }
}
