#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// What a cell must not do ends in a sentence, and leaves neither a process nor a file behind.
  ///
  /// One after the other: each takes what it can get.
  @Suite(.serialized, .enabled(if: LearnCommand.hasSandbox, "bubblewrap is not installed, or not allowed"))
  struct HostileCellTests {
    let course: HostileCourse
    var command: LearnCommand
    let secret = "the key to everything"
    let files: TemporaryFolder

    init() throws {
      course = try HostileCourse()
      files = try TemporaryFolder()
      command = course.learn
      command.environment["TMPDIR"] = files.url.path
      #expect(try command.run("list").status == 0, "the progress database is there from now on")
    }

    static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    /// Runs the cell, and looks for what was left behind.
    func run(_ cell: String, seed: Int, _ options: String...) throws -> LearnCommand.Result {
      let before = try names()
      let result = try command.start(["run", cell, "--seed", "\(seed)"] + options).result()
      #expect(try LearnCommand.processes(running: "seed=\(seed)") == [], "a process was left behind")
      #expect(try LearnCommand.processes(running: "71.\(seed)") == [], "a process was left behind")
      #expect(try FileManager.default.contentsOfDirectory(atPath: files.url.path) == [], "a file was left behind")
      #expect(try names() == before, "a file was left behind")
      return result
    }

    /// Of all that is in the home folder and in the course, but for what SQLite keeps beside its database.
    func names() throws -> [String] {
      try [command.home.url, course.folder.url].flatMap { try FileManager.default.subpathsOfDirectory(atPath: $0.path) }
        .filter { !$0.contains(".sqlite-") }.sorted()
    }

    struct Attack: CustomTestStringConvertible {
      let cell: String
      let seed: Int
      let sentence: String
      var testDescription: String { cell }
    }

    static let attacks = [
      Attack(cell: "fork-bomb", seed: 7001, sentence: "it started more than 64 processes"),
      Attack(cell: "allocation", seed: 7002, sentence: "it asked for more than 2 GiB of memory"),
      Attack(cell: "growth", seed: 7003, sentence: "it asked for more than 2 GiB of memory"),
      Attack(cell: "errors", seed: 7005, sentence: "it wrote more than 64 MiB"),
      Attack(cell: "file", seed: 7006, sentence: "it wrote files of more than 64 MiB"),
    ]

    @Test(arguments: attacks) func whatTakesTooMuchIsStopped(attack: Attack) throws {
      let result = try run(attack.cell, seed: attack.seed)
      #expect(result.status == 70)
      #expect(result.output == (attack.cell == "errors" ? "" : "before\n"))
      let parts = result.errors.split(separator: "\n").map(String.init)
      // Where a crash was told of, with its line.
      #expect(
        parts.first?.wholeMatch(of: /Lessons\/hostile\.md(:[0-9]+)?: error: the cell was stopped: (.*)/)?.2
          == Substring(attack.sentence), "\(result.errors)")
      #expect(parts.last == "help: is there a loop that does not end, or a number that is far too large?")
    }

    @Test func tenGigabytesAreNotRead() throws {
      let result = try run("output", seed: 7101, "--json")
      #expect(result.status == 70)
      #expect(result.output.utf8.count < 70 << 20)
      #expect(
        result.errors.hasPrefix(
          "Lessons/hostile.md: error: the cell was stopped: it wrote a text of more than 256 KiB\n"),
        "\(result.errors)")
    }

    /// No limit of a process counts it.
    @Test func thereIsNoSharedMemory() throws {
      let result = try run("shared-memory", seed: 7004)
      #expect(result.status == 70)
      #expect(result.errors.contains("error: no room: Operation not permitted\n"), "\(result.errors)")
    }

    @Test func anEndlessLoopIsStopped() throws {
      let result = try run("endless", seed: 7102)
      #expect(result.status == 70)
      #expect(
        result.errors.hasPrefix("error: the cell was stopped: it was still running beyond its limit of 1 s\nhelp: "))
    }

    @Test(arguments: [("secrets", 7103, 77), ("progress-database", 7104, 85)]) func theHomeFolderIsNotThere(
      cell: String, seed: Int, line: Int
    ) throws {
      let database = command.home.url.appending(path: ".local/share/learn/progress.sqlite")
      let before = try Data(contentsOf: database)
      let result = try run(cell, seed: seed)
      #expect(result.status == 70)
      #expect(result.output == "before\n")
      #expect(
        result.errors.hasPrefix(
          "Lessons/hostile.md:\(line): error: the cell stopped here: an error that nothing catches: "))
      #expect(result.errors.contains("\nhelp: a cell sees none of your files and has no network"), "\(result.errors)")
      #expect(!result.errors.contains(secret))
      #expect(try Data(contentsOf: database) == before)
      #expect(try Self.text(command.home.url.appending(path: ".ssh/id_rsa")) == secret)
    }

    @Test func thereIsNoNetwork() throws {
      let result = try run("socket", seed: 7105)
      #expect(result.status == 70)
      #expect(result.output == "before\nno connection\n")
      #expect(
        result.errors.contains("error: no connection: Address family not supported by protocol\n"), "\(result.errors)")
    }

    @Test func whatACellLeavesBehindEndsWithIt() throws {
      let result = try run("daemon", seed: 7106)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == "left it behind\n")
    }

    /// Control characters are shown, in every place where a cell may put words.
    @Test(arguments: [[], ["--json"]]) func nothingReachesTheTerminal(options: [String]) throws {
      let result = try command.start(["run", "terminal"] + options).result()
      #expect(result.status == 70)
      for text in [result.output, result.errors] {
        #expect(
          text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }, "\(text)")
        #expect(text.contains("␛[2J␛]0;title␇�31m"), "\(text)")
      }
    }
  }
#endif
