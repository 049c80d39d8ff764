import Course
import Terminal

/// A lesson as it is read in a terminal: its sections as lines that fit.
struct LessonReading {
  let context: Context
  let lesson: Lesson

  private func text(_ screen: Screen) -> LessonText {
    LessonText(
      lesson, width: screen.measure, codeWidth: screen.isInteractive ? screen.width : nil,
      commands: ShownCommands(lesson: lesson.number, course: context.courseWords),
      // Where nobody trusts the course yet, somebody may want to see what a cell does.
      showsHidden: context.isStrange)
  }

  /// Writes all of it.
  func write() {
    let lines = lesson.sections.indices.map { self.lines($0, context.screen) }
    context.write(Array(lines.joined(separator: ["", ""])))
  }

  /// The lines of a section, counted from 0: the first with the lesson's title, the last with its notes.
  ///
  /// - Parameter screen: as wide as it is now.
  func lines(_ section: Int, _ screen: Screen) -> [Line] {
    let text = text(screen), count = lesson.sections.count
    var parts = [text.lines(lesson.sections[section])]
    if section == 0 { parts.insert(text.head, at: 0) }
    if section + 1 == count, !text.footnotes.isEmpty { parts.append(text.footnotes) }
    return Array(parts.joined(separator: ["", ""]))
  }

  /// The lines of a section without what stands around it at the lesson's beginning and end.
  func sectionAlone(_ section: Int) -> [Line] { text(context.screen).lines(lesson.sections[section]) }

  /// The cells of a section, in their order.
  func cells(_ section: Int) -> [Cell] {
    lesson.sections[section].parts.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }
}
