import Course
import Files
import Foundation
import GRDB
import Practice
import Progress
import SpacedRepetition

/// A deck for Anki: an .apkg file, which is a zip archive with a SQLite database of Anki's schema 11 in it. Every Anki
/// since 2.1 reads it.
///
/// Ids come from those of the course: a second import updates the notes and leaves Anki's own scheduling alone.
package struct AnkiPackage {
  let course: Course
  let lessons: [Lesson]
  /// The progress of the learner's log; a deck without it is all new.
  let progress: AnkiProgress?
  let now: Int64
  /// The prefix of the ids of notes, so that those of another course with the same names are others.
  let namespace: String?

  package init(
    course: Course, namespace: String? = nil, lessons: [Lesson], progress: AnkiProgress?, now: Int64
  ) {
    self.course = course
    self.namespace = namespace
    self.lessons = lessons
    self.progress = progress
    self.now = now
  }

  @discardableResult
  package func write(to file: URL, replacing: Bool = false) throws -> ExportReport {
    let output = OutputFile(url: file, replacing: replacing)
    try output.check()
    var report = ExportReport(written: 0)
    let media = Media(course)
    var notes: [AnkiNote] = []
    for lesson in lessons {
      for exercise in lesson.exercises {
        let html = CardHTML(course: course, file: exercise.file, media: media)
        guard let cards = Flashcard.cards(of: exercise, html) else {
          report.leftOut.add(exercise)
          continue
        }
        notes += cards.map { AnkiNote($0, lesson: lesson, exercise: exercise, namespace: namespace) }
      }
    }
    if let failure = media.failure { throw failure }
    guard !notes.isEmpty else { throw ExchangeError.nothingToExport(report.leftOut) }
    report.written = notes.count
    var archive = ZipArchive()
    try archive.add("collection.anki21", collection(notes))
    var names: [String: String] = [:]
    for (index, file) in media.files.enumerated() {
      try archive.add("\(index)", file.content)
      names["\(index)"] = file.name
    }
    try archive.add("media", JSONText.data(names))
    try output.write(archive.data)
    return report
  }

  /// The database as bytes.
  private func collection(_ notes: [AnkiNote]) throws -> Data {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "learn-anki-\(UUID().uuidString)")
    try PrivateFolder.make(folder)
    let result = Result {
      let file = folder.appending(path: "collection")
      let queue = try DatabaseQueue(path: file.path(percentEncoded: false))
      try queue.write { db in
        try db.execute(sql: AnkiSchema.tables)
        try AnkiCollection(package: self, db).write(notes)
      }
      try queue.close()
      return try Data(contentsOf: file)
    }
    try files.removeItem(at: folder)
    return try result.get()
  }

  /// The deck of a lesson, under that of the course.
  func deckName(_ lesson: Lesson) -> String {
    func part(_ title: String) -> String { title.replacing("::", with: ": ") }
    let number = lesson.number < 10 ? "0\(lesson.number)" : "\(lesson.number)"
    return "\(part(course.title))::\(number) \(part(lesson.title))"
  }
}

/// The parts of a learner's progress that Anki is to know.
package struct AnkiProgress {
  let scheduler: Scheduler
  let day: StudyDay
  let states: [ItemID: ItemState]
  let reviews: [ItemID: [Review]]
  let hidden: [ItemID: Int64]

  package init(_ store: ProgressStore, exercises: [String], day: StudyDay, now: Int64) throws(ProgressError) {
    scheduler = store.scheduler
    self.day = day
    states = try store.states(of: exercises)
    let wanted = Set(exercises)
    reviews = try store.reviews().filter { wanted.contains($0.key.exercise) }
    hidden = try store.hiddenItems(at: now)
  }
}
