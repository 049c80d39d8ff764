import ArgumentParser
import Course
import Exchange

struct ExportGIFT: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "gift", abstract: "Write questions in GIFT, for Moodle and others.",
    discussion: "`learn import gift` reads them again. Formulas are written for MathJax.")

  @OptionGroup var target: ExportOptions

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let writer = GIFTWriter(course: context.course, lessons: try target.lessons(context))
    try target.tell(writer.write(to: target.url, replacing: target.replace), unit: "question", context)
  }
}
