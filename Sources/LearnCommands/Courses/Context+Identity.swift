import Course
import Foundation
import Practice
import Progress
import Terminal
import Workspace

/// Progress belongs to a course, and what a course calls itself does not make it that course.
extension Context {
  /// The learner's progress in this course.
  ///
  /// - Parameter mayAsk: whether somebody can be asked if the course is one that was used before.
  func openProgress(mayAsk: Bool = true) throws -> ProgressStore {
    let identity = try identity(mayAsk: mayAsk)
    return try telling {
      try ProgressStore(folder: directories.home, course: identity.id, inheritance: identity.inheritance)
    }
  }

  /// Opens progress for a command that records answers: with a clock that no log can hold, it says so before anything
  /// is asked.
  func openProgressToRecord() throws -> ProgressStore {
    guard LogEvent.times.contains(now) else { throw ProgressError.impossibleTime(now) }
    return try openProgress()
  }

  /// Opens progress for a command that only reads: where nothing can be written, a copy that goes with the command.
  func progressToRead() throws -> (store: ProgressStore, isCopy: Bool) {
    do {
      return (try openProgress(), false)
    } catch let error as ProgressError {
      guard case .cannotWrite = error else { throw error }
      let identity = try identity(mayAsk: false, isKept: false)
      let store = try ProgressStore(
        copying: directories.home, course: identity.id, inheritance: identity.inheritance)
      return (store, true)
    }
  }

  /// Opens progress for a command that looks and reads on: where the place in the course cannot be kept, a sentence
  /// says so.
  func openProgressToRead() throws -> (store: ProgressStore, isKept: Bool) {
    let (store, isCopy) = try progressToRead()
    let reason =
      isCopy
      ? "nothing can be written to \(directories.home.path)"
      : LogEvent.times.contains(now) ? nil : ProgressError.clock(now)
    if let reason { output.error("warning: \(reason): your place in the course is not kept\n") }
    return (store, reason == nil)
  }

  /// Returns the prefix of the ids of what is given to other programs. Courses that were here before events had a
  /// course have none: what other programs have of them stays the same.
  func namespace() throws -> String? {
    try CourseBindings.change(in: directories) { bindings in
      let id = bindings.bind(course.named, bundled: directories.bundledName, isCourse: Directories.isCourse(at:)).id
      return bindings.heirs.contains(id) ? nil : id
    }
  }

  /// The id under which the progress in this course is kept, and what else counts for it.
  private func identity(mayAsk: Bool, isKept: Bool = true) throws -> CourseIdentity {
    mayAsk ? try machine.identity(of: course.named) : try machine.catalog.identity(of: course.named, isKept: isKept)
  }
}
