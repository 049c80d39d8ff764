// SiteBuilder: course, recordings and compiled cells to a static site.

import Course
import Events
import Figures
import Foundation

/// A builder that writes a course as a folder of static pages: an index, a page a lesson, a glossary, and all they
/// need.
package struct SiteBuilder {
  private let theme: Theme

  /// Hidden files of the theme, which are not published.
  package var leftOut: [String] { theme.leftOut }

  /// - Parameter theme: the folder with `templates`, `styles`, `scripts` and `pictures`, in that of a course: all that
  ///   is published lies there.
  package init(theme folder: URL) throws(SiteError) {
    theme = try Theme(folder: folder)
  }

  /// Builds the whole site beside `folder` and puts it in its place when all of it is there.
  ///
  /// - Parameters:
  ///   - recordings: what the cells showed when they were run. A cell without one is shown as code alone.
  ///   - folder: is made, or replaced where it is empty or holds a site that was built before, and nothing else.
  /// - Returns: how many pages were written.
  @discardableResult
  package func build(
    _ course: Course, recordings: [CellReference: Recording] = [:], to folder: URL
  ) throws(SiteError) -> Int {
    var site = try SiteFolder(replacing: folder)
    do {
      let pages = try write(course, recordings, to: &site)
      try site.publish()
      return pages
    } catch {
      try site.discard()
      throw error
    }
  }

  private func write(
    _ course: Course, _ recordings: [CellReference: Recording], to site: inout SiteFolder
  ) throws(SiteError) -> Int {
    for file in theme.files { try site.write(theme.content(of: file), to: file) }
    let files = course.files
    var pages = 1
    var covers: [String: Cover] = [:]
    if let glossary = GlossaryPage(course) {
      try site.write(theme.render("glossary", glossary.fields), to: SiteAddress.glossary)
      pages += 1
    }
    for lesson in course.lessons {
      // Ctrl-C cancels the command's task; what was written so far goes, and the former site stays.
      guard !Task.isCancelled else { throw .interrupted }
      let page = LessonPage(lesson, of: course, recordings: recordings, theme: theme)
      let fields = try page.fields()
      try site.write(theme.render("lesson", fields), to: SiteAddress.page(of: lesson))
      for (path, bytes) in page.pictures { try site.write(Data(bytes), to: path) }
      covers[lesson.id] = page.cover
      for (path, source) in page.files.used { try site.write(files.content(of: source), to: path) }
      pages += 1
    }
    if let outputs = try Outputs(recordings).json { try site.write(outputs, to: SiteAddress.outputs) }
    try site.write(theme.render("index", IndexPage(course, covers: covers).fields), to: "index.html")
    return pages
  }
}

/// A run of one of a lesson's cells, or of its exercises'.
package struct CellReference: Hashable, Sendable {
  package var lesson: String
  package var run: CellRun

  /// The run of a cell as the lesson has it.
  package init(lesson: String, cell: String) {
    self.init(lesson: lesson, run: CellRun(cell: cell))
  }

  package init(lesson: String, run: CellRun) {
    self.lesson = lesson
    self.run = run
  }
}

/// The fields that a template gets: names and what stands for them.
typealias Fields = [String: Any]
