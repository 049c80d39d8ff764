import Foundation
import TestSupport
import Testing

/// Cells of a course that did not come with learn run when the learner has said so, and not before.
@Suite struct TrustTests {
  let course: TemporaryFolder
  let command: LearnCommand
  static let refusal = "error: this course did not come with learn, and its cells are programs: nothing was run\n"
  static let change = "error: the cells of this course have changed since you trusted it: nothing was run\n"

  init() throws {
    course = try TemporaryFolder()
    let lessons = LearnCommand.fixtures.appending(path: "Cells/Lessons", directoryHint: .isDirectory)
    for name in ["course.yml", "cells.md"] {
      try course.create(
        "Lessons/\(name)", try String(contentsOf: lessons.appending(path: name), encoding: .utf8))
    }
    command = try LearnCommand(in: course.url, trusting: false)
  }

  func change(_ old: String, _ new: String) throws {
    let lesson = try String(contentsOf: course.url.appending(path: "Lessons/cells.md"), encoding: .utf8)
    #expect(lesson.contains(old))
    try course.create("Lessons/cells.md", lesson.replacing(old, with: new))
  }

  func isRefused(_ sentence: String, _ arguments: String...) throws {
    let result = try command.start(arguments).result()
    #expect(result.status == 77)
    #expect(result.output == "")
    #expect(
      result.errors == sentence
        + "help: look at what they do with `learn course cells`, then say `learn course trust`; if you write this "
        + "course yourself, `learn course trust --always`\n", "\(result.errors)")
  }

  @Test func aPipeIsRefusedUntilTheCellsAreTrustedAndAgainWhenTheyChange() throws {
    try isRefused(Self.refusal, "run", "figures")
    try isRefused(Self.refusal, "run", "figures", "--json")
    #expect(try command.run("course", "trust").status == 0)
    #expect(try command.run("run", "figures").status == 0)
    // The lesson's text is no program.
    try change("One of each.", "One of each kind.")
    #expect(try command.run("run", "figures").status == 0)
    try change("numbers[index + 3]", "numbers[index + 4]")
    try isRefused(Self.change, "run", "figures")
    // One change back is known.
    try change("numbers[index + 4]", "numbers[index + 3]")
    #expect(try command.run("run", "figures").status == 0)
  }

  /// What one command takes away, another that goes on meanwhile does not bring back.
  @Test func noChangeIsLost() throws {
    let parent = try TemporaryFolder()
    let folders = (1...8).map { parent.url.appending(path: "course-\($0)") }
    for folder in folders { try FileManager.default.copyItem(at: course.url, to: folder) }
    #expect(try command.run("course", "add", folders[0].path).status == 0)
    let commands =
      [["course", "remove", folders[0].path]]
      + folders.dropFirst().map { ["course", "trust", $0.path] }
    for run in try commands.map({ try command.start($0) }) { #expect(try run.result().status == 0) }
    let listed = try command.run("course", "list").output
    #expect(
      folders.map { listed.contains($0.lastPathComponent) } == [false] + [Bool](repeating: true, count: 7), "\(listed)")
  }

  /// Exercises have cells, too.
  @Test func aCellOfAnExerciseCounts() throws {
    func exercise(_ text: String) throws {
      try course.create(
        "Exercises/cells.md",
        "## Predict: how many? {#many}\n\nHow many?\n\n```swift\n//| id: own\nmetric(\"n\", \(text))\n```\n\n"
          + "answer: `n ± 0.1` of [the cell](cell:own)\n")
    }
    try exercise("3")
    #expect(try command.run("course", "trust").status == 0)
    try exercise("4")
    try isRefused(Self.change, "run", "figures")
  }

  #if os(Linux)
    /// What was typed, or pasted, before the question is no answer to it.
    @Test func earlierKeysAreNoAnswer() throws {
      let go = course.url.appending(path: "go")
      let session = try LiveRunTests().start(
        "run figures", in: course.url, trusting: false,
        before: "echo begins; until [ -e \(go.path) ]; do sleep 0.05; done")
      try session.run.wait(for: "begins")
      try session.press("y")
      // The terminal has it: it shows what it takes.
      try session.run.wait(for: "begins\r\ny")
      try course.create("go")
      try session.run.wait(for: "run nothing")
      // The question may be there a moment before it listens.
      while session.run.process.isRunning {
        try session.press("n")
        Thread.sleep(forTimeInterval: 0.05)
      }
      let end = try session.run.result()
      #expect(end.status == 77, "\(end.output)")
      #expect(end.output.contains("nothing was run"))
    }
  #endif

  @Test func anAuthorTrustsOnce() throws {
    #expect(try command.run("course", "trust", "--always").status == 0)
    #expect(try command.run("run", "figures").status == 0)
    try change("\"no end of line\"", "\"mine\"")
    let result = try command.run("run", "figures")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("mine\n"))
  }

  /// What only looks asks for nothing and runs nothing.
  @Test func withoutTrustNothingRuns() throws {
    for arguments in [["list"], ["read", "cells"], ["next"], ["doctor"], ["course"], ["course", "add", "."]] {
      let result = try command.start(arguments).result()
      #expect(result.status == 0, "\(arguments): \(result.errors)")
    }
    let site = command.home.url.appending(path: "site")
    let result = try command.run("build-site", "-o", site.path)
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("warning: this course did not come with learn, and its cells are programs: "))
    #expect(result.errors.contains("shown as code alone: cells/figures, cells/shout, "), "\(result.errors)")
    #expect(FileManager.default.fileExists(atPath: site.appending(path: "lessons/cells.html").path))
    #expect(!result.output.contains("Running cell"))
  }

  @Test func addedCoursesAreListedChosenAndRemoved() throws {
    let name = course.url.lastPathComponent
    #expect(try command.run("course", "add", course.url.path).status == 0)
    let list = try command.run("course", "list").output
    #expect(list.contains("Cells that behave and cells that do not  \(name) · 1 lesson · not trusted"), "\(list)")
    var elsewhere = command
    elsewhere.folder = command.home.url
    let refused = try elsewhere.run("run", "figures", "--course", name)
    #expect(refused.status == 77)
    #expect(refused.errors.contains("`learn course trust \(course.url.resolvingSymlinksInPath().path)`"))
    #expect(try elsewhere.run("course", "trust", name).status == 0)
    #expect(try elsewhere.run("run", "figures", "--course", name).status == 0)
    #expect(try elsewhere.run("course", "remove", name).status == 0)
    #expect(try !elsewhere.run("course").output.contains(name))
    let gone = try elsewhere.run("list", "--course", name)
    #expect(gone.status == 66)
    #expect(gone.errors.hasPrefix("error: no course is called \(name)\n"))
    // The trust is gone as well.
    try isRefused(Self.refusal, "run", "figures")
  }

  @Test func aDamagedRegisterIsTold() throws {
    try command.home.create(".local/share/learn/courses.json", "[{")
    var command = command
    command.environment["XDG_DATA_HOME"] = command.home.url.appending(path: ".local/share").path
    let result = try command.run("run", "figures")
    #expect(result.status == 65)
    #expect(result.errors.contains("courses.json is damaged"))
  }

  @Test func whatIsNoCourseIsNotAdded() throws {
    try command.home.create("empty/file")
    let result = try command.run("course", "add", command.home.url.path + "/empty")
    #expect(result.status == 66)
    #expect(result.errors.hasPrefix("error: there is no course in "))
  }

  /// The bundled course needs no trust.
  @Test func theBundledCourseRunsAtOnce() throws {
    #expect(try LearnCommand().run("run", "cell", "1").status == 0)
  }
}
