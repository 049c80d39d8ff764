import ArgumentParser
import Course
import Markup
import Messages
import Terminal

struct Search: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the sections and terms that have some words in them.",
    discussion: "Large and small letters and accents are the same to it. For example: learn search mode collapse")

  @Argument(help: ArgumentHelp("The words; a section has all of them.", valueName: "words"))
  var words: [String]

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    guard let search = LessonSearch(words) else {
      throw Failure("no words to look for", help: "for example `learn search mode collapse`", status: .usage)
    }
    let wanted = words.joined(separator: " ")
    let hits = search.hits(in: context.course.lessons)
    let terms = (try? context.course.terms(named: wanted)) ?? []
    guard !hits.isEmpty || !terms.isEmpty else {
      throw Failure(
        "no lesson has “\(wanted)” in a section",
        help: "try fewer words, or the beginning of one; `learn glossary` shows all terms", status: .noInput)
    }
    context.write(lines(hits, search, context) + self.lines(terms, context, isBehind: !hits.isEmpty))
  }

  /// The sections by lesson, each with its first line that has one of the words.
  private func lines(_ hits: [LessonSearch.Hit], _ search: LessonSearch, _ context: Context) -> [Line] {
    var lines: [Line] = []
    for lesson in context.course.lessons {
      let here = hits.filter { $0.lesson.id == lesson.id }
      guard !here.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(
        Line([
          Span("\(lesson.number)  \(lesson.title)", .bold),
          Span("  `learn read \(lesson.number)\(context.courseWords)`", .faint),
        ]))
      for hit in here {
        let title = lesson.sections[hit.section].title.plainText
        lines.append(Line("   \(hit.section + 1)  \(title.isEmpty ? lesson.title : title)"))
        if !hit.excerpt.isEmpty {
          lines.append(Line("      ") + search.excerpt(hit.excerpt, width: context.screen.measure - 6))
        }
      }
    }
    return lines
  }

  private func lines(_ terms: [GlossaryTerm], _ context: Context, isBehind: Bool) -> [Line] {
    guard !terms.isEmpty else { return [] }
    let names = terms.prefix(8).map(\.name).joined(separator: ", ") + (terms.count > 8 ? ", …" : "")
    let text = "In the glossary: \(names). `learn glossary \(terms[0].name)` says what it means."
    return (isBehind ? [""] : []) + BlockText(width: context.screen.measure).lines(text)
  }
}
