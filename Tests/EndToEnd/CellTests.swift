import Foundation
import TestSupport
import Testing

/// Cells are compiled from what stands in the lesson, and run in a process that does not outlive the command.
@Suite struct CellTests {
  struct Event {
    let object: [String: Any]
    var kind: String { object["kind"] as? String ?? "" }
    func text(_ name: String) -> String { object[name] as? String ?? "" }
    func number(_ name: String) -> Double { object[name] as? Double ?? .nan }
  }

  static let cells = LearnCommand.fixtures.appending(path: "Cells", directoryHint: .isDirectory)

  func events(_ output: String) throws -> [Event] {
    try output.split(separator: "\n").map { line in
      Event(object: try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]))
    }
  }

  func runJSON(_ arguments: String..., in folder: URL = Self.cells) throws -> [Event] {
    let result = try LearnCommand(in: folder).start(["run"] + arguments + ["--json"]).result()
    #expect(result.status == 0, "\(result.errors)")
    return try events(result.output)
  }

  /// The two cells of lesson 1 reach the figures that the lesson promises, and the same ones each time.
  @Test(arguments: [("1", 0.95), ("2", 0.90)]) func theLessonsCellsReachTheirFigures(cell: String, lowest: Double)
    throws
  {
    let first = try runJSON("cell", cell, in: LearnCommand.project)
    let again = try runJSON("cell", cell, in: LearnCommand.project)
    let accuracy = try #require(first.last { $0.kind == "metric" && $0.text("name") == "test accuracy" })
    #expect(accuracy.number("value") >= lowest)
    #expect(first.last?.kind == "done")
    #expect(again.last?.kind == "done")
    #expect(first.last?.text("digest") == again.last?.text("digest"))
    #expect(first.last?.text("digest").count == 16)
    #expect(first.contains { $0.kind == "image" && !$0.text("alternative").isEmpty })
  }

  @Test func aPipedRunIsText() throws {
    let result = try LearnCommand().run("run", "cell", "2")
    #expect(result.status == 0)
    #expect(result.output.contains(/test accuracy: 0\.9[0-9]+ \(expected 0\.95 to 1: as it should be\)/))
    #expect(result.output.contains("Drawn digits, 0 to 9: Drawn for 0 to 9"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.errors == "")
  }

  @Test func whatACellSaysComesInItsOrder() throws {
    let events = try runJSON("figures")
    #expect(
      events.map(\.kind) == ["parameter", "text"] + Array(repeating: ["progress", "series"], count: 3).flatMap(\.self)
        + ["metric", "kept", "text", "done"])
    #expect(events[1].text("text") == "one line, still the same line")
    #expect(events[10].text("text") == "no end of line")
    #expect(events.allSatisfy { $0.text("cell") == "figures" })
    #expect(events.last?.text("seed") == "7")
  }

  @Test func settingsAndSeedReachTheCell() throws {
    let plain = try runJSON("figures"), set = try runJSON("figures", "--set", "base=1.5"),
      seeded = try runJSON("figures", "--seed", "12")
    #expect(set.first?.number("value") == 1.5)
    #expect(set.first { $0.kind == "metric" }?.number("value") == 21)
    #expect(set.last?.text("digest") != plain.last?.text("digest"))
    #expect(seeded.last?.text("seed") == "12")
    // The cell's figures do not depend on its seed.
    #expect(seeded.last?.text("digest") == plain.last?.text("digest"))
  }

  @Test func whatANeededCellSaysIsNotShown() throws {
    let events = try runJSON("shout")
    let own = events.filter { $0.text("cell") == "shout" }
    #expect(own.map(\.kind) == ["text", "done"])
    #expect(own[0].text("text") == "base is 2.0, seed 0")
    // But for how far it is, so that nobody waits without knowing for what.
    let needed = events.prefix { $0.text("cell") == "figures" }
    #expect(needed.map(\.kind) == ["progress", "progress", "progress"])
    #expect(needed.count + own.count == events.count)
  }

  @Test(
    arguments: [
      (["2", "--set", "smoothing=5"], 64, "error: smoothing cannot be 5\nhelp: choose from 0.01 to 1\n"),
      (
        ["2", "--set", "nonsense=1"], 64, "error: the cell has no parameter called nonsense\nhelp: it has: smoothing\n"
      ),
      (
        ["2", "--set", "smothing=0.5"], 64,
        "error: the cell has no parameter called smothing\nhelp: did you mean smoothing?\n"
      ),
      (["1", "--set", "nonsense=1"], 64, "error: the cell has no parameter called nonsense\nhelp: it has none\n"),
    ] as [([String], Int32, String)]) func settingsThatDoNotFitAreRefused(
      arguments: [String], status: Int32, message: String
    ) throws
  {
    let result = try LearnCommand().start(["run", "cell"] + arguments).result()
    #expect(result.status == status)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output == "")
  }

  /// Who changes a setting to see what happens is not told that they failed.
  @Test func bandsAreThoseOfTheCellsOwnSettings() throws {
    let hint = "What is expected is expected of the cell's own settings and seed.\n"
    let learn = try LearnCommand(in: Self.cells)
    let changed = try learn.run("run", "banded", "--set", "height=3")
    #expect(changed.output.contains("height: 3 (expected 1 to 2: outside its band)\n"), "\(changed.output)")
    #expect(changed.output.hasSuffix(hint))
    #expect(try !learn.run("run", "banded", "--set", "height=2").output.contains(hint))
    #expect(try !learn.run("run", "banded").output.contains(hint))
  }

  @Test func aSettingBetweenTwoStepsIsRefused() throws {
    let learn = try LearnCommand(in: Self.cells)
    for (value, help) in [
      ("7.5", "choose from 5 to 103 in steps of 5; the nearest is 10"),
      ("12", "choose from 5 to 103 in steps of 5; the nearest is 10"),
      ("104", "choose from 5 to 103 in steps of 5"),
    ] {
      let result = try learn.run("run", "stepped", "--set", "steps=\(value)")
      #expect(result.status == 64)
      #expect(result.errors == "error: steps cannot be \(value)\nhelp: \(help)\n")
      #expect(result.output == "")
    }
    // What the cell has itself may lie anywhere, and the ends of a range belong to it.
    for value in ["7", "10", "103"] {
      let result = try learn.run("run", "stepped", "--set", "steps=\(value)")
      #expect(result.output == "steps = \(value) (from 5 to 103)\n\(value) steps\n")
    }
  }

  @Test func anErrorOnPurposeIsNotToBeMended() throws {
    let result = try LearnCommand(in: Self.cells).run("run", "on-purpose")
    #expect(result.status == 0)
    #expect(result.output.contains("error: this is text, and a value of type Int is wanted"))
    #expect(!result.output.contains("Mend"), "\(result.output)")
    #expect(result.lines.last == "As it should be: this cell is there to show the error.")
  }

  @Test func infinityIsSaid() throws {
    let result = try LearnCommand(in: Self.cells).run("run", "infinite")
    #expect(
      result.output == "far: ∞\ndeep: −∞ (expected 0 to 1: outside its band)\nnowhere: not a number\n")
  }

  /// The line on which it happened, and the reason, without a word of Swift's own crash report.
  @Test(arguments: [
    ("crash", "Lessons/cells.md:36: error: the cell stopped here: ", "  numbers[index + 3]\n"),
    (
      "shapes", "Lessons/cells.md:48: error: •: [2, 3] with [2, 2]: left columns 3 ≠ right rows 2\n",
      "let product = left • right\n"
    ),
    (
      "wrong", "Lessons/cells.md:79:19: error: this is text, and a value of type Int is wanted\n",
      "                    ^\n"
    ),
    ("reads", "Lessons/cells.md:116: error: readLine: a cell has no input; ", "text(readLine() ?? \"nothing\")\n"),
    ("leaves", "Lessons/cells.md: error: the cell ended itself with status 3 before it was done\n", ""),
  ]) func aFaultNamesItsLine(cell: String, message: String, excerpt: String) throws {
    let result = try LearnCommand(in: Self.cells).run("run", cell)
    #expect(result.status == 70)
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
    #expect(excerpt.isEmpty || result.errors.contains(excerpt), "\(result.errors)")
    for word in ["Fatal error", "Backtrace", "Thread 0", "Crash"] {
      #expect(!result.errors.contains(word), "\(result.errors)")
    }
    // What was shown up to there stays.
    #expect(result.output == (["wrong", "leaves"].contains(cell) ? "" : "before\n"))
  }

  @Test func aCellThatLoopsIsStopped() throws {
    let result = try LearnCommand(in: Self.cells).run("run", "endless")
    #expect(result.status == 70)
    #expect(result.output == "before\n")
    #expect(
      result.errors.hasPrefix("error: the cell was stopped: it was still running beyond its limit of 1 s\n"),
      "\(result.errors)")
  }

  @Test func aFloodIsStopped() throws {
    let result = try LearnCommand(in: Self.cells).run("run", "flood", "--json")
    #expect(result.status == 70)
    #expect(result.errors.contains("the cell was stopped: it wrote a text of more than 256 KiB"), "\(result.errors)")
  }

  /// Programs read the stream alone: the last line says what went wrong.
  @Test func afterAFaultTheLastEventIsAnError() throws {
    let result = try LearnCommand(in: Self.cells).run("run", "shapes", "--json")
    #expect(result.status == 70)
    let events = try events(result.output)
    #expect(events.map(\.kind) == ["text", "error"])
    #expect(events.last?.text("message").contains("left columns 3 ≠ right rows 2") == true)
  }

  @Test func whatTheLearnerWroteIsWhatRuns() throws {
    let copy = try TemporaryFolder()
    let lesson = try String(contentsOf: Self.cells.appending(path: "Lessons/cells.md"), encoding: .utf8)
    try copy.create(
      "Lessons/course.yml",
      String(contentsOf: Self.cells.appending(path: "Lessons/course.yml"), encoding: .utf8))
    for words in ["written by me", "and changed"] {
      try copy.create("Lessons/cells.md", lesson.replacing(#""base is \(base), seed \(seed)""#, with: "\"\(words)\""))
      #expect(try runJSON("shout", in: copy.url).first { $0.kind == "text" }?.text("text") == words)
    }
  }

  #if os(Linux)
    /// Ctrl-C ends the cell and all that it started, before the command itself ends.
    @Test(arguments: [SIGINT, SIGTERM]) func interruptionLeavesNoProcess(signal: Int32) throws {
      // The seed tells its processes from those of other tests.
      let run = try LearnCommand(in: Self.cells).start(["run", "waiting", "--json", "--seed", "10\(signal)"])
      let child = "40.10\(signal)"
      try run.wait(for: "started")
      // What was started becomes the program a moment later.
      for _ in 0..<100 where try LearnCommand.processes(running: child).isEmpty { usleep(50_000) }
      #expect(try LearnCommand.processes(running: child).count >= 1)
      kill(run.process.processIdentifier, signal)
      let result = try run.result()
      #expect(result.status == 130)
      #expect(try LearnCommand.processes(running: child) == [], "left behind")
      #expect(result.errors.hasPrefix("error: interrupted\n"))
    }

    /// A command that is killed can end nothing itself: its cell ends with all it started.
    @Test func aKilledCommandLeavesNoProcess() throws {
      let run = try LearnCommand(in: Self.cells).start(["run", "waiting", "--json", "--seed", "125"])
      try run.wait(for: "started")
      for _ in 0..<100 where try LearnCommand.processes(running: "40.125").isEmpty { usleep(50_000) }
      #expect(try LearnCommand.processes(running: "40.125").count >= 1)
      kill(run.process.processIdentifier, SIGKILL)
      for _ in 0..<100 where try !LearnCommand.processes(running: "40.125").isEmpty { usleep(50_000) }
      #expect(try LearnCommand.processes(running: "40.125") == [], "left behind")
    }
  #endif
}
