import Course
import Foundation
import Mustache

/// The look of the pages: templates, and the files that the pages load.
struct Theme {
  private let courseFiles: CourseFiles
  private let folder: URL
  private let templates: MustacheLibrary
  /// Styles, scripts and pictures, by their paths in the theme, which are those in the site.
  let files: [String]
  /// Hidden files, which are not published.
  let leftOut: [String]

  init(folder: URL) throws(SiteError) {
    let courseFiles = CourseFiles(folder.deletingLastPathComponent())
    let name = folder.lastPathComponent
    let templates = try courseFiles.contents(of: name + "/templates")
    let others = try ["styles", "scripts", "pictures"].map { kind throws(SiteError) in
      (kind: kind, contents: try courseFiles.contents(of: name + "/" + kind))
    }
    files = others.flatMap { kind, contents in contents.shown.map { kind + "/" + $0 } }
    // What cannot be published is told before anything is made.
    for file in files { try courseFiles.checkForPage(name + "/" + file) }
    leftOut = templates.hidden + others.flatMap(\.contents.hidden)
    self.templates = try TemplateReader.library(
      templates.shown.filter { $0.hasSuffix(".mustache") }, in: name + "/templates", of: courseFiles)
    self.folder = folder
    self.courseFiles = courseFiles
  }

  /// Returns the content of one of `files`.
  func content(of file: String) throws(SiteError) -> Data {
    try courseFiles.content(of: folder.lastPathComponent + "/" + file)
  }

  /// The template of this name with its fields filled in.
  func render(_ name: String, _ fields: Fields) throws(SiteError) -> String {
    guard let html = templates.render(fields, withTemplate: name) else {
      throw .noTemplate(name: name, folder: folder.path)
    }
    return html
  }
}

extension CourseFiles {
  /// The file, for a page.
  func content(of path: String, limit: Int = CourseLimits.file) throws(SiteError) -> Data {
    do throws(Refusal) {
      return try data(at: path, limit: limit)
    } catch {
      throw .refused(Problem(Problem.Kind(error, path), file: path))
    }
  }

  /// Throws where `content(of:)` would.
  fileprivate func checkForPage(_ path: String) throws(SiteError) {
    do throws(Refusal) {
      try check(path)
    } catch {
      throw .refused(Problem(Problem.Kind(error, path), file: path))
    }
  }

  /// The names of what is in a folder, and the paths of what is hidden there.
  fileprivate func contents(of folder: String) throws(SiteError) -> (shown: [String], hidden: [String]) {
    do throws(Refusal) {
      let names = try names(in: folder)
      // What file managers and version control leave in any folder is not worth a word.
      let known = [".DS_Store", ".localized", ".directory", ".gitkeep", ".gitignore"]
      let hidden = names.filter { $0.hasPrefix(".") && !$0.hasPrefix("._") && !known.contains($0) }
      return (names.filter { !$0.hasPrefix(".") }, hidden.map { folder + "/" + $0 })
    } catch {
      throw .refused(Problem(Problem.Kind(error, folder), file: folder))
    }
  }
}
