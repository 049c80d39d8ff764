import ArgumentParser
import Course
import Exchange

struct ExportQTI: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "qti", abstract: "Write a QTI 3 package (.zip), for learning platforms.",
    discussion: "Sorts become matches, orderings and choices stay what they are, and so do numbers.")

  @OptionGroup var target: ExportOptions

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let package = QTIPackage(course: context.course, lessons: try target.lessons(context))
    try target.tell(package.write(to: target.url, replacing: target.replace), unit: "item", context)
  }
}
