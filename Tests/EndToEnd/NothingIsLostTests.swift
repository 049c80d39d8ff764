import Foundation
import GRDB
import Practice
import Progress
import TestSupport
import Testing

/// Whatever happens to the process, the disk or the files: an answer that was confirmed on the screen is there.
@Suite(.serialized) struct NothingIsLostTests {
  /// `LEARN_KILLS=200 swift test --filter NothingIsLost` for the full number.
  static let kills = ProcessInfo.processInfo.environment["LEARN_KILLS"].flatMap { Int($0) } ?? 10

  /// A course with nothing but a lesson and twelve cards.
  func cardCourse() throws -> LearnCommand {
    let folder = try TemporaryFolder()
    let fields = ["id: a", "title: T", "summary: S.", "outcomes: [O]", "reading: 1", "practice: 1", "difficulty: core"]
    let lesson = (["---"] + fields + ["---", "", "Text."]).joined(separator: "\n")
    try folder.create("Lessons/course.yml", "title: T\npromise: P.\nlessons: [a.md]\n")
    try folder.create("Lessons/a.md", lesson)
    let cards = (1...12).map { "### Front \($0)\n\nBack \($0).\n\n" }.joined()
    try folder.create("Exercises/a.md", "## Cards: words {#words}\n\n" + cards)
    var command = try LearnCommand(in: folder.url)
    command.course = folder
    return command
  }

  func home(_ command: LearnCommand) -> URL { command.home.url.appending(path: ".local/share/learn") }
  func database(_ command: LearnCommand) -> URL { home(command).appending(path: ProgressStore.fileName) }

  /// How many answers to cards were confirmed on the screen.
  func confirmed(_ output: String) -> Int { output.components(separatedBy: "Comes back in").count - 1 }

  func recorded(_ command: LearnCommand) throws -> Int {
    let store = try ProgressStore(folder: home(command))
    try store.checkIntegrity()
    return try store.reviewHistories().reduce(0) { $0 + $1.count }
  }

  /// The answers of a session: so many cards, all remembered.
  func answers(_ count: Int) -> String { String(repeating: "3\n", count: count) }

  @Test func noConfirmedAnswerIsLostWhenTheProcessIsKilled() throws {
    let command = try cardCourse()
    let script = try command.home.create("answers", answers(100))
    var total = 0
    var seen = 0
    for round in 0..<Self.kills {
      let input = try FileHandle(forReadingFrom: script)
      let quiz = try command.start(["quiz", "--kind", "cards"], input: input)
      // One session has confirmed something, however slow the machine is.
      if round == 0 { try quiz.wait(for: "Comes back in") }
      // Moments spread evenly over the session, by the golden ratio: the machine's own pace makes them random.
      Thread.sleep(forTimeInterval: (Double(round) * 0.618_034).truncatingRemainder(dividingBy: 1) * 0.25)
      kill(quiz.process.processIdentifier, SIGKILL)
      let told = confirmed(try quiz.result().output)
      seen += told
      let now = try recorded(command)
      // What was confirmed is there once; besides it at most the one that the kill kept from being confirmed.
      #expect((told...told + 1).contains(now - total), "\(told) confirmed, \(now - total) recorded")
      total = now
    }
    print("\(Self.kills) kills, \(seen) answers confirmed, \(total) recorded")
    // The states that were kept step by step are those of the log.
    #expect(seen > 0)
    let kept = try command.progress()
    let file = command.home.url.appending(path: "log.jsonl")
    try ProgressStore(folder: home(command)).export(to: file)
    let other = try ProgressStore(folder: command.home.url.appending(path: "other"), course: kept.course)
    try other.import(from: file)
    #expect(try other.states(of: ["words"]) == kept.states(of: ["words"]))
  }

  @Test func twoAtOnceKeepBothSetsOfAnswers() throws {
    let command = try cardCourse()
    let script = try command.home.create("answers", answers(12))
    let runs = try (0..<2).map { _ in
      try command.start(["quiz", "--kind", "cards"], input: try FileHandle(forReadingFrom: script))
    }
    let results = try runs.map { try $0.result() }
    for result in results { #expect(result.status == 0, "\(result.errors)") }
    let told = results.map { confirmed($0.output) }
    // One that plans after the other's answers has fewer cards to ask, or none.
    #expect(told.allSatisfy { (0...12).contains($0) } && told.contains(12), "\(told)")
    #expect(try recorded(command) == told.reduce(0, +))
  }

  /// A file that may not grow: the system's limit on one process stands for a disk that is full.
  @Test func aLimitOnFilesIsToldAndNothingIsLost() throws {
    let command = try cardCourse()
    #expect(try command.run("quiz", "--kind", "cards", input: answers(1)).status == 0)
    let script = try command.home.create("answers", answers(100))
    // In blocks of 512 bytes: room for the database, and for a few answers in its log.
    let size = try Data(contentsOf: database(command)).count
    let learn = try LearnCommand.executable().path
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f \((size + 40_000) / 512); exec \"$0\" quiz --kind cards --limit 12 <\"$1\"", learn,
      script.path,
    ]
    process.currentDirectoryURL = command.folder
    process.environment = command.environment
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 73, "\(said)")
    #expect(said.hasPrefix("error: your progress cannot be written to "))
    #expect(try recorded(command) == 1 + confirmed(text))
    #expect(try command.run("quiz", "--kind", "cards", input: answers(2)).status == 0)
  }

  /// Whether this system lets us mount a disk of our own for a while.
  static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "unshare --mount --map-root-user mount -t tmpfs none /mnt 2>/dev/null"]
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs a script in which `$DISK` is a small disk that holds the learner's home, and which goes away with it.
  func onSmallDisk(_ command: LearnCommand, _ script: String) throws -> (status: Int32, text: String) {
    let process = Process()
    let output = Pipe()
    let mount = "mount -t tmpfs -o size=$SIZE none \"$DISK\" && " + script
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec unshare --mount --map-root-user sh -c '\(mount)'"]
    process.currentDirectoryURL = command.folder
    let disk = command.home.url.appending(path: "disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    process.environment = command.environment.merging([
      "DISK": disk.path, "LEARN_HOME": disk.path, "SIZE": "800k", "LEARN": try LearnCommand.executable().path,
      "OUT": command.home.url.path,
    ]) { $1 }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(.enabled(if: canMount, "this system does not let us mount a small disk"))
  func aFullDiskIsToldAndNothingIsLost() throws {
    let command = try cardCourse()
    try command.home.create("answers", answers(12))
    // The rest of the disk is filled up; what is left for the log runs out while cards are answered.
    let result = try onSmallDisk(
      command,
      """
      $LEARN quiz --kind cards --limit 1 <$OUT/answers >$OUT/first 2>&1 &&
      dd if=/dev/zero of=$DISK/filler bs=1k count=10000 2>/dev/null;
      truncate -s -60k $DISK/filler;
      $LEARN quiz --kind cards <$OUT/answers >$OUT/second; echo status $?;
      rm $DISK/filler; $LEARN list >/dev/null && cp -r $DISK $OUT/kept
      """)
    #expect(result.status == 0, "\(result.text)")
    #expect(result.text.contains("error: the disk is full: your progress cannot be written to "), "\(result.text)")
    #expect(result.text.contains("what was confirmed before is kept"))
    #expect(result.text.contains("status 74"))
    let told = try ["first", "second"].reduce(0) { sum, name in
      let file = command.home.url.appending(path: name)
      return sum + confirmed(try String(contentsOf: file, encoding: .utf8))
    }
    let store = try ProgressStore(folder: command.home.url.appending(path: "kept"))
    try store.checkIntegrity()
    #expect(try store.reviewHistories().reduce(0) { $0 + $1.count } == told)
  }

  @Test(.enabled(if: canMount, "this system does not let us mount a small disk"))
  func aReadOnlyDiskIsTold() throws {
    let command = try cardCourse()
    try command.home.create("answers", answers(2))
    let result = try onSmallDisk(
      command,
      """
      $LEARN quiz --kind cards --limit 2 <$OUT/answers >/dev/null && mount -o remount,ro $DISK;
      $LEARN quiz --kind cards <$OUT/answers; echo status $?; cp -r $DISK $OUT/kept
      """)
    #expect(result.text.contains("error: your progress cannot be written to "), "\(result.text)")
    #expect(result.text.contains("LEARN_HOME"))
    #expect(result.text.contains("status 73"))
    let store = try ProgressStore(folder: command.home.url.appending(path: "kept"))
    #expect(try store.reviewHistories().reduce(0) { $0 + $1.count } == 2)
  }

  /// One can read on, and is told once that no place is kept.
  @Test(.enabled(if: canMount, "this system does not let us mount a small disk"))
  func onAReadOnlyDiskOneReadsOn() throws {
    let command = try cardCourse()
    try command.home.create("answers", answers(2))
    let result = try onSmallDisk(
      command,
      """
      $LEARN quiz --kind cards --limit 2 <$OUT/answers >/dev/null && mount -o remount,ro $DISK;
      for command in next list status progress; do $LEARN $command; echo $command: $?; done;
      ls -d /tmp/learn-reading-* 2>/dev/null
      """)
    for name in ["next", "list", "status", "progress"] {
      #expect(result.text.contains("\n\(name): 0\n"), "\(result.text)")
    }
    #expect(result.text.components(separatedBy: "warning: nothing can be written to ").count == 5)
    #expect(result.text.contains("2 of 12 answered"), "\(result.text)")
  }

  // MARK: Files

  @Test func aDamagedFileIsLeftAloneAndAWayOnIsTold() throws {
    let command = try cardCourse()
    #expect(try command.run("quiz", "--kind", "cards", input: answers(12)).status == 0)
    var bytes = try Data(contentsOf: database(command))
    for offset in 100..<bytes.count where offset % 3 == 0 { bytes[offset] = 0xA5 }
    try bytes.write(to: database(command))
    let result = try command.run("quiz", input: answers(1))
    #expect(result.status == 65)
    #expect(result.errors.contains("is damaged"))
    #expect(result.errors.contains("learn progress export --recover FILE"))
    #expect(result.errors.contains("learn progress restore FILE"))
    #expect(try Data(contentsOf: database(command)) == bytes)
  }

  @Test func fromDamageABackupLeadsOn() throws {
    let command = try cardCourse()
    // Enough answers for some damaged pages to leave others whole.
    let lines = (1...2_000).map { number in
      #"{"v":1,"device":"d","counter":\#(number),"at":\#(1_600_000_000 + number),"event":"answer","exercise":"other","#
        + #""item":"\#(number % 50)","kind":"cards","given":"","mark":1,"rating":3,"seconds":2,"hints":0}"# + "\n"
    }
    let log = try command.home.create("log.jsonl", lines.joined())
    #expect(try command.run("progress", "import", log.path).status == 0)
    #expect(try command.run("quiz", "--kind", "cards", input: answers(12)).status == 0)
    let backup = command.home.url.appending(path: "backup.sqlite").path
    #expect(try command.run("progress", "backup", backup).status == 0)
    var bytes = try Data(contentsOf: database(command))
    for page in stride(from: 50, to: bytes.count / 4_096, by: 9) {
      for offset in page * 4_096..<(page + 1) * 4_096 { bytes[offset] = 0xEE }
    }
    try bytes.write(to: database(command))

    let saved = command.home.url.appending(path: "saved.jsonl")
    let recovered = try command.run("progress", "export", "--recover", saved.path)
    #expect(recovered.status == 0, "\(recovered.errors)")
    let events = try String(contentsOf: saved, encoding: .utf8).split(separator: "\n").count
    #expect(events > 500 && events < 2_012)
    #expect(try Data(contentsOf: database(command)) == bytes)
    let restored = try command.run("progress", "restore", backup)
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(try recorded(command) == 2_012)
    // What was damaged lies beside it, as it was; what was saved of it adds nothing that is not here.
    let kept = try FileManager.default.contentsOfDirectory(at: home(command), includingPropertiesForKeys: nil)
    #expect(try kept.contains { try Data(contentsOf: $0) == bytes })
    #expect(try command.run("progress", "import", saved.path).output.contains(": 0 new events"))
    #expect(try recorded(command) == 2_012)
  }

  @Test func aFileOfANewerVersionIsLeftAlone() throws {
    let command = try cardCourse()
    #expect(try command.run("quiz", "--kind", "cards", input: answers(1)).status == 0)
    let queue = try DatabaseQueue(path: database(command).path)
    try queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
    try queue.close()
    let bytes = try Data(contentsOf: database(command))
    let result = try command.run("quiz", input: answers(1))
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("was written by a newer version of learn\nhelp: install that version"))
    #expect(try Data(contentsOf: database(command)) == bytes)
  }
}
