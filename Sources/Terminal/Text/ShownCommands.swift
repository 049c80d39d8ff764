import Course

/// Commands about cells as a lesson shows them: they name the lesson, and so mean its cells wherever the learner is.
package struct ShownCommands: Sendable {
  private let lesson: String
  private let course: String

  /// - Parameters:
  ///   - lesson: the number of the lesson that shows them; `nil` where none does.
  ///   - course: what names the course, where that must be.
  package init(lesson: Int? = nil, course: String = "") {
    self.lesson = lesson.map { "\($0)." } ?? ""
    self.course = course
  }

  func run(_ cell: Cell) -> String { "learn run \(lesson)\(cell.number)\(course)" }

  /// A command about a cell, with the lesson's number before the cell's; any other code as it is.
  func completed(_ code: String) -> String {
    guard code.hasPrefix("learn "), !(lesson + course).isEmpty,
      let head = code.prefixMatch(of: /learn (?<command>run|explore|replay|edit|diff|reset) (?:cell )?(?<cell>[^ ]+)/),
      head.cell != "cell"
    else { return code }
    let rest = code[head.range.upperBound...]
    let isNamed = head.cell.contains(".") || rest.contains("--lesson")
    return "learn \(head.command) " + (isNamed ? "" : lesson) + head.cell
      + (rest.contains("--course") ? "" : course) + rest
  }
}
