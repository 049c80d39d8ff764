import Foundation
import Markup

/// Reads a course from its folder. Nothing in it is run.
package enum CourseReader {
  /// Reads everything; what is wrong stands in the course's `problems`.
  ///
  /// - Parameter sources: where the library's `Sources` are, for a course that shows lines of it and has none itself.
  package static func read(_ folder: URL, sources: URL? = nil) -> Course {
    var problems: [Problem] = []
    let file = "Lessons/course.yml"
    let text = read(file, in: folder, &problems) ?? ""
    var fields = Fields(yaml: text, file: file)
    var course = Course(
      folder: folder, title: fields.string("title"), promise: fields.string("promise"),
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

    for name in names {
      let sources = [folder] + (sources.map { [$0] } ?? [])
      if let lesson = lesson(name, in: folder, course: course, sources: sources, &problems) {
        course.lessons.append(lesson)
      }
    }
    problems += LinkChecker(course).problems
    course.problems = problems
    return course
  }

  private static func lesson(
    _ name: String, in folder: URL, course: Course, sources: [URL], _ problems: inout [Problem]
  ) -> Lesson? {
    let file = "Lessons/" + name
    guard let text = read(file, in: folder, &problems) else { return nil }
    var reader = LessonReader(file: file, number: course.lessons.count + 1, sources: sources)
    var lesson = reader.read(text)
    problems += reader.problems
    if let other = course.lessons.first(where: { $0.id == lesson.id }) {
      problems.append(
        Problem(.duplicateLesson(id: lesson.id, other: other.file), file: file, at: reader.idPosition))
    }
    for id in lesson.prerequisites where !course.lessons.contains(where: { $0.id == id }) {
      let known = course.lessons.map(\.id)
      problems.append(
        Problem(
          .unknownPrerequisite(id, suggestion: Suggestion.closest(to: id, in: known)), file: file,
          at: reader.prerequisitesPosition))
    }
    let exercises = "Exercises/" + name
    if FileManager.default.fileExists(atPath: folder.appending(path: exercises).path),
      let text = read(exercises, in: folder, &problems)
    {
      var reader = ExerciseReader(file: exercises, cells: lesson.cells, outcomes: lesson.outcomes.count)
      lesson.exercises = reader.read(text)
      problems += reader.problems
      let others = course.lessons.flatMap(\.exercises).map { ($0.id, $0.line) }
      let lines = Dictionary(others) { first, _ in first }
      for exercise in lesson.exercises {
        guard let line = lines[exercise.id] else { continue }
        problems.append(
          Problem(
            .duplicateExercise(id: exercise.id, line: line), file: exercises,
            at: SourcePosition(line: exercise.line, column: 1)))
      }
    }
    return lesson
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
