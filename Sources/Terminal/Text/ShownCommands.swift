import Course

/// Commands about cells as a lesson shows them: they mean its own cells, whichever lesson the learner is at.
package struct ShownCommands: Sendable {
  private let lesson: String
  private let course: String

  /// - Parameters:
  ///   - lesson: the number that commands name; `nil` where they mean the lesson without it.
  ///   - course: what names the course, where that must be.
  package init(lesson: Int? = nil, course: String = "") {
    self.lesson = lesson.map { " --lesson \($0)" } ?? ""
    self.course = course
  }

  func run(_ cell: Cell) -> String { completed("learn run cell \(cell.number)") }

  /// A command about a cell with what it lacks, behind the cell's name; any other code as it is.
  func completed(_ code: String) -> String {
    guard code.hasPrefix("learn "),
      let head = code.prefixMatch(of: /learn (?:run|explore|replay|edit|diff|reset) cell (?<cell>[^ ]+)/)
    else { return code }
    let rest = code[head.range.upperBound...]
    let namesLesson = head.cell.contains(".") || rest.contains("--lesson")
    return code[..<head.range.upperBound] + (namesLesson ? "" : lesson) + (rest.contains("--course") ? "" : course)
      + rest
  }
}
