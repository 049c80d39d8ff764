import ArgumentParser
import Course
import Terminal

struct Glossary: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Look a term up, or show them all.",
    discussion: "For example: learn glossary likelihood")

  @Argument(help: ArgumentHelp("The term, or a part of it.", valueName: "term"))
  var term: [String] = []

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    context.write(Self.lines(of: try context.course.terms(named: term.joined(separator: " ")), in: context))
  }

  /// The terms with what they mean, each in a paragraph.
  static func lines(of terms: [GlossaryTerm], in context: Context) -> [Line] {
    guard !terms.isEmpty else { return ["This course has no glossary."] }
    let text = BlockText(width: context.screen.measure)
    return Array(
      terms.map { [Line($0.name, .bold)] + text.lines($0.definition) }.joined(separator: [Line()]))
  }
}
