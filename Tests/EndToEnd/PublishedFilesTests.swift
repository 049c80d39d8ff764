import Foundation
import TestSupport
import Testing

/// A course from a stranger publishes nothing of the machine that it lies on, and says nothing of it.
@Suite struct PublishedFilesTests {
  private static let secret = "the first private line"

  /// A course beside a private file, with the bundled theme as its own.
  private func course(_ files: [String: String] = [:], links: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.create("private.txt", Self.secret + "\n")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "course"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: LearnCommand.project.appending(path: "site"), to: folder.url.appending(path: "course/site"))
    var all = [
      "Lessons/course.yml": "title: T\npromise: P.\nlessons: [a.md]\n",
      "Lessons/a.md":
        "---\nid: a\ntitle: T\nsummary: S.\noutcomes: [O]\nreading: 1\npractice: 1\ndifficulty: core\n---\n\nText.\n",
      "Exercises/a.md": "## Cards: words {#words}\n\n### Front\n\nBack.\n",
    ]
    all.merge(files) { $1 }
    for (name, text) in all { try folder.create("course/" + name, text) }
    for (name, target) in links {
      let place = folder.url.appending(path: "course/" + name)
      if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
      try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
    }
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ arguments: [String]) throws -> LearnCommand.Result {
    let command = try LearnCommand(in: folder.url.appending(path: "course"), trusting: false)
    let result = try command.start(arguments).result()
    #expect(!(result.output + result.errors).contains(Self.secret), "\(arguments): \(result)")
    return result
  }

  @Test func aStyleThatIsALinkOutOfTheCourse() throws {
    let folder = try course(links: ["site/styles/pw.css": "../../../private.txt"])
    let result = try run(folder, ["build-site", "--no-run"])
    #expect(result.status == 65)
    #expect(try run(folder, ["check"]).errors == result.errors)
    #expect(
      result.errors == """
        site/styles/pw.css: error: `site/styles/pw.css` leads out of the course
        help: copy the file into the course's folder: nothing else of your machine is published

        """)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "course/_site").path))
  }

  @Test(arguments: ["Lessons/a.md", "Exercises/a.md", "Lessons/course.yml"]) func aFileThatIsALinkOutOfTheCourse(
    file: String
  ) throws {
    let folder = try course(links: [file: "../../private.txt"])
    for arguments in [
      ["check"], ["list"], ["build-site", "--no-run"], ["export", "anki", "out.apkg"], ["read", "a"],
    ] {
      let result = try run(folder, arguments)
      #expect(result.errors.contains("\(file): error: `\(file)` leads out of the course\n"), "\(arguments): \(result)")
      #expect(result.status == 65, "\(arguments)")
    }
  }

  @Test func hiddenFilesOfAThemeAreToldAndLeftOut() throws {
    let folder = try course(["site/styles/.draft.css": Self.secret, "site/pictures/.DS_Store": Self.secret])
    let result = try run(folder, ["build-site", "--no-run"])
    #expect(result.status == 0)
    #expect(result.errors == "warning: hidden files of the theme are not published: site/styles/.draft.css\n")
    let site = folder.url.appending(path: "course/_site")
    let names = try FileManager.default.subpathsOfDirectory(atPath: site.path).filter { $0.contains("/.") }
    #expect(names == [])
  }

  @Test func aTemplateThatIncludesItself() throws {
    let folder = try course(["site/templates/hints.mustache": "<ul>\n{{#hints}}\n  {{> hints}}\n{{/hints}}\n</ul>\n"])
    let result = try run(folder, ["build-site", "--no-run"])
    #expect(result.status == 65)
    #expect(
      result.errors == """
        site/templates/hints.mustache:3:3: error: this template includes itself: `hints` → `hints`
        help: take one of these out of the other

        """)
  }

  /// A pipe is no file: nobody waits for its other end.
  @Test func aPipeIsNotWaitedFor() throws {
    let folder = try course()
    for file in ["Lessons/a.md", "site/styles/base.css", "Lessons/digests.txt"] {
      let place = folder.url.appending(path: "course/" + file)
      if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
      try #require(mkfifo(place.path, 0o600) == 0)
      let command = file.hasSuffix("digests.txt") ? ["verify"] : ["build-site", "--no-run"]
      let result = try run(folder, command)
      #expect(result.errors.contains("it is a pipe, a socket or a device"), "\(result)")
      try FileManager.default.removeItem(at: place)
      if file == "Lessons/a.md" {
        try folder.create(
          "course/" + file,
          "---\nid: a\ntitle: T\nsummary: S.\noutcomes: [O]\nreading: 1\npractice: 1\ndifficulty: core\n---\n\nText.\n")
      }
    }
  }
}

/// However many faults a course has, the report of them is one that somebody will read.
@Suite struct ProblemReportTests {
  private func check(_ lesson: String) throws -> LearnCommand.Result {
    let folder = try FaultyCourseTests().course(lesson)
    return try LearnCommand(in: folder.url, trusting: false).run("check")
  }

  @Test(arguments: [" ", "\n\n"]) func manyFaults(separator: String) throws {
    let links = (0..<20_000).map { "[x](lesson:none\($0))" }.joined(separator: separator)
    let result = try check(links + "\n")
    #expect(result.status == 65)
    #expect(result.errors.hasSuffix("\n\nand 19950 more of them\n"))
    #expect(result.errors.ranges(of: ": error: ").count == 50)
    #expect(result.errors.utf8.count < 20_000)
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test func aFaultInALongLine() throws {
    let words = String(repeating: "漢字 words ", count: 30_000)
    let result = try check(words + "[x](lesson:none) " + words + "\n")
    #expect(result.errors.utf8.count < 1_000)
    #expect(result.errors.contains("[x](lesson:none)"))
    let lines = result.errors.split(separator: "\n")
    try #require(lines.count > 2, "\(result.errors)")
    #expect(lines[1].hasPrefix("  …") && lines[1].hasSuffix("…"))
    // The mark stands under the bracket: two columns for each of the wide signs before it.
    let before = lines[1].prefix { $0 != "[" }
    #expect(lines[2].count - 1 == before.reduce(0) { $0 + ("漢字".contains($1) ? 2 : 1) })
  }

  /// What a file says of itself may be of any length.
  @Test func aFaultOfALongName() throws {
    let name = String(repeating: "n", count: 1_000_000)
    for text in ["[x](lesson:\(name))", "$`\\\(name)`$", "<!-- \(name) -->", "> [!\(name)]\n> Text."] {
      let result = try check(text + "\n")
      #expect(result.status == 65)
      #expect(result.errors.utf8.count < 2_000)
    }
  }

  /// Carriage returns end lines, as they do for whoever reads the Markdown.
  @Test(arguments: ["\r\n", "\r"]) func linesThatEndInAnotherWay(end: String) throws {
    let folder = try TemporaryFolder()
    try folder.create("Lessons/course.yml", "title: T\npromise: P.\nlessons: [a.md]\n")
    let lines = [
      "---", "id: a", "title: T", "summary: S.", "outcomes: [O]", "reading: 1", "practice: 1", "difficulty: core",
      "---", "", "One.", "", "Two [x](lesson:none).", "",
    ]
    try folder.create("Lessons/a.md", lines.joined(separator: end))
    let result = try LearnCommand(in: folder.url, trusting: false).run("check")
    #expect(
      result.errors == """
        Lessons/a.md:13:5: error: no lesson is called `none`
          Two [x](lesson:none).
              ^
        help: check the spelling

        """)
  }
}
