import Foundation
import TestSupport
import Testing

/// A trained model is kept alive, and shows what there is at each point.
@Suite struct ExploreTests {
  @Test func aLineIsAPoint() throws {
    let course = try TrainingCourse()
    let result = try course.learn.run(
      "explore", "cell", "colours", "--lesson", "training", input: "0 0 2\n0.25 0.5 3\n\n0 2 3\nred\n1 1\n1 1 4")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.lines == [
        "A colour: red from 0 to 1, green from 0 to 1, blue from 2 to 4.", "red 0, green 0, blue 2", "sum 2.0",
        "shares: r 0, g 0, b 2", "red 0.25, green 0.5, blue 3", "sum 3.75", "shares: r 0.25, g 0.5, b 3",
        "red 1, green 1, blue 4", "sum 6.0", "shares: r 1, g 1, b 4",
      ])
    #expect(
      result.errors.split(separator: "\n") == [
        "error: green 2 is outside: it goes from 0 to 1",
        "error: `red` is no point: a line is red green blue, with red from 0 to 1, green from 0 to 1, blue from 2 to 4",
        "error: `1 1` is no point: a line is red green blue, with red from 0 to 1, green from 0 to 1, blue from 2 to 4",
      ])
  }

  /// The model is that of the run: it is not trained again, and a point shows the same picture as the run did.
  @Test func itExploresWhatTheRunHasLearned() throws {
    let course = try TrainingCourse()
    let run = try course.run("vae", "--json")
    let events = try TrainingCourse.events(run.output)
    let exploration = try #require(events.first { $0["kind"] as? String == "explore" })
    #expect(exploration["from"] as? [Double] == [-3, -3])
    #expect(exploration["to"] as? [Double] == [3, 2.5])
    #expect(exploration["start"] as? [Double] == [0, 0])
    let kept = try Data(contentsOf: course.keptFile())
    let explored = try course.learn.run(
      "explore", "vae", "--lesson", "training", "--json", input: "1 1\n0 0\n")
    #expect(explored.status == 0, "\(explored.errors)")
    let all = try TrainingCourse.events(explored.output)
    #expect(Array(all.prefix(events.count)) == events)
    let answers = all.dropFirst(events.count)
    #expect(answers.map { $0["kind"] as? String } == ["image", "text", "explored", "image", "text", "explored"])
    let atStart = try #require(events.firstIndex { $0["kind"] as? String == "explore" })
    #expect(Array(answers.suffix(3)) == Array(events[atStart + 1...atStart + 3]))
    #expect(answers.first != events[atStart + 1])
    #expect(try Data(contentsOf: course.keptFile()) == kept)
  }

  @Test func aCellWithoutOneSaysWhichHaveOne() throws {
    let course = try TrainingCourse()
    let here = try course.learn.run("explore", "cell", "gan", "--lesson", "training")
    #expect(here.status == 66)
    #expect(
      here.errors == """
        error: cell 3 (gan) has nothing to explore
        help: in this lesson there is: 2 (vae), 7 (colours), 8 (twice)

        """)
    let elsewhere = try course.learn.run("explore", "1", "--lesson", "plain")
    #expect(
      elsewhere.errors.contains("help: there is: `learn explore 1.2`"), "\(elsewhere.errors)")
  }

  @Test func aSettingOutsideItsRangeIsWrongUse() throws {
    let course = try Self.course(
      seconds: 3, "text(\"\\(width)\")", opening: "let width = parameter(\"width\", 2, in: 1...4)")
    let learn = try LearnCommand(in: course.url)
    let result = try learn.run("explore", "plane", "--set", "width=9", input: "0 0\n")
    #expect(result.status == 64)
    #expect(result.errors == "error: width cannot be 9\nhelp: choose from 1 to 4\n")
    let sound = try learn.run("explore", "plane", "--set", "width=3", input: "0 0\n")
    #expect(sound.status == 0)
    #expect(sound.output.contains("3.0\n"), "\(sound.output)")
  }

  /// A course of one cell; `picture` is what it says at x and y.
  static func course(seconds: Int, _ picture: String, opening: String = "") throws -> TemporaryFolder {
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
      //| id: plane
      //| seconds: \(seconds)
      var pictures = 0
      \(opening)
      explore("A plane", x: 0...1, y: 0...1) { x, y in
        \(picture)
        text("at \\(x)")
      }
      ```

      """)
    return folder
  }

  /// The reader may take their time, a picture may not.
  @Test func aPictureHasTheCellsSeconds() throws {
    let course = try Self.course(seconds: 3, "if x > 0.5 { while true {} }")
    let learn = try LearnCommand(in: course.url)
    let lines = Pipe()
    let run = try learn.start(["explore", "plane"], input: lines)
    try run.wait(for: "A plane: ")
    Thread.sleep(forTimeInterval: 4)
    try lines.fileHandleForWriting.write(contentsOf: Data("0.25 0\n".utf8))
    try run.wait(for: "at 0.25")
    Thread.sleep(forTimeInterval: 4)
    try lines.fileHandleForWriting.write(contentsOf: Data("0.9 0\n".utf8))
    let result = try run.result()
    #expect(result.status == 70)
    #expect(
      result.errors.hasPrefix("error: the cell was stopped: it was still running beyond its limit of 3 s\n"),
      "\(result.errors)")
  }

  @Test func aSecondOneIsRefused() throws {
    let course = try TrainingCourse()
    let result = try course.run("twice")
    #expect(result.status == 70)
    #expect(result.errors.contains("explore: a cell explores once"), "\(result.errors)")
  }

  #if os(Linux)
    /// Neither the end of the command nor a terminal that is gone leaves a cell that waits for points.
    @Test(arguments: [SIGINT, SIGHUP, SIGKILL]) func nothingIsLeftBehind(signal: Int32) throws {
      let course = try TrainingCourse()
      let lines = Pipe()
      let run = try course.learn.start(
        ["explore", "colours", "--lesson", "training", "--seed", "77\(signal)"], input: lines)
      try run.wait(for: "A colour")
      #expect(try !LearnCommand.processes(running: "seed=77\(signal)").isEmpty)
      kill(run.process.processIdentifier, signal)
      let status = try run.result().status
      #expect(status == (signal == SIGKILL ? -SIGKILL : signal == SIGINT ? 0 : 130))
      for _ in 0..<100 where try !LearnCommand.processes(running: "seed=77\(signal)").isEmpty { usleep(50_000) }
      #expect(try LearnCommand.processes(running: "seed=77\(signal)") == [], "left behind")
      withExtendedLifetime(lines) {}
    }
  #endif
}
