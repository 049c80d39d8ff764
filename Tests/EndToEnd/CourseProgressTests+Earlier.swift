import Foundation
import TestSupport
import Testing

/// The log of an earlier version, whose events have no course.
extension CourseProgressTests {
  static let log = LearnCommand.fixtures.appending(path: "OldLog")

  /// A learner whose log an earlier version wrote, with a course that it knew and one that it did not.
  func earlierLearner() throws -> (bundled: LearnCommand, known: LearnCommand, unknown: LearnCommand) {
    let bundled = try LearnCommand()
    let sound = { () throws -> TemporaryFolder in
      let folder = try TemporaryFolder()
      for name in ["Lessons", "Exercises"] {
        try FileManager.default.copyItem(
          at: LearnCommand.fixtures.appending(path: "Sound/\(name)"), to: folder.url.appending(path: name))
      }
      let file = "Lessons/course.yml"
      let text = try String(contentsOf: folder.url.appending(path: file), encoding: .utf8)
      try folder.create(file, text.replacing(/id: [a-z-]+\n/.anchorsMatchLineEndings(), with: "", maxReplacements: 1))
      return folder
    }
    var (known, unknown) = (bundled, bundled)
    (known.course, unknown.course) = (try sound(), try sound())
    (known.folder, unknown.folder) = (known.course?.url ?? known.folder, unknown.course?.url ?? unknown.folder)
    let home = ".local/share/learn"
    let path = known.folder.resolvingSymlinksInPath().path
    try bundled.home.create(
      "\(home)/courses.json",
      #"[{"folder":"\#(path)","isAdded":false,"isAlwaysTrusted":true,"trusted":["e2bedeca"]}]"#)
    try FileManager.default.copyItem(
      at: Self.log.appending(path: "progress.sqlite"), to: bundled.home.url.appending(path: "\(home)/progress.sqlite"))
    return (bundled, known, unknown)
  }

  /// What each of the three has of what was answered before, and of what another device has answered since.
  func expectAnswers(_ learner: (bundled: LearnCommand, known: LearnCommand, unknown: LearnCommand), _ counts: [Int])
    throws
  {
    #expect(try answers(learner.bundled) == counts[0])
    #expect(try answers(learner.known) == counts[1])
    #expect(try answers(learner.unknown) == counts[2])
  }

  @Test(arguments: [0, 1, 2]) func anEarlierLogCountsForWhatItWasAbout(opensFirst: Int) throws {
    let learner = try earlierLearner()
    let first = [learner.unknown, learner.known, learner.bundled][opensFirst]
    #expect(try first.run().status == 0)
    try expectAnswers(learner, [11, 7, 0])
    #expect(try learner.bundled.run().output.contains("Judge or maker, section 4 of"))
    #expect(try learner.known.run().output.contains(", section 2 of"))
    #expect(try !learner.unknown.run().output.contains(", section"))
    #expect(try learner.unknown.run("undo", "--list").output == "There is no answer yet.\n")
    #expect(try learner.unknown.run("progress", "aside").output == "Nothing is set aside.\n")
    #expect(try learner.bundled.run("progress", "aside").output.contains("learn progress aside --bring-back"))
    for command in [learner.bundled, learner.unknown] {
      #expect(try command.run("progress", "settings", "new-cards").output.contains("12"))
    }
  }

  /// Damaged before this version has seen it, it is read as well as one of its own.
  @Test func anEarlierLogCanBeRecovered() throws {
    let learner = try earlierLearner()
    let database = learner.bundled.home.url.appending(path: ".local/share/learn/progress.sqlite")
    let saved = learner.bundled.home.url.appending(path: "saved.jsonl")
    for page in [0, 3] {
      var bytes = try Data(contentsOf: database)
      // The list of tables; then only the text of the header.
      for offset in (page == 0 ? 0..<16 : 100..<4_096) { bytes[offset] = 0 }
      if page == 3 { bytes[100] = 13 }
      let damaged = learner.bundled.home.url.appending(path: ".local/share/learn/progress.sqlite")
      try bytes.write(to: damaged)
      let result = try learner.bundled.run("progress", "export", "--recover", "--replace", saved.path)
      #expect(result.output.hasPrefix("35 events saved to "), "\(result.output)\(result.errors)")
    }
    #expect(try String(contentsOf: saved, encoding: .utf8).split(separator: "\n").allSatisfy { $0.contains(#""v":1"#) })
  }

  /// The other device went on with the earlier version: its log merges before and after, and counts for the same courses.
  @Test(arguments: [true, false]) func anEarlierLogStillMerges(isFirst: Bool) throws {
    let learner = try earlierLearner()
    let file = Self.log.appending(path: "other-device.jsonl")
    if isFirst { #expect(try learner.unknown.run("progress", "import", file.path).status == 0) }
    try sort(learner.bundled, 2)
    #expect(try learner.known.run("quiz", "--kind", "order", input: "1 2 3 4\n").status == 0)
    #expect(try learner.unknown.run("quiz", "--kind", "order", input: "1 2 3 4\n").status == 0)
    if !isFirst {
      let told = try learner.unknown.run("progress", "import", file.path)
      #expect(told.output.contains("2 new events, 35 that were here already"), "\(told.output)\(told.errors)")
    }
    try expectAnswers(learner, [15, 8, 1])
    // What the other device sent comes out byte for byte as it came in, and any store with both logs is the same.
    let all = learner.bundled.home.url.appending(path: "all.jsonl")
    #expect(try learner.bundled.run("progress", "export", all.path).status == 0)
    let lines = try String(contentsOf: all, encoding: .utf8).split(separator: "\n")
    #expect(Set(lines).isSuperset(of: try String(contentsOf: file, encoding: .utf8).split(separator: "\n")))
    #expect(lines.count { $0.contains(#""v":2"#) } == lines.count - 37)
    let other = try LearnCommand()
    for file in [file, all] { #expect(try other.run("progress", "import", file.path).status == 0) }
    #expect(try answers(other) == 15)
    let again = other.home.url.appending(path: "again.jsonl")
    #expect(try other.run("progress", "export", again.path).status == 0)
    #expect(try Data(contentsOf: again) == Data(contentsOf: all))
  }
}
