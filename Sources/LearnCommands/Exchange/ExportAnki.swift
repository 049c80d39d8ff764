import ArgumentParser
import Course
import Exchange
import Progress

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
