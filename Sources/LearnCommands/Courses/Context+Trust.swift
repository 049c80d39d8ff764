import Course
import Foundation
import Messages
import Terminal
import Workspace

/// Cells are programs. Those of the bundled course run at once, those of any other only when the learner has said so.
extension Context {
  /// Whether the course is the one that came with learn.
  var isBundled: Bool {
    directories.isBundled(course.folder)
  }

  func trust() throws -> TrustStore.Trust {
    if isBundled { return .bundled }
    return try TrustStore(home: directories.home).trust(in: course)
  }

  /// Whether cells may run without a question.
  func isTrusted() throws -> Bool { ![.changed, .none].contains(try trust()) }

  /// Whether nobody has said that the cells may run, as far as can be told.
  var isStrange: Bool {
    do { return try !isTrusted() } catch { return true }
  }

  /// Asks whoever sits there, once; a pipe is refused.
  func requireTrust(mayAsk: Bool) throws {
    let trust = try trust()
    guard [.changed, .none].contains(trust) else { return }
    guard mayAsk, screen.isInteractive else { throw untrusted(hasChanged: trust == .changed) }
    let cells = course.lessons.reduce(0) { $0 + $1.programs.count }
    write([
      Line(course.title, .bold), Line(course.folder.path, .faint),
      Line(
        (trust == .changed ? "This course has changed since you trusted it" : "This course did not come with learn")
          + ". Its \(cells) \(cells == 1 ? "cell is a program" : "cells are programs") that would run on this machine."),
      Line("`learn course cells\(naming)` shows what they do.", .faint), "",
      Line([Span("y", .bold), Span("  trust them as they are, and run")]),
      Line([Span("a", .bold), Span("  trust them always, changed or not: I write this course")]),
      Line([Span("n", .bold), Span("  run nothing")]),
    ])
    let answers: [Key] = ["y", "a", "n", "q"].map { .character($0) } + [.escape]
    // Who typed before the question was there has not answered it.
    let answer = KeyReader().next(countsEarlierKeys: false, answers.contains)
    if answer == .interrupt { throw Failure("interrupted", status: .interrupted) }
    guard [.character("y"), .character("a")].contains(answer) else {
      throw untrusted(hasChanged: trust == .changed)
    }
    var store = try TrustStore(home: directories.home)
    try store.trust(course, always: answer == .character("a"))
  }

  /// Returns the error that says why nothing of a course that is not trusted is run.
  func untrusted(hasChanged: Bool) -> Failure {
    Failure(
      hasChanged
        ? "the cells of this course have changed since you trusted it: nothing was run"
        : "this course did not come with learn, and its cells are programs: nothing was run",
      help: """
        look at what they do with `learn course cells\(naming)`, then say `learn course trust\(naming)`; if you write this \
        course yourself, `learn course trust\(naming) --always`
        """,
      status: .notPermitted)
  }

  /// The word that names the course in a command typed here, with a space in front; empty where it is the one at hand.
  private var naming: String {
    let folder = FolderPath(course.folder)
    return directories.folderAtHand.map { FolderPath($0) } == folder ? "" : " " + Shell.path(folder.text)
  }
}
