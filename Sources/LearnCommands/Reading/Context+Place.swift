import Course
import Foundation
import Practice
import Progress

extension Context {
  /// A lesson, and the section of it that is read next, counted from 0; the count of sections where it is finished.
  typealias Place = (lesson: Lesson, section: Int)

  /// The place where the learner is: the lesson that was read last, else the next that is not finished, in the order of the
  /// course and then from its beginning; `nil` where all are.
  func currentLesson(_ store: ProgressStore) throws -> Place? {
    guard let place = try place(store) else { return nil }
    return (try sound(place.lesson), place.section)
  }

  /// Whether a command that names no lesson means this one; `false`, too, where progress cannot say so.
  func isAtHand(_ lesson: Lesson) -> Bool {
    do {
      let place = try place(try openProgress(mayAsk: false))
      return (place?.lesson ?? course.lessons[course.lessons.count - 1]).id == lesson.id
    } catch {
      return false
    }
  }

  /// Returns the place, whether the lesson's files are sound or not.
  private func place(_ store: ProgressStore) throws(ProgressError) -> Place? {
    let noted = try note(store)?.lesson
    let first = course.lessons.firstIndex { $0.id == noted } ?? 0
    for lesson in course.lessons[first...] + course.lessons[..<first] {
      let section = try section(of: lesson, store)
      if section < lesson.sections.count { return (lesson, section) }
    }
    return nil
  }

  /// The section of a lesson that is read next: 0 for one that was never opened.
  func section(of lesson: Lesson, _ store: ProgressStore) throws(ProgressError) -> Int {
    let number = try store.position(of: lesson.id)?.section ?? 0
    guard number < lesson.sections.count, let note = try note(store), note.lesson == lesson.id else { return number }
    // It may have got another number since.
    return lesson.sections.firstIndex { $0.identifier == note.section } ?? number
  }

  /// Keeps the place.
  func keep(_ place: Place, in store: ProgressStore) throws(ProgressError) {
    let time = Int64(Date().timeIntervalSince1970)
    let sections = place.lesson.sections
    let section = sections.indices.contains(place.section) ? sections[place.section].identifier : ""
    try store.record(
      Position(lesson: place.lesson.id, section: place.section), at: time, session: session)
    try store.setInCourse(CourseNote.place, to: "\(place.lesson.id) \(section)", at: time, session: session)
  }

  /// Forgets how far a lesson was read, and that it was read last.
  func forgetPlace(of lesson: Lesson, in store: ProgressStore) throws(ProgressError) {
    let time = Int64(Date().timeIntervalSince1970)
    try store.record(Position(lesson: lesson.id, section: 0), at: time, session: session)
    if try note(store)?.lesson == lesson.id {
      try store.setInCourse(CourseNote.place, to: "", at: time, session: session)
    }
  }

  private func note(_ store: ProgressStore) throws(ProgressError) -> (lesson: String, section: String)? {
    guard let note = try store.settingInCourse(CourseNote.place) else { return nil }
    let words = note.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return words.isEmpty ? nil : (words[0], words.count > 1 ? words[1] : "")
  }
}
