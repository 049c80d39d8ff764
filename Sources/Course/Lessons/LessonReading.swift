import Foundation
import Markup

/// The contents of a lesson's two files, as each file alone tells them.
struct LessonReading: Sendable {
  var lesson: Lesson?
  /// The problems of the lesson's file; `exerciseProblems` are those of the exercises'.
  var problems: [Problem] = []
  var exerciseProblems: [Problem] = []
  var idPosition: SourcePosition?
  var prerequisitesPosition: SourcePosition?

  /// - Parameters:
  ///   - file: the lesson's, such as `Lessons/01-judge-or-maker.md`.
  ///   - sources: folders that may hold the `Sources` that the lesson shows lines of.
  ///   - room: for the texts of the course.
  init(_ file: String, in files: CourseFiles, sources: [CourseFiles], hasExercises: Bool, room: TextRoom) {
    guard let text = CourseReader.text(of: file, in: files, &problems, within: room) else { return }
    var reader = LessonReader(file: file, sources: sources)
    var lesson = reader.read(text)
    problems += reader.problems
    idPosition = reader.idPosition
    prerequisitesPosition = reader.prerequisitesPosition
    lesson.exercises = hasExercises ? exercises(of: lesson, in: files, room) : []
    self.lesson = lesson
  }

  /// A lesson needs no exercises.
  private mutating func exercises(of lesson: Lesson, in files: CourseFiles, _ room: TextRoom) -> [Exercise] {
    let names = lesson.file.split(separator: "/")
    guard names.count > 1, names[0] == "Lessons" else { return [] }
    let file = "Exercises/" + names.dropFirst().joined(separator: "/")
    guard files.has(file), let text = CourseReader.text(of: file, in: files, &exerciseProblems, within: room) else {
      return []
    }
    var reader = ExerciseReader(file: file, cells: lesson.cells, outcomes: lesson.outcomes.count)
    let exercises = reader.read(text)
    exerciseProblems += reader.problems
    return exercises
  }
}

/// Lessons as they come together to a course: what only all of them can tell is checked here.
struct CourseGathering {
  private(set) var lessons: [Lesson] = []
  private(set) var problems: [Problem] = []
  /// The files of the lessons by their ids, and the lines of the exercises; both in small letters, for a disk may not know
  /// `Twice` from `twice`.
  private var files: [String: String] = [:]
  private var exerciseLines: [String: Int] = [:]

  /// Gives the lesson its place.
  mutating func add(_ reading: LessonReading) {
    problems += reading.problems
    guard var lesson = reading.lesson else { return }
    lesson.number = lessons.count + 1
    if let other = files[lesson.id.lowercased()] {
      problems.append(
        Problem(.duplicateLesson(id: lesson.id, other: other), file: lesson.file, at: reading.idPosition))
    }
    for id in lesson.prerequisites where !lessons.contains(where: { $0.id == id }) {
      let suggestion = problems.suggestion(for: id, in: lessons.map(\.id))
      problems.append(
        Problem(
          .unknownPrerequisite(id, suggestion: suggestion), file: lesson.file, at: reading.prerequisitesPosition))
    }
    problems += reading.exerciseProblems
    for exercise in lesson.exercises {
      guard let line = exerciseLines[exercise.id.lowercased()] else { continue }
      problems.append(
        Problem(
          .duplicateExercise(id: exercise.id, line: line), file: exercise.file,
          at: SourcePosition(line: exercise.line, column: 1)))
    }
    for exercise in lesson.exercises where exerciseLines[exercise.id.lowercased()] == nil {
      exerciseLines[exercise.id.lowercased()] = exercise.line
    }
    if files[lesson.id.lowercased()] == nil { files[lesson.id.lowercased()] = lesson.file }
    lessons.append(lesson)
  }
}
