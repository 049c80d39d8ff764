import Course
import Foundation
import Progress
import Terminal

/// Progress belongs to a course, and what a course calls itself does not make it that course.
extension App {
  /// The learner's progress in this course.
  ///
  /// - Parameter mayAsk: whether somebody can be asked if the course is one that was used before.
  func openProgress(mayAsk: Bool = true) throws -> ProgressStore {
    let identity = try identity(mayAsk: mayAsk)
    return try ProgressStore(folder: places.home, course: identity.id, inheritance: identity.inheritance)
  }

  /// All that was recorded, of whatever course.
  func openLog() throws -> ProgressStore { try ProgressStore(folder: places.home) }

  /// For what only looks and reads: where nothing can be written, a copy that goes with the command, and a sentence that
  /// says so.
  func openProgressToRead() throws -> (store: ProgressStore, isKept: Bool) {
    do {
      return (try openProgress(), true)
    } catch let error as ProgressError {
      guard case .cannotWrite = error else { throw error }
      let identity = try identity(mayAsk: false, isKept: false)
      let store = try ProgressStore(
        copying: places.home, course: identity.id, inheritance: identity.inheritance)
      Output.complain("warning: nothing can be written to \(places.home.path): your place in the course is not kept\n")
      return (store, false)
    }
  }

  /// Stands before the ids of what is given to other programs. Courses that were here before events had a course have
  /// none: what other programs have of them stays the same.
  func namespace() throws -> String? {
    try CourseBindings.change(in: places) { bindings in
      let id = bindings.bind(course.named, bundled: places.bundledName, isCourse: Places.isCourse(at:)).id
      return bindings.heirs.contains(id) ? nil : id
    }
  }

  /// Under which id the progress in this course is kept, and what else counts for it.
  private func identity(mayAsk: Bool, isKept: Bool = true) throws -> (id: String, inheritance: Inheritance) {
    let shelf = CourseShelf(places: places, screen: screen)
    return try shelf.identity(of: course.named, mayAsk: mayAsk, isKept: isKept)
  }
}
