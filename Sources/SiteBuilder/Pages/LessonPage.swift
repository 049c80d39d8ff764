import Course
import Events
import Figures
import Foundation
import Markup

/// A lesson's page: its text with the cells and what they showed, and its exercises with their answers.
struct LessonPage {
  private let lesson: Lesson
  private let course: Course
  /// The outputs of the cells, by their ids.
  private let outputs: [String: OutputFields]
  private let exercises: [ExerciseFields]
  private let theme: Theme
  private let html: PageHTML
  /// The course's own files that the page shows.
  let files = UsedFiles()

  private static let rootPath = "../"

  init(_ lesson: Lesson, of course: Course, recordings: [CellReference: Recording], theme: Theme) {
    self.lesson = lesson
    self.course = course
    self.theme = theme
    var outputs: [String: OutputFields] = [:]
    for cell in lesson.cells {
      guard let recording = recordings[CellReference(lesson: lesson.id, cell: cell.id)] else { continue }
      outputs[cell.id] = OutputFields(recording, of: cell, in: lesson)
    }
    self.outputs = outputs
    html = PageHTML(course: course, file: lesson.file, rootPath: Self.rootPath, files: files)
    exercises = lesson.exercises.map { [files] exercise in
      var runs: [CellRun: Recording] = [:]
      for run in exercise.runs { runs[run] = recordings[CellReference(lesson: lesson.id, run: run)] }
      let html = PageHTML(course: course, file: exercise.file, rootPath: Self.rootPath, files: files)
      return ExerciseFields(exercise, of: lesson, html: html, recordings: runs)
    }
  }

  /// The pictures that the cells showed: bytes of PNG files by their paths in the site.
  var pictures: [String: [UInt8]] {
    (outputs.values.map(\.pictures) + exercises.map(\.pictures)).reduce(into: [:]) { $0.merge($1) { $1 } }
  }

  /// The last picture that a cell showed.
  var cover: Cover? {
    lesson.cells.reversed().lazy.compactMap { outputs[$0.id]?.cover }.first
  }

  func fields() throws(SiteError) -> Fields {
    let frame = CourseFields(course: course)
    var fields = frame.fields(
      title: lesson.title, description: lesson.summary, rootPath: Self.rootPath, current: lesson)
    var own = frame.entry(lesson)
    own["outcomes"] = lesson.outcomes
    own["prerequisites"] = course.lessons.filter { lesson.prerequisites.contains($0.id) }.map { frame.entry($0) }
    own["contentHTML"] = try content()
    fields["lesson"] = own
    fields["contents"] = lesson.sections.filter { !$0.title.isEmpty }.map {
      ["id": $0.identifier, "title": $0.title.plainText]
    }
    fields["exercises"] = exercises.map(\.fields)
    fields["hasExercises"] = !exercises.isEmpty
    fields["previous"] = course.lessons.first { $0.number == lesson.number - 1 }.map { frame.entry($0) }
    fields["next"] = course.lessons.first { $0.number == lesson.number + 1 }.map { frame.entry($0) }
    return fields
  }

  private func content() throws(SiteError) -> String {
    var content = ""
    for section in lesson.sections {
      if !section.title.isEmpty {
        content += "<h2 id=\"\(section.identifier.escapedForHTML)\">\(html.html(section.title))"
        content += PageHTML.anchor(section.identifier) + "</h2>\n"
      }
      for part in section.parts { content += try self.html(of: part) }
    }
    return content + html.html(footnotes: lesson.footnotes)
  }

  private func html(of part: Section.Part) throws(SiteError) -> String {
    switch part {
    case .block(let block): return html.html([block])
    case .cell(let cell): return try html(of: cell)
    case .tabs(let tabs):
      let sections = tabs.map { tab in
        "<section class=\"tab\" id=\"\(tab.identifier.escapedForHTML)\">\n<h3>\(html.html(tab.title))</h3>\n"
          + html.html(tab.blocks) + "</section>\n"
      }
      return "<div class=\"tabs\">\n" + sections.joined() + "</div>\n"
    case .timeline(let list):
      let moments = list.items.map { "<li>" + html.html($0.blocks, isTight: list.isTight) + "</li>\n" }
      return "<ol class=\"timeline\">\n" + moments.joined() + "</ol>\n"
    case .note(let note):
      let name = note.kind.rawValue.lowercased()
      return "<aside class=\"note \(name)\" role=\"note\">\n<p class=\"note-title\">\(note.kind.title)</p>\n"
        + html.html(note.blocks) + "</aside>\n"
    }
  }

  private func html(of cell: Cell) throws(SiteError) -> String {
    var fields: Fields = [
      "id": cell.id,
      "number": cell.number,
      "command": "learn run \(lesson.number).\(cell.number)",
      "codeHTML": SwiftHTML.html(String(cell.listing.dropLast())),
    ]
    fields["output"] = outputs[cell.id]?.fields
    return try theme.render("cell", fields)
  }
}
