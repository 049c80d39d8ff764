#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// Whatever a cell says, and however much of it: `learn` stays small, ends soon behind it, and says which limit it was.
  ///
  /// One after the other: each takes a processor.
  @Suite(.serialized) struct FloodTests {
    let course: TemporaryFolder
    let command: LearnCommand

    /// Whether the cells are compiled: those of all tests are kept. Nothing is measured that a compiler takes.
    static let areCompiled = Result {
      let tests = try FloodTests(compiled: false)
      for cell in ["flood", "drizzle", "full", "forged"] {
        let result = try tests.command.run("run", cell, "--seed", "1000")
        try #require(result.status == 0, "\(result.errors)")
      }
    }

    init() throws {
      try Self.areCompiled.get()
      try self.init(compiled: true)
    }

    private init(compiled: Bool) throws {
      course = try TemporaryFolder()
      let lesson = LearnCommand.fixtures.appending(path: "Hostile/Lessons/flood.md")
      try course.create("Lessons/course.yml", "title: Floods\npromise: More than can be heard.\nlessons: [flood.md]\n")
      try course.create("Lessons/flood.md", try String(contentsOf: lesson, encoding: .utf8))
      var learn = try LearnCommand(in: course.url)
      learn.environment["TERM"] = "xterm-256color"
      command = learn
    }

    func run(_ cell: String, seed: Int) throws -> MeasuredCommand {
      try MeasuredCommand(command, ["run", cell, "--seed", "\(seed)"], starting: "seed=\(seed)")
    }

    /// Below 256 MiB, and nothing left to do when the cell is gone. A debug build takes ten times a release build's time.
    func result(
      of run: MeasuredCommand, status: Int32 = 70, sourceLocation: SourceLocation = #_sourceLocation
    ) -> LearnCommand.Result {
      #expect(run.memory > 0, "it was not looked at", sourceLocation: sourceLocation)
      #expect(run.memory < 256 << 20, "\(run.memory >> 20) MiB", sourceLocation: sourceLocation)
      #expect(run.timeBehind < 60, sourceLocation: sourceLocation)
      let (result, last) = (run.result, (run.result.errors + run.result.output).suffix(500))
      #expect(result.status == status, "\(result.status): \(last)", sourceLocation: sourceLocation)
      return result
    }

    struct Flood: CustomTestStringConvertible {
      let seed: Int
      let sentence: String
      var testDescription: String { "\(seed): \(sentence)" }
    }

    static let floods =
      [1, 2, 3].map { Flood(seed: $0, sentence: "it wrote more than 100,000 lines") }
      + [4, 5].map { Flood(seed: $0, sentence: "it wrote more than 4 MiB of text") }
      + [
        Flood(seed: 6, sentence: "it wrote a line of more than 8 MiB"),
        Flood(seed: 7, sentence: "it showed more than 250,000 numbers or words at once"),
        Flood(seed: 8, sentence: "it showed more than 250,000 numbers or words at once"),
        Flood(seed: 9, sentence: "it showed a table of more than 10,000 cells, or so many bars"),
        Flood(seed: 10, sentence: "it showed tables and bars of more than 100,000 cells and labels"),
        Flood(seed: 11, sentence: "it showed a table of more than 10,000 cells, or so many bars"),
        Flood(seed: 12, sentence: "it showed more than 250,000 numbers or words at once"),
        Flood(seed: 13, sentence: "it wrote a line of more than 8 MiB"),
      ] + [14, 15, 16, 17].map { Flood(seed: $0, sentence: "it showed more than 1,000 figures") }
      + [
        Flood(seed: 18, sentence: "it showed pictures of more than 32 MiB"),
        Flood(seed: 19, sentence: "it wrote a text of more than 256 KiB"),
        Flood(seed: 20, sentence: "it wrote more than 4 MiB of text"),
        Flood(seed: 21, sentence: "it wrote more than 100,000 lines"),
        Flood(seed: 22, sentence: "it said for the second time that it is done"),
        Flood(seed: 23, sentence: "it said that it has stopped, which it was not asked to do"),
        Flood(seed: 24, sentence: "it said that it has shown a point that it was not asked for"),
      ]

    @Test(arguments: floods) func whatIsTooMuchIsTold(flood: Flood) throws {
      let result = result(of: try run("flood", seed: flood.seed))
      #expect(result.output.hasPrefix("before\n"))
      #expect(
        result.errors.hasPrefix("Lessons/flood.md: error: the cell was stopped: \(flood.sentence)\nhelp: "),
        "\(result.errors.prefix(500))")
    }

    /// A crash is looked for in what it has written to standard error.
    @Test(arguments: [25, 26, 27]) func aForgedCrashIsReadOnce(seed: Int) throws {
      let result = result(of: try run("flood", seed: seed))
      #expect(result.output == "before\n")
      #expect(
        result.errors.contains("error: the cell stopped: the cell ends itself with `fatalError`"), "\(result.errors)")
    }

    /// The cell is ended by its time, and what it has said by then takes none behind it.
    @Test(arguments: 1...9) func whatNeverEndsEndsWithItsTime(seed: Int) throws {
      let result = result(of: try run("drizzle", seed: seed))
      #expect(result.output.hasPrefix("before\n"))
      #expect(result.errors.contains("error: the cell was stopped: it "), "\(result.errors)")
    }

    /// All that is allowed at once, wherever it goes.
    @Test(arguments: [[], ["--json"], ["--save", "saved"]]) func allThatIsAllowedIsHeld(options: [String]) throws {
      let result = result(
        of: try MeasuredCommand(command, ["run", "full", "--seed", "77"] + options, starting: "seed=77"), status: 0)
      #expect(result.output.contains(options == ["--json"] ? #""caption":"899""# : "\n899: \n"))
      let film = self.result(of: try MeasuredCommand(command, ["replay", "full"], starting: "seed=77"), status: 0)
      #expect(film.output.contains("899: \n"))
    }

    /// On a terminal, where pictures move.
    @Test(arguments: [("full", 78), ("flood", 15), ("flood", 10), ("flood", 1), ("drizzle", 9)])
    func aTerminalIsNotHeldUp(
      cell: String, seed: Int
    ) throws {
      let run = try MeasuredCommand(
        command, ["run", cell, "--seed", "\(seed)"], starting: "seed=\(seed)", isOnTerminal: true)
      _ = result(of: run, status: cell == "full" ? 0 : 70)
    }

    static let forged: [(seed: Int, points: String, sentence: String)] = [
      (1, "0 0\n", "it said that it has shown a point of 99 numbers, where there are 2 axes"),
      (2, "", "it said that it has shown a point that it was not asked for"),
      (3, "0 0\n", "it was still running beyond its limit of 3 s"),
      (4, "0 0\n", "it said that it has shown a point that it was not asked for"),
      (5, "0 0\n", "it said for the second time what can be explored"),
      (6, "", "it said for the second time that it is done"),
      (7, "0 0\n", "it said that it is done before it has shown the first point"),
      (8, "0 0\n", "it said that it is done before it has shown the first point"),
      (9, "0 0\n0 1\n", "it said that it has shown a point of 99 numbers, where there are 2 axes"),
      (10, "0 0\n0 1\n", "it said that it has stopped, which it was not asked to do"),
      (11, "", "it wrote more than 100,000 lines"),
      (12, "0 0\n", "it was still running beyond its limit of 3 s"),
      (13, "0 0\n0 1\n", "it said that it has shown a point of 1 number, where there are 2 axes"),
      (14, "0 0\n0 1\n", "it said for the second time what can be explored"),
      (15, "0 0\n", "it said that it has shown a point that it was not asked for"),
    ]

    @Test(arguments: forged, [[], ["--json"]]) func whoExploresIsNotDeceived(
      forged: (seed: Int, points: String, sentence: String), options: [String]
    ) throws {
      // A reader who looks around keeps the input open: its end would ask the cell to come to its own.
      let lines = Pipe()
      let run = try command.start(
        ["explore", "forged", "--seed", "\(forged.seed)"] + options, input: lines)
      try lines.fileHandleForWriting.write(contentsOf: Data(forged.points.utf8))
      let result = try run.result()
      #expect(result.status == 70, "\(result.status)")
      #expect(result.errors.contains("error: the cell was stopped: \(forged.sentence)\n"), "\(result.errors)")
      withExtendedLifetime(lines) {}
    }

    /// What a cell keeps is read with as little room, whatever it says of itself.
    @Test func aForgedTrainingIsNotBelieved() throws {
      let course = try TrainingCourse()
      #expect(try course.run("vae").status == 0)
      let file = try course.keptFile()
      // The mark, the version, and the words of the identity with their lengths.
      let sound = Array(try Data(contentsOf: file))
      var end = 16
      for _ in 0..<Self.word(sound, at: 12) { end += 4 + Self.word(sound, at: end) }
      // As many trainings that are not there as a file may have bytes for.
      let count = (60 << 20) / 4 - 1_000
      var forged = sound[..<end] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
      forged += [UInt8](repeating: 0, count: 4 * count)
      var digest: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in forged { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
      forged += (0..<8).map { UInt8(truncatingIfNeeded: digest >> (8 * UInt64($0))) }
      try Data(forged).write(to: file)
      let run = try MeasuredCommand(
        course.learn, ["run", "vae", "--lesson", "training", "--resume"], starting: "trainings=\(file.path)")
      let result = result(of: run, status: 65)
      #expect(result.errors.contains("a number or a name that no checkpoint has"), "\(result.errors)")
    }

    private static func word(_ bytes: [UInt8], at place: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
  }
#endif
