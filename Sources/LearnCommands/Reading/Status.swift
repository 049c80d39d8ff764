import ArgumentParser
import Course
import Foundation
import Practice
import Progress
import Terminal

/// `learn` alone: where you are, and the one next step.
struct Status: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show where you are.", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let (store, isKept) = try context.openProgressToRead()
    var lines = [Line(context.course.title, .bold)]
    let plan = try context.practicePlan(store)
    let due = plan.dueCount
    if let place = try context.currentLesson(store) {
      let total = place.lesson.sections.count
      lines.append(
        Line(
          "Lesson \(place.lesson.number) of \(context.course.lessons.count) · \(place.lesson.title)"
            + (place.section > 0 ? ", section \(place.section + 1) of \(total)" : "")))
      if due > 0 { lines.append(Line(plan.dueWords)) }
      lines += ["", due > 0 ? "learn quiz    practise what is due" : "learn next    read on"]
    } else {
      lines.append("Every lesson is read.")
      if due > 0 { lines.append(Line(plan.dueWords)) }
      lines += ["", "learn quiz    practise"]
    }
    let news = try context.newsOfEdits(store)
    context.write(lines + news.map(\.line))
    // Once told, it is no news.
    for (exercise, _) in news where isKept {
      try KnownItems.note(exercise, in: store, at: context.now, session: context.session)
    }
  }
}

extension PracticePlan {
  /// A line about what is due, cards and exercises apart.
  var dueWords: String {
    let cards = due.count { $0.isCard }, exercises = dueCount - cards
    func words(_ count: Int, _ name: String) -> String { "\(count) \(name)\(count == 1 ? "" : "s")" }
    let parts = (cards > 0 ? [words(cards, "card")] : []) + (exercises > 0 ? [words(exercises, "exercise")] : [])
    return parts.joined(separator: " and ") + (dueCount == 1 ? " is due" : " are due")
  }
}
