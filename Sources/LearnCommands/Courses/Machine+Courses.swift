import Course
import Foundation
import Messages
import Terminal
import Workspace

extension Machine {
  var catalog: CourseCatalog { CourseCatalog(directories) }

  /// Returns the id under which the progress in a course is kept. Where that is for the learner to say, whoever sits
  /// there is asked; to a pipe it is said how.
  func identity(of course: CourseBindings.Named) throws -> CourseIdentity {
    let identity = try catalog.identity(of: course)
    guard let other = identity.other else { return identity }
    guard screen.isInteractive else {
      output.error(CourseBindingsError.undecided(course, other).explanation.warning)
      return identity
    }
    guard let isSame = try ask(course, other) else { return identity }
    try catalog.decide(course, isSame: isSame)
    return try catalog.identity(of: course)
  }

  /// `nil` where it is left open.
  private func ask(_ course: CourseBindings.Named, _ other: CourseBindings.Other) throws -> Bool? {
    write([
      Line(course.title, .bold), Line(course.folder.text, .faint), Line(other.sentence(course)), "",
      Line([Span("y", .bold), Span("  it is that course, moved or copied: your progress in both is one")]),
      Line([Span("n", .bold), Span("  it is another course: your progress in it is kept apart")]),
      Line([Span("q", .bold), Span("  ask again later; until then it is kept apart")]),
    ])
    let answers: [Key] = ["y", "n", "q"].map { .character($0) } + [.escape]
    // Who typed before the question was there has not answered it.
    switch KeyReader().next(countsEarlierKeys: false, answers.contains) {
    case .character("y"): return true
    case .character("n"): return false
    case .interrupt: throw Failure("interrupted", status: .interrupted)
    default: return nil
    }
  }
}

extension Course {
  /// The lines of a list of courses: its title, what it is called in commands, how far it is trusted, and its folder.
  func lines(name: String, trust: TrustStore.Trust) -> [Line] {
    let lessons = lessons.count == 1 ? "1 lesson" : "\(lessons.count) lessons"
    return [
      Line([
        Span(title, .bold),
        Span("  " + [name, lessons, Self.text(trust)].filter { !$0.isEmpty }.joined(separator: " · "), .faint),
      ]),
      Line("   \(folder.standardizedFileURL.path)", .faint),
    ]
  }

  private static func text(_ trust: TrustStore.Trust) -> String {
    switch trust {
    case .bundled: "came with learn"
    case .always: "always trusted"
    case .asItIs: "trusted"
    case .changed: "changed since you trusted it"
    case .none: "not trusted: its cells do not run"
    }
  }
}
