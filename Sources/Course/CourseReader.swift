import Foundation
import Markup

/// Reads a course from its folder. Nothing in it is run.
package enum CourseReader {
  /// Reads everything; what is wrong stands in the course's `problems`.
  ///
  /// - Parameters:
  ///   - sources: where the library's `Sources` are, for a course that shows lines of it and has none itself.
  ///   - hasExercises: whether the exercises are read, too; they take as long as the lessons.
  package static func read(_ folder: URL, sources: URL? = nil, hasExercises: Bool = true) -> Course {
    var problems: [Problem] = []
    let file = "Lessons/course.yml"
    let text = read(file, in: folder, &problems) ?? ""
    var fields = Fields(yaml: text, file: file)
    var course = Course(
      folder: folder, id: fields.courseIdentifier("id"), title: fields.string("title"),
      promise: fields.string("promise"),
      language: fields.string("language", default: "en"), licence: fields.string("licence", default: ""),
      authors: fields.strings("authors", isOptional: true), lessons: [], glossary: [:], problems: [])
    let names = fields.strings("lessons")
    for (id, var term) in fields.entries("glossary") {
      course.glossary[id] = GlossaryTerm(id: id, name: term.string("name"), definition: term.string("definition"))
      problems += term.finish()
    }
    let yamlProblems = text.isEmpty ? [] : fields.finish()
    problems += yamlProblems
    if names.isEmpty, problems.isEmpty { problems.append(Problem(.noLessons, file: file)) }

    let places = [folder] + (sources.map { [$0] } ?? [])
    // A command waits for the whole course before it says a word.
    for reading in names.concurrentMap({
      LessonReading($0, in: folder, sources: places, hasExercises: hasExercises)
    }) {
      add(reading, to: &course, &problems)
    }
    problems += LinkChecker(course).problems
    course.problems = problems
    return course
  }

  /// What the course in a folder calls itself, without the rest of it.
  package static func name(of folder: URL) -> (id: String?, title: String) {
    var problems: [Problem] = []
    let file = "Lessons/course.yml"
    var fields = Fields(yaml: read(file, in: folder, &problems) ?? "", file: file)
    return (fields.courseIdentifier("id"), fields.string("title", default: ""))
  }

  /// What a lesson's two files say by themselves.
  private struct LessonReading: Sendable {
    var lesson: Lesson?
    /// Of the lesson's file; then of the exercises'.
    var problems: [Problem] = []
    var exerciseProblems: [Problem] = []
    var idPosition: SourcePosition?
    var prerequisitesPosition: SourcePosition?

    init(_ name: String, in folder: URL, sources: [URL], hasExercises: Bool) {
      let file = "Lessons/" + name
      guard let text = CourseReader.read(file, in: folder, &problems) else { return }
      var reader = LessonReader(file: file, sources: sources)
      var lesson = reader.read(text)
      problems += reader.problems
      idPosition = reader.idPosition
      prerequisitesPosition = reader.prerequisitesPosition
      let exercises = "Exercises/" + name
      if hasExercises, FileManager.default.fileExists(atPath: folder.appending(path: exercises).path),
        let text = CourseReader.read(exercises, in: folder, &exerciseProblems)
      {
        var reader = ExerciseReader(file: exercises, cells: lesson.cells, outcomes: lesson.outcomes.count)
        lesson.exercises = reader.read(text)
        exerciseProblems += reader.problems
      }
      self.lesson = lesson
    }
  }

  /// Gives the lesson its place, and checks what only the whole course can tell.
  private static func add(_ reading: LessonReading, to course: inout Course, _ problems: inout [Problem]) {
    problems += reading.problems
    guard var lesson = reading.lesson else { return }
    lesson.number = course.lessons.count + 1
    if let other = course.lessons.first(where: { $0.id == lesson.id }) {
      problems.append(
        Problem(.duplicateLesson(id: lesson.id, other: other.file), file: lesson.file, at: reading.idPosition))
    }
    for id in lesson.prerequisites where !course.lessons.contains(where: { $0.id == id }) {
      let known = course.lessons.map(\.id)
      problems.append(
        Problem(
          .unknownPrerequisite(id, suggestion: Suggestion.closest(to: id, in: known)), file: lesson.file,
          at: reading.prerequisitesPosition))
    }
    problems += reading.exerciseProblems
    let others = course.lessons.flatMap(\.exercises).map { ($0.id, $0.line) }
    let lines = Dictionary(others) { first, _ in first }
    for exercise in lesson.exercises {
      guard let line = lines[exercise.id] else { continue }
      problems.append(
        Problem(
          .duplicateExercise(id: exercise.id, line: line), file: exercise.file,
          at: SourcePosition(line: exercise.line, column: 1)))
    }
    course.lessons.append(lesson)
  }

  /// Reads exercises by themselves: Markdown that is to become part of a course.
  package static func exercises(in text: String) -> (exercises: [Exercise], problems: [Problem]) {
    var reader = ExerciseReader(file: "")
    let exercises = reader.read(text)
    return (exercises, reader.problems)
  }

  /// The text of a file of the course, or `nil` and a problem.
  package static func read(_ file: String, in folder: URL, _ problems: inout [Problem]) -> String? {
    let place = folder.appending(path: file)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), isFolder.boolValue {
      problems.append(Problem(.unreadable(reason: "it is a folder"), file: file))
      return nil
    }
    do {
      let data = try Data(contentsOf: place)
      guard let text = String(validating: data, as: UTF8.self) else {
        problems.append(Problem(.notUTF8, file: file))
        return nil
      }
      return text
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
      problems.append(Problem(.missingFile(file), file: file))
    } catch {
      problems.append(Problem(.unreadable(reason: error.localizedDescription), file: file))
    }
    return nil
  }
}
