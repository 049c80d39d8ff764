import ArgumentParser
import Course
import Exchange
import Foundation
import Practice
import Progress
import Terminal

struct ExportCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Take exercises and cards to other programs.",
    subcommands: [ExportAnki.self, ExportGIFT.self, ExportQTI.self, ExportCSV.self])
}

struct ExportAnki: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "anki", abstract: "Write a deck for Anki (.apkg), with your progress.",
    discussion: """
      Import it with File > Import. With “Import any learning progress”, cards that are new to Anki arrive as they stand \
      here, with their history and what FSRS knows of them. Imported again, notes are brought up to date and no card is \
      doubled. Formulas are set by Anki itself.
      """)

  @OptionGroup var target: ExportOptions

  @Flag(help: "Leave your progress out: a deck to give away.")
  var noProgress = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let lessons = try target.lessons(context)
    let progress = try noProgress ? nil : progress(of: lessons, context)
    let deck = AnkiPackage(
      course: context.course, namespace: try context.namespace(), lessons: lessons, progress: progress, now: context.now
    )
    try target.tell(deck.write(to: target.url, replacing: target.replace), unit: "card", context)
  }

  /// In Anki a day begins when it begins here.
  private func progress(of lessons: [Lesson], _ context: Context) throws -> AnkiProgress {
    let store = try context.progressToRead().store
    return try AnkiProgress(store, exercises: lessons.exerciseIDs, day: store.studyDay, now: context.now)
  }
}

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

/// What every export has: where to, and of what.
struct ExportOptions: ParsableArguments {
  @Argument(help: "The file to write.")
  var file: String

  @Option(help: "The number or id of a lesson, in place of all.")
  var lesson: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  var url: URL { URL(filePath: file) }

  func lessons(_ context: Context) throws -> [Lesson] {
    if let lesson { return [try context.lesson(named: lesson)] }
    return try context.course.lessons.map { try context.sound($0) }
  }

  /// Says what was written, and what the format has no form for.
  func tell(_ report: ExportReport, unit: String, _ context: Context) {
    var lines = [Line("\(report.written) \(unit)\(report.written == 1 ? "" : "s") written to \(file).")]
    if !report.leftOut.isEmpty {
      lines.append(Line("Left out, because the format has no form for them: \(report.leftOut.words).", .faint))
    }
    context.write(lines)
  }
}

extension [Lesson] {
  var exerciseIDs: [String] { flatMap(\.exercises).map(\.id) }
}
