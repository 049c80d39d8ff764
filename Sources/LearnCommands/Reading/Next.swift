import ArgumentParser
import Course
import Foundation
import Practice
import Progress
import Terminal

struct Next: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Read on where you stopped, a section at a time.",
    discussion: "Where much of what a new lesson builds on has faded, its cards are offered first.")

  @Option(help: "Set your place: to where you were in this lesson, or to its beginning.")
  var lesson: String?

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let (store, isKept) = try context.openProgressToRead()
    guard let place = try place(in: context, store, isKept) else {
      return context.write([
        "You have read every lesson of this course.", "",
        Line("learn quiz\(context.courseWords)         practise what you read"),
        Line("learn read LESSON\(context.courseWords)  read one again"),
      ])
    }
    if isKept, place.section == 0, let faded = try FadedCards(before: place.lesson, context, store) {
      guard try await offer(faded, context, store) else { return }
    }
    let reading = LessonReading(context: context, lesson: place.lesson)
    var keep: ((Int) throws -> Void)?
    if isKept { keep = { try context.keep((place.lesson, $0), in: store) } }
    try await ReadingConversation(reading, options: options, keep: keep).read(from: place.section)
  }

  /// The place that is wanted, kept where it was named; `nil` where all is read.
  private func place(in context: Context, _ store: ProgressStore, _ isKept: Bool) throws -> Context.Place? {
    guard let lesson else { return try context.currentLesson(store) }
    let named = try context.lesson(named: lesson)
    let section = try context.section(of: named, store)
    let place = (named, section < named.sections.count ? section : 0)
    if isKept { try context.keep(place, in: store) }
    return place
  }

  /// Returns whether the lesson is to be read now.
  private func offer(_ faded: FadedCards, _ context: Context, _ store: ProgressStore) async throws -> Bool {
    let count = faded.questions.count
    context.write(
      BlockText(width: context.screen.measure).lines(
        "“\(faded.lesson.title)” builds on what has faded: of \(count) due \(count == 1 ? "card" : "cards") and "
          + "others you would remember \(Int((faded.recall * 100).rounded())) in a hundred now."))
    guard context.screen.isInteractive else {
      let command = faded.sources.map { "`learn quiz --lesson \($0.number) --kind cards\(context.courseWords)`" }
        .joined(
          separator: ", ")
      context.write([Line("First: \(command)", .faint), "", ""])
      return true
    }
    context.write([Line("Space: practise them first · n: read on · q: leave", .faint)])
    switch KeyReader().next({ [.space, .enter, .character("n"), .character("q"), .escape].contains($0) }) {
    case .space, .enter:
      context.write([""])
      try await QuizRun(context: context, store: store, faded.questions, of: faded.sources).run()
      context.write([Line("`learn next\(context.courseWords)` reads on.", .faint)])
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
  /// The questions that are due.
  let questions: [Question]

  /// `nil` where nothing was practised yet, or enough of it is remembered.
  init?(before lesson: Lesson, _ context: Context, _ store: ProgressStore) throws {
    let all = context.course.lessons
    // Prerequisites have their own: what they build on is built on, too.
    var wanted = Set(lesson.prerequisites)
    for earlier in all.reversed() where earlier.number < lesson.number && wanted.contains(earlier.id) {
      wanted.formUnion(earlier.prerequisites)
    }
    let sources = all.filter { wanted.contains($0.id) }
    let mastery = try store.mastery(of: sources.flatMap(\.practice).filter { $0.kind == .cards }, at: context.now)
    guard mastery.scheduled > 0, mastery.recall < 0.8 else { return nil }
    let plan = try store.plan(sources.flatMap(\.practice), kinds: [.cards], now: context.now)
    guard plan.dueCount > 0 else { return nil }
    self.lesson = lesson
    self.sources = sources
    recall = mastery.recall
    questions = Array(plan.due)
  }
}
