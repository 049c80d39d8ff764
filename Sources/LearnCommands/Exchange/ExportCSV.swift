import ArgumentParser
import Course
import Exchange
import Progress

struct ExportCSV: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv", abstract: "Write a table (.csv), a row an item, with your progress.",
    discussion: "As RFC 4180 has it: commas, quotes where they are needed, UTF-8. Texts are Markdown.")

  @OptionGroup var target: ExportOptions

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let lessons = try target.lessons(context)
    let table = CSVTable(lessons: lessons, states: try context.progressToRead().store.states(of: lessons.exerciseIDs))
    try target.tell(table.write(to: target.url, replacing: target.replace), unit: "row", context)
  }
}
