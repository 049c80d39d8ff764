import Foundation
import TestSupport
import Testing

/// The static site of the project's own course, with what its cells showed.
@Suite struct BuildSiteTests {
  func files(_ folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }

  func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  @Test func theSiteIsWholeAndKeepsToItself() throws {
    let command = try LearnCommand()
    let site = command.home.url.appending(path: "site", directoryHint: .isDirectory)
    let result = try command.run("build-site", "--output", site.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasSuffix("Open \(site.path)/index.html in a browser.\n"), "\(result.output)")
    #expect(try text("index.html", in: site).contains("lessons/judge-or-maker.html"))

    let lesson = try text("lessons/judge-or-maker.html", in: site)
    #expect(lesson.contains(#"<svg class="curve""#), "no recorded curve")
    #expect(lesson.contains(/<img[^>]*maker-1\.png/), "no recorded picture")
    #expect(lesson.contains("Drawn for 0 to 9"), "no text alternative")
    let picture = try Data(contentsOf: site.appending(path: "lessons/judge-or-maker/maker-1.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))

    for path in try files(site) where path.hasSuffix(".html") { try checkLinks(path, in: site) }

    // Once more, in its own place: the same files with the same content.
    let before = try contents(site)
    #expect(try command.run("build-site", "-o", site.path).status == 0)
    #expect(try contents(site) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: command.home.url.path).filter { $0.hasPrefix(".site") } == [])
  }

  func contents(_ site: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try files(site) {
      let file = site.appending(path: path)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == false {
        contents[path] = try Data(contentsOf: file)
      }
    }
    return contents
  }

  /// Nothing is fetched from anybody else; every relative address leads to a file, every fragment to a place in it.
  func checkLinks(_ page: String, in site: URL) throws {
    let html = try text(page, in: site)
    var links = 0
    for match in html.matches(of: /\s(href|src|srcset|poster|action)="([^"]*)"/) {
      let (attribute, address) = (String(match.1), String(match.2))
      if address.hasPrefix("http:") || address.hasPrefix("https:") {
        #expect(attribute == "href", "\(page) loads \(address)")
        continue
      }
      if address.hasPrefix("mailto:") || address.hasPrefix("data:") { continue }
      links += 1
      let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let folder = site.appending(path: page).deletingLastPathComponent()
      let target =
        parts[0].isEmpty ? site.appending(path: page) : folder.appending(path: String(parts[0])).standardizedFileURL
      #expect(target.path.hasPrefix(site.path), "\(page) leads out of the site: \(address)")
      try #require(FileManager.default.fileExists(atPath: target.path), "\(page): \(address)")
      if parts.count == 2, !parts[1].isEmpty {
        #expect(try String(contentsOf: target, encoding: .utf8).contains("id=\"\(parts[1])\""), "\(page): \(address)")
      }
    }
    #expect(links > 0)
    #expect(!html.contains(/<link[^>]*href="https?:/), "\(page)")
    #expect(!html.contains(/(@import|url\()\s*["']?https?:/), "\(page)")
  }

  @Test func aFolderWithForeignFilesIsLeftAlone() throws {
    let command = try LearnCommand()
    let mine = try command.home.create("site/thesis.txt", "years of work")
    let result = try command.run("build-site", "--no-run", "--output", mine.deletingLastPathComponent().path)
    #expect(result.status == 73)
    #expect(result.errors.contains("thesis.txt"), "\(result.errors)")
    #expect(try files(mine.deletingLastPathComponent()) == ["thesis.txt"])
    #expect(try String(contentsOf: mine, encoding: .utf8) == "years of work")
  }

  @Test func withoutRunningCellsAreCodeAlone() throws {
    var command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    command.environment["LEARN_HOME"] = command.home.url.appending(path: "fresh").path
    let site = command.home.url.appending(path: "site", directoryHint: .isDirectory)
    let result = try command.run("build-site", "--no-run", "--output", site.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try text("lessons/first.html", in: site).contains("numbers"))
    for path in try files(site) where path.hasSuffix(".html") { try checkLinks(path, in: site) }
  }

  /// The lesson has run the cell already: what a prediction says of it is looked at all the same.
  @Test func aPredictionAboutALessonsOwnRunIsChecked() throws {
    let folder = try TemporaryFolder()
    try folder.create("Lessons/course.yml", "title: T\npromise: P.\nlessons: [a.md]\n")
    try folder.create(
      "Lessons/a.md",
      """
      ---
      id: a
      title: T
      summary: S.
      outcomes: [O]
      reading: 1
      practice: 1
      difficulty: core
      ---
      ```swift
      //| id: sums
      let name = "total"
      metric(name, 10)
      ```

      """)
    func predict(_ metric: String) throws {
      try folder.create(
        "Exercises/a.md", "## Predict: how large? {#p}\n\nanswer: `\(metric) ± 1` of [it](cell:sums)\n\n> So it is.\n")
    }
    try predict("sum")
    let command = try LearnCommand(in: folder.url)
    let site = command.home.url.appending(path: "site", directoryHint: .isDirectory)
    let faulty = try command.run("build-site", "--output", site.path)
    #expect(faulty.status == 65, "\(faulty.errors)")
    #expect(faulty.errors.contains("Exercises/a.md:1: the cell shows no figure “sum”"), "\(faulty.errors)")
    try predict("total")
    let sound = try command.run("build-site", "--output", site.path)
    #expect(sound.status == 0, "\(sound.errors)")
    let page = try text("lessons/a.html", in: site)
    #expect(page.contains("<b>10 ± 1.</b> <p>So it is.</p>"))
    #expect(!page.contains("was not run"))
  }
}
