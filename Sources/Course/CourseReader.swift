import Foundation
import Markup

/// The reader of a course's folder. Nothing in it is run.
package enum CourseReader {
  /// Reads everything; what is wrong stands in the course's `problems`.
  ///
  /// - Parameters:
  ///   - sources: where the library's `Sources` are, for a course that shows lines of it and has none itself.
  ///   - hasExercises: whether the exercises are read, too; they take as long as the lessons.
  package static func read(_ folder: URL, sources: URL? = nil, hasExercises: Bool = true) -> Course {
    var problems: [Problem] = []
    let file = "Lessons/course.yml"
    let files = CourseFiles(folder)
    let text = text(of: file, in: files, &problems) ?? ""
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
    if !text.isEmpty { problems += fields.finish() }
    if names.isEmpty, problems.isEmpty { problems.append(Problem(.noLessons, file: file)) }
    if names.count > CourseLimits.lessons {
      problems.append(Problem(.tooMany("lessons", limit: CourseLimits.lessons), file: file))
    }

    let named = once(names.prefix(CourseLimits.lessons), &problems)
    let places = [files] + (sources.map { [CourseFiles($0)] } ?? [])
    var gathering = CourseGathering()
    // A command waits for the whole course before it says a word.
    let room = TextRoom()
    let readings = named.concurrentMap {
      LessonReading($0, in: files, sources: places, hasExercises: hasExercises, room: room)
    }
    for reading in readings {
      gathering.add(reading)
    }
    course.lessons = gathering.lessons
    problems += gathering.problems
    problems += LinkChecker(course, told: problems.count).problems
    course.problems = problems
    return course
  }

  /// Reads the id and the title that the course in a folder gives itself, without the rest of it.
  package static func name(of folder: URL) -> (id: String?, title: String) {
    var problems: [Problem] = []
    let file = "Lessons/course.yml"
    var fields = Fields(yaml: text(of: file, in: CourseFiles(folder), &problems) ?? "", file: file)
    return (fields.courseIdentifier("id"), fields.string("title", default: ""))
  }

  /// The lessons' files, each once: to read one again tells nothing new.
  private static func once(_ names: some Sequence<String>, _ problems: inout [Problem]) -> [String] {
    var counts: [String: Int] = [:]
    var files: [String] = []
    for name in names {
      let file = CourseFiles.names(on: "Lessons/" + name)?.joined(separator: "/") ?? "Lessons/" + name
      counts[file, default: 0] += 1
      if counts[file] == 1 { files.append(file) }
      if counts[file] == 2 { problems.append(Problem(.lessonNamedTwice(file), file: file)) }
    }
    return files
  }

  /// Reads exercises by themselves: Markdown that is to become part of a course.
  package static func exercises(in text: String) -> (exercises: [Exercise], problems: [Problem]) {
    var reader = ExerciseReader(file: "")
    let exercises = reader.read(text)
    return (exercises, reader.problems + LinkChecker.problems(of: exercises))
  }

  /// The text of a file of the course, or `nil` and a problem.
  static func text(
    of file: String, in files: CourseFiles, _ problems: inout [Problem], within room: TextRoom = TextRoom()
  ) -> String? {
    do throws(CourseFiles.Refusal) {
      let data = try files.data(at: file, limit: CourseLimits.text)
      guard room.take(data.count) else {
        let things = "bytes in the lessons and exercises of a course"
        problems.append(Problem(.tooMany(things, limit: CourseLimits.texts), file: file))
        return nil
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        problems.append(Problem(.notUTF8, file: file))
        return nil
      }
      return text
    } catch {
      problems.append(Problem(Problem.Kind(error, file), file: file))
      return nil
    }
  }
}
