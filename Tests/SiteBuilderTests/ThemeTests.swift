import Course
import Foundation
import SiteBuilder
import Testing

/// What a theme publishes lies in its course's folder, and its templates can be filled in.
@Suite struct ThemeTests {
  private let sample: SampleCourse
  private let theme: URL

  init() throws {
    sample = try SampleCourse()
    theme = sample.folder.appending(path: "site", directoryHint: .isDirectory)
    try FileManager.default.copyItem(at: sample.theme, to: theme)
    try Data("the first private line".utf8).write(to: sample.root.appending(path: "private.txt"))
  }

  private func link(_ path: String, to target: String) throws {
    let place = theme.appending(path: path)
    if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
    try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
  }

  private func build() throws { try SiteBuilder(theme: theme).build(sample.course, to: sample.output) }

  private func published() throws -> String {
    guard FileManager.default.fileExists(atPath: sample.output.path) else { return "" }
    return try FileManager.default.subpathsOfDirectory(atPath: sample.output.path).map { path in
      let file = sample.output.appending(path: path)
      let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
      return path + "\n" + (isFolder ? "" : String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }.joined()
  }

  @Test(
    arguments: [
      "styles/private.css", "scripts/private.js", "pictures/icon.svg", "templates/index.mustache",
      "templates/private.mustache",
    ]) func aFileThatIsALinkOutOfTheCourse(path: String) throws
  {
    try link(path, to: "../../../private.txt")
    #expect(throws: SiteError.refused(Problem(.fileOutside("site/\(path)"), file: "site/\(path)"))) { try build() }
    #expect(try published() == "")
  }

  @Test(arguments: ["styles", "scripts", "pictures", "templates"]) func aFolderThatIsALinkOutOfTheCourse(
    name: String
  ) throws {
    try FileManager.default.copyItem(at: sample.theme, to: sample.root.appending(path: "other"))
    try link(name, to: "../../other/\(name)")
    #expect(throws: SiteError.refused(Problem(.fileOutside("site/\(name)"), file: "site/\(name)"))) { try build() }
  }

  @Test func aThemeThatIsALinkOutOfTheCourse() throws {
    try FileManager.default.removeItem(at: theme)
    try FileManager.default.createSymbolicLink(at: theme, withDestinationURL: sample.theme)
    #expect(throws: SiteError.refused(Problem(.fileOutside("site/templates"), file: "site/templates"))) { try build() }
  }

  /// A link to something hidden, a pipe at which a build would wait for ever, a folder.
  @Test func whatIsNoFileOfTheTheme() throws {
    try FileManager.default.createDirectory(
      at: sample.folder.appending(path: ".git"), withIntermediateDirectories: true)
    try sample.write("a private remote", to: ".git/config")
    try link("styles/config.css", to: "../../.git/config")
    let hidden = Problem(.hiddenFile("site/styles/config.css"), file: "site/styles/config.css")
    #expect(throws: SiteError.refused(hidden)) { try build() }
    try FileManager.default.removeItem(at: theme.appending(path: "styles/config.css"))

    try #require(mkfifo(theme.appending(path: "styles/pipe.css").path, 0o600) == 0)
    let pipe = Problem(
      .unreadable(reason: "it is a pipe, a socket or a device"), file: "site/styles/pipe.css")
    #expect(throws: SiteError.refused(pipe)) { try build() }
    try FileManager.default.removeItem(at: theme.appending(path: "styles/pipe.css"))

    try FileManager.default.createDirectory(
      at: theme.appending(path: "styles/more"), withIntermediateDirectories: true)
    let folder = Problem(.unreadable(reason: "it is a folder"), file: "site/styles/more")
    #expect(throws: SiteError.refused(folder)) { try build() }
  }

  @Test func linksInTheCourseAreFollowed() throws {
    try sample.write("shared", to: "Lessons/shared.css")
    try link("styles/shared.css", to: "../../Lessons/shared.css")
    try build()
    #expect(try sample.page("styles/shared.css") == "shared")
  }

  /// What nobody names is left out; what a file manager left there is not worth a word.
  @Test func hiddenFilesAreLeftOutAndTold() throws {
    for path in ["styles/.draft.css", "pictures/.DS_Store", "templates/.old.mustache", "scripts/._page.js"] {
      try Data("not for others".utf8).write(to: theme.appending(path: path))
    }
    #expect(try SiteBuilder(theme: theme).leftOut == ["site/templates/.old.mustache", "site/styles/.draft.css"])
    try build()
    #expect(try !published().contains("not for others"))
  }

  /// A lesson's link is looked at when it is checked, and once more when the file is read.
  @Test func aLinkThatComesBetweenCheckAndCopy() throws {
    try sample.write("dot", to: "Lessons/pictures/late.png")
    let lesson = try String(contentsOf: sample.folder.appending(path: "Lessons/02-second.md"), encoding: .utf8)
    try sample.write(lesson + "\n![seen](pictures/late.png)\n", to: "Lessons/02-second.md")
    let course = sample.course
    #expect(course.problems == [])
    let picture = sample.folder.appending(path: "Lessons/pictures/late.png")
    try FileManager.default.removeItem(at: picture)
    try FileManager.default.createSymbolicLink(
      at: picture, withDestinationURL: sample.root.appending(path: "private.txt"))
    try SiteBuilder(theme: theme).build(course, to: sample.output)
    #expect(try !published().contains("private line"))
  }
}
