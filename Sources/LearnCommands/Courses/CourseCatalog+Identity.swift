import Foundation
import Progress
import Terminal

extension CourseCatalog {
  /// Under which id the progress in a course is kept, and what else counts for it. Where that is for the learner to say,
  /// whoever sits there is asked; to a pipe it is said how, and until then the progress is kept apart.
  ///
  /// - Parameter isKept: whether what is found can be written.
  func identity(
    of course: CourseBindings.Named, mayAsk: Bool, isKept: Bool = true
  ) throws -> (id: String, inheritance: Inheritance) {
    let bundled = isBundled(course) ? course : directories.bundledName
    let found = try CourseBindings.change(in: directories, isKept: isKept) { bindings in
      (found: bindings.bind(course, bundled: bundled, isCourse: Directories.isCourse(at:)), bindings: bindings)
    }
    guard let other = found.found.other else { return (found.found.id, found.bindings.inheritance) }
    guard mayAsk, screen.isInteractive else {
      if mayAsk { Output.error(Failure(undecided: course, other).warning) }
      return (found.found.id, found.bindings.inheritance)
    }
    guard let isSame = try ask(course, other) else { return (found.found.id, found.bindings.inheritance) }
    try decide(course, isSame: isSame)
    return try identity(of: course, mayAsk: false)
  }

  private func isBundled(_ course: CourseBindings.Named) -> Bool {
    directories.isBundled(course.folder.url)
  }

  /// Keeps what the learner has said. Returns with whose course it is one; `nil` where it is apart.
  @discardableResult
  func decide(_ course: CourseBindings.Named, isSame: Bool) throws -> CourseBindings.Other? {
    try CourseBindings.change(in: directories) { bindings in
      bindings.decide(course, isSame: isSame, bundled: directories.bundledName, isCourse: Directories.isCourse(at:))
    }
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

extension CourseBindings {
  var inheritance: Inheritance { Inheritance(heirs: heirs, former: former) }
}
