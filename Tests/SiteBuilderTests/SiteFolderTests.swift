import Course
import Foundation
import SiteBuilder
import Testing

@Suite struct SiteFolderTests {
  private let sample: SampleCourse

  init() throws {
    sample = try SampleCourse()
  }

  private func build() throws {
    try SiteBuilder(theme: sample.theme).build(sample.course, to: sample.output)
  }

  /// What stands beside the site: nothing is left of building it.
  private func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sample.folder.path).filter { $0.hasPrefix(".") }
  }

  @Test func replacesItsOwnSite() throws {
    try build()
    try sample.write("", to: "Exercises/01-first.md")
    try build()
    #expect(try !sample.page("lessons/first.html").contains("class=\"practice\""))
    #expect(try leftovers().isEmpty)
  }

  @Test func fillsAnEmptyFolder() throws {
    try FileManager.default.createDirectory(at: sample.output, withIntermediateDirectories: true)
    try build()
    #expect(try sample.page("index.html").contains("Small"))
  }

  @Test func makesTheFoldersAbove() throws {
    let deep = sample.folder.appending(path: "a/b/site")
    try SiteBuilder(theme: sample.theme).build(sample.course, to: deep)
    #expect(FileManager.default.fileExists(atPath: deep.appending(path: "index.html").path))
  }

  @Test func leavesAForeignFolderAlone() throws {
    try FileManager.default.createDirectory(at: sample.output, withIntermediateDirectories: true)
    try sample.write("mine", to: "_site/thesis.txt")
    #expect(throws: SiteError.notOurs(folder: sample.output.path, example: "thesis.txt")) { try build() }
    #expect(try sample.page("thesis.txt") == "mine")
    #expect(try leftovers().isEmpty)
  }

  @Test func leavesWhatWasAddedToASiteAlone() throws {
    try build()
    try sample.write("mine", to: "_site/lessons/thesis.txt")
    #expect(throws: SiteError.notOurs(folder: sample.output.path, example: "lessons/thesis.txt")) { try build() }
    #expect(try sample.page("lessons/thesis.txt") == "mine")
  }

  @Test func doesNotReplaceAFile() throws {
    try sample.write("mine", to: "_site")
    #expect(throws: SiteError.notAFolder(path: sample.output.path)) { try build() }
  }

  @Test func keepsTheFormerSiteWhenABuildFails() throws {
    try build()
    let former = try sample.page("index.html")
    let theme = sample.folder.appending(path: "theme")
    try FileManager.default.copyItem(at: sample.theme, to: theme)
    try FileManager.default.removeItem(at: theme.appending(path: "templates/lesson.mustache"))
    #expect(throws: SiteError.noTemplate(name: "lesson", folder: theme.path)) {
      try SiteBuilder(theme: theme).build(sample.course, to: sample.output)
    }
    #expect(try sample.page("index.html") == former)
    #expect(try leftovers().isEmpty)
  }

  @Test(arguments: ["../../secret.txt", "pictures/link.txt"])
  func publishesNothingFromOutsideTheCourse(path: String) throws {
    let secret = sample.root.appending(path: "secret.txt")
    try Data("secret".utf8).write(to: secret)
    try FileManager.default.createSymbolicLink(
      at: sample.folder.appending(path: "Lessons/pictures/link.txt"), withDestinationURL: secret)
    let lesson = try String(contentsOf: sample.folder.appending(path: "Lessons/02-second.md"), encoding: .utf8)
    try sample.write(lesson + "\n\n![seen](\(path)) [read](\(path))\n", to: "Lessons/02-second.md")
    try build()
    let html = try sample.page("lessons/second.html")
    #expect(html.contains("seen read"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: sample.output.path)
    #expect(!files.contains { $0.hasSuffix(".txt") })
  }
}
