import Foundation
import GRDB
import Practice
import Progress
import TestSupport
import Testing

/// An answer is on disk before its verdict is on the screen, whatever kind of exercise it is to.
@Suite(.serialized) struct AnswerBeforeVerdictTests {
  /// An exercise, and a way to answer it.
  struct Way: CustomTestStringConvertible, Sendable {
    let kind: String
    let answers: String
    /// How many answers are given to be marked one by one; 0 where they are marked together.
    var steps = 0

    var testDescription: String { "\(kind) \(answers.debugDescription)" }

    /// Every kind, answered and left out.
    static let all = [
      Way(kind: "sort", answers: "1\n2\n\n?\n1\n3\n", steps: 5), Way(kind: "order", answers: "2 1 3 4\n"),
      Way(kind: "order", answers: "\n"), Way(kind: "choose", answers: "1 2\n"), Way(kind: "choose", answers: "\n"),
      Way(kind: "number", answers: "?\n0.5 nats\n"), Way(kind: "number", answers: "7 nats\n"),
      Way(kind: "number", answers: "\n"), Way(kind: "cards", answers: "3\n\n2\n", steps: 2),
      Way(kind: "cloze", answers: "label\nwrong\n"), Way(kind: "cloze", answers: "\n\n"),
      Way(kind: "predict", answers: "20\n"), Way(kind: "predict", answers: "\n3\n"),
      Way(kind: "parsons", answers: "1 2 3 4\n"), Way(kind: "parsons", answers: "\n"),
      Way(kind: "diagnose", answers: "1\n"), Way(kind: "diagnose", answers: "\n"),
    ]
  }

  static let sound = LearnCommand.fixtures.appending(path: "Sound")
  /// All that tells how an answer was marked, or what would have been right.
  static var verdict: Regex<Substring> {
    /(?m)^(?:\(\d+\) )?(?:✓|✗|· It is) |^\s*Score \d|Left out\. This is|Comes back in|It is set aside/
  }

  func home(_ command: LearnCommand) -> URL { command.home.url.appending(path: ".local/share/learn") }

  /// A command whose store takes so many answers, and no more.
  func command(taking count: Int) throws -> LearnCommand {
    let command = try LearnCommand(in: Self.sound)
    try limit(command, to: count)
    return command
  }

  func limit(_ command: LearnCommand, to count: Int) throws {
    _ = try ProgressStore(folder: home(command)).device()
    let queue = try DatabaseQueue(path: home(command).appending(path: ProgressStore.fileName).path)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER full BEFORE INSERT ON answer WHEN (SELECT count(*) FROM answer) >= \(count)
          BEGIN SELECT RAISE(ABORT, 'no room'); END
          """)
    }
    try queue.close()
  }

  func recorded(_ command: LearnCommand) throws -> Int {
    let queue = try DatabaseQueue(path: home(command).appending(path: ProgressStore.fileName).path)
    return try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM answer") ?? 0 }
  }

  @Test(arguments: Way.all) func whatCannotBeKeptIsNotMarked(way: Way) throws {
    for count in 0..<max(1, min(way.steps, 3)) {
      let command = try command(taking: count)
      let result = try command.run("quiz", "--kind", way.kind, input: way.answers)
      // The trigger is none of learn's: what SQLite then refuses is told as damage.
      #expect(
        result.status == 65 && result.errors.contains("is damaged: its tables are not those of learn"),
        "\(result.output)\(result.errors)")
      #expect(result.output.matches(of: Self.verdict).count == count, "\(result.output)")
      #expect(try recorded(command) == count)
    }
  }

  /// Items that were wrong come back one by one.
  @Test(arguments: ["sort", "cloze"]) func neitherIsWhatComesBack(kind: String) throws {
    let command = try LearnCommand(in: Self.sound)
    #expect(try command.run("quiz", "--kind", kind, input: "\n\n\n\n\n").status == 0)
    // Ten minutes later for the log: what was recorded lies back.
    let file = command.home.url.appending(path: "log.jsonl")
    #expect(try command.run("progress", "export", file.path).status == 0)
    let now = Int(Date().timeIntervalSince1970)
    let earlier = try String(contentsOf: file, encoding: .utf8)
      .replacing(/"at":\d+/, with: "\"at\":\(now - 86_400)")
    try Data(earlier.utf8).write(to: file)
    #expect(try command.run("progress", "forget", "--yes").status == 0)
    #expect(try command.run("progress", "import", file.path).status == 0)
    let before = try recorded(command)
    try limit(command, to: before)
    let result = try command.run("quiz", "--kind", kind, input: "1\n")
    #expect(result.status == 65, "\(result.output)\(result.errors)")
    #expect(result.output.matches(of: Self.verdict).isEmpty, "\(result.output)")
  }

  #if os(Linux)
    /// With keys, the whole of a board is given at once, and a card's back is shown when it is turned.
    @Test(arguments: [
      ("sort", "0 of 5 sorted", "11111\r"), ("order", "Space picks the line up", "4\r"), ("choose", "Two", "1\r\r"),
      ("parsons", "Space picks", "4\r\r"), ("cards", "Space: the back", " 3"), ("number", "with its unit", "7 nats\r"),
      ("cloze", "(1)", "label\ry\r"), ("diagnose", "wrong sign", "1\r\r"),
    ]) func norIsItWithKeys(kind: String, question: String, keys: String) throws {
      let wait = "while [ ! -e \"$HOME/go\" ]; do sleep 0.1; done"
      let session = try LiveRunTests().start("quiz --kind \(kind)", in: Self.sound, before: wait)
      try limit(session.learn, to: 0)
      try session.learn.home.create("go")
      try session.run.wait(for: question)
      try session.press(keys)
      let output = try session.run.result().output.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
      #expect(output.contains("is damaged: its tables are not those of learn"), "\(output)")
      #expect(output.replacing("\r", with: "").matches(of: Self.verdict).isEmpty, "\(output)")
      #expect(try recorded(session.learn) == 0)
    }
  #endif

  /// Ended at the very moment at which the verdict can be read.
  @Test(arguments: Way.all) func whatWasMarkedOutlivesAKill(way: Way) throws {
    let command = try LearnCommand(in: Self.sound)
    let script = try command.home.create("answers", way.answers)
    for round in 0..<NothingIsLostTests.kills {
      for name in ["sqlite", "sqlite-wal", "sqlite-shm", "counter"] {
        let file = home(command).appending(path: "progress.\(name)")
        if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
      }
      // At the first verdict, the second, the third, …
      let wanted = 1 + round % max(1, way.steps)
      let process = Process()
      let output = Pipe()
      process.executableURL = try LearnCommand.executable()
      process.arguments = ["quiz", "--kind", way.kind]
      process.currentDirectoryURL = command.folder
      process.environment = command.environment
      process.standardInput = try FileHandle(forReadingFrom: script)
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      var text = Data()
      while true {
        let part = output.fileHandleForReading.availableData
        text += part
        if part.isEmpty || String(decoding: text, as: UTF8.self).matches(of: Self.verdict).count >= wanted { break }
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let seen = String(decoding: text, as: UTF8.self).matches(of: Self.verdict).count
      #expect(seen >= wanted, "\(String(decoding: text, as: UTF8.self))")
      #expect(try recorded(command) >= (way.steps > 0 ? min(seen, way.steps) : 1))
    }
  }

  /// A disk that fills up while items are sorted: as many verdicts as answers.
  @Test(.enabled(if: NothingIsLostTests.canMount, "this system does not let us mount a small disk"))
  func aFullDiskMarksNothingThatIsNotKept() throws {
    let tests = NothingIsLostTests()
    let command = try tests.cardCourse()
    let course = try #require(command.course)
    let items = (1...40).map { "- Item \($0)\n" }.joined()
    try course.create(
      "Exercises/a.md", "## Sort: here or there? {#sorted}\n\n### Here\n\n\(items)\n### There\n\n- Last\n")
    try command.home.create("answers", String(repeating: "1\n", count: 41))
    let result = try tests.onSmallDisk(
      command,
      """
      $LEARN list >/dev/null &&
      dd if=/dev/zero of=$DISK/filler bs=1k count=10000 2>/dev/null;
      truncate -s -200k $DISK/filler;
      $LEARN quiz --kind sort <$OUT/answers >$OUT/said; echo status $?;
      rm $DISK/filler; cp -r $DISK $OUT/kept
      """)
    #expect(result.text.contains("status 74"), "\(result.text)")
    let said = try String(contentsOf: command.home.url.appending(path: "said"), encoding: .utf8)
    let queue = try DatabaseQueue(path: command.home.url.appending(path: "kept/progress.sqlite").path)
    let kept = try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM answer") ?? 0 }
    #expect(kept > 0 && said.matches(of: Self.verdict).count == kept, "\(kept)\n\(said)")
  }
}
