import ArgumentParser
import Course
import Foundation
import Practice
import Progress
import Terminal

struct Next: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Read on where you stopped, a section at a time.",
    discussion: "Where much of what a new lesson builds on has faded, its cards are offered first.")

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let (store, isKept) = try app.openProgressToRead()
    guard let place = try app.currentLesson(store) else {
      return app.write([
        "You have read every lesson of this course.", "",
        Line("learn quiz\(app.courseWords)         practise what you read"),
        Line("learn read LESSON\(app.courseWords)  read one again"),
      ])
    }
    if isKept, place.section == 0, let faded = try FadedCards(before: place.lesson, app, store) {
      guard try await offer(faded, app, store) else { return }
    }
    // Behind its last section, the lesson is no longer the one at hand.
    let reader = LessonReading(app: app, lesson: place.lesson, isNamed: app.screen.isInteractive)
    guard app.screen.isInteractive else { return reader.writeAll() }
    guard isKept else { return try reader.read(from: place.section) }
    try reader.read(from: place.section) { section in
      let position = Position(lesson: place.lesson.id, section: section)
      try store.record(position, at: Int64(Date().timeIntervalSince1970), session: app.session)
    }
  }

  /// Returns whether the lesson is to be read now.
  private func offer(_ faded: FadedCards, _ app: App, _ store: ProgressStore) async throws -> Bool {
    let count = faded.questions.count
    app.write(
      BlockText(width: app.screen.measure).lines(
        "“\(faded.lesson.title)” builds on what has faded: of \(count) due \(count == 1 ? "card" : "cards") and "
          + "others you would remember \(Int((faded.recall * 100).rounded())) in a hundred now."))
    guard app.screen.isInteractive else {
      let command = faded.sources.map { "`learn quiz --lesson \($0.number) --kind cards\(app.courseWords)`" }.joined(
        separator: ", ")
      app.write([Line("First: \(command)", .faint), "", ""])
      return true
    }
    app.write([Line("Space: practise them first · n: read on · q: leave", .faint)])
    switch KeyReader().next({ [.space, .enter, .character("n"), .character("q"), .escape].contains($0) }) {
    case .space, .enter:
      app.write([""])
      try await QuizRun(app: app, store: store, faded.questions, of: faded.sources).run()
      app.write([Line("`learn next\(app.courseWords)` reads on.", .faint)])
      return false
    case .character("n"): return true
    default: return false
    }
  }
}

/// Cards of what a lesson builds on, where their mean recall has fallen under 0.8.
struct FadedCards {
  let lesson: Lesson
  /// The lessons that they are from.
  let sources: [Lesson]
  /// Mean probability that one of the cards practised before would be remembered now.
  let recall: Double
  /// Those that are due.
  let questions: [Question]

  /// `nil` where nothing was practised yet, or enough of it is remembered.
  init?(before lesson: Lesson, _ app: App, _ store: ProgressStore) throws {
    let all = app.course.lessons
    // Prerequisites have their own: what they build on is built on, too.
    var wanted = Set(lesson.prerequisites)
    for earlier in all.reversed() where earlier.number < lesson.number && wanted.contains(earlier.id) {
      wanted.formUnion(earlier.prerequisites)
    }
    let sources = all.filter { wanted.contains($0.id) }
    let decks = sources.flatMap(\.exercises).filter { $0.kind == .cards }.map(\.id)
    let mastery = try store.mastery(of: decks, at: app.now)
    guard mastery.cards > 0, mastery.recall < 0.8 else { return nil }
    let plan = try store.plan(sources.flatMap(\.practice), kinds: [.cards], now: app.now)
    guard plan.dueCount > 0 else { return nil }
    self.lesson = lesson
    self.sources = sources
    recall = mastery.recall
    questions = Array(plan.due)
  }
}
