import Foundation
import Progress
import TestSupport
import Testing

/// What happens to the files: none of it costs an answer without a word, and every way on that is told is one.
extension NothingIsLostTests {
  // MARK: A write-ahead log that is gone

  @Test func aRemovedWriteAheadLogIsToldOnce() throws {
    let command = try cardCourse()
    #expect(try command.run("quiz", "--kind", "cards", "--limit", "3", input: answers(3)).status == 0)
    let input = Pipe()
    let quiz = try command.start(["quiz", "--kind", "cards"], input: input)
    try input.fileHandleForWriting.write(contentsOf: Data(answers(6).utf8))
    for _ in 0..<600 where try confirmed(quiz.output()) < 6 { Thread.sleep(forTimeInterval: 0.05) }
    kill(quiz.process.processIdentifier, SIGKILL)
    #expect(confirmed(try quiz.result().output) == 6)
    for suffix in ["-wal", "-shm"] { try FileManager.default.removeItem(atPath: database(command).path + suffix) }

    // Whoever only looks at the machine does not take the word away.
    _ = try command.run("doctor")
    let told = try command.run("progress")
    #expect(told.errors.hasPrefix("warning: 6 answers that were confirmed are not in the log: "), "\(told.errors)")
    #expect(told.errors.contains("learn progress import FILE") && told.errors.contains("learn progress restore FILE"))
    #expect(told.output.contains("3 of 12 answered"))
    #expect(try command.run("progress").errors.isEmpty)
    #expect(try command.run("quiz", "--kind", "cards", "--limit", "2", input: answers(2)).errors.isEmpty)
    #expect(try recorded(command) == 5)
  }

  // MARK: A header

  /// SQLite refuses the first three of these, trusts the fourth, and writes nothing with the last.
  @Test(arguments: [(47, 9), (59, 2), (20, 8), (68, 0), (18, 7)] as [(Int, UInt8)])
  func aDamagedHeaderIsToldAndTheWayOnLeadsOn(place: Int, value: UInt8) throws {
    let command = try cardCourse()
    #expect(try command.run("quiz", "--kind", "cards", input: answers(12)).status == 0)
    var bytes = try Data(contentsOf: database(command))
    bytes[place] = value
    try bytes.write(to: database(command))
    let other = command.home.url
    let (copy, saved) = (other.appending(path: "copy.sqlite").path, other.appending(path: "saved.jsonl").path)
    for arguments in [
      [], ["progress"], ["progress", "export", saved], ["progress", "backup", copy], ["undo", "--list"],
    ] {
      let result = try command.start(arguments).result()
      #expect(result.status == 65, "\(arguments): \(result.errors)")
      #expect(result.errors.contains("is damaged: ") && result.errors.contains("learn progress export --recover FILE"))
      #expect(result.output.isEmpty)
    }
    #expect(try Data(contentsOf: database(command)) == bytes)

    // What is told of it in the place of a backup, and what that leads to.
    let backup = other.appending(path: "backup.sqlite")
    try bytes.write(to: backup)
    let empty = try LearnCommand(in: command.folder, trusting: false)
    let refused = try empty.run("progress", "restore", backup.path)
    #expect(refused.status == 65 && refused.errors.contains("is no backup that can be read: "), "\(refused.errors)")
    #expect(refused.errors.contains("learn progress export --recover NEW --from \(backup.path)"), "\(refused.errors)")
    let rescued = try empty.run("progress", "export", "--recover", saved, "--from", backup.path)
    #expect(rescued.status == 0 && rescued.output.contains(", 0 could not be read."), "\(rescued)")
    #expect(try empty.run("progress", "import", saved).status == 0)
    #expect(try recorded(empty) == 12)

    let recovered = try command.run("progress", "export", "--recover", "--replace", saved)
    #expect(recovered.status == 0 && recovered.output.contains(", 0 could not be read."), "\(recovered)")
    try FileManager.default.moveItem(at: database(command), to: other.appending(path: "elsewhere.sqlite"))
    let imported = try command.run("progress", "import", saved)
    #expect(imported.status == 0 && imported.errors.isEmpty, "\(imported.errors)")
    #expect(try recorded(command) == 12)
  }

  /// A backup of what is damaged is not confirmed.
  @Test func aBackupOfADamagedLogIsNotConfirmed() throws {
    let command = try cardCourse()
    #expect(try command.run("quiz", "--kind", "cards", input: answers(12)).status == 0)
    var bytes = try Data(contentsOf: database(command))
    // The index of answers by item begins there, which this command reads no row of.
    bytes.replaceSubrange(11 * 4_096..<12 * 4_096, with: Data(count: 4_096))
    try bytes.write(to: database(command))
    let copy = command.home.url.appending(path: "copy.sqlite")
    let result = try command.run("progress", "backup", copy.path)
    #expect(result.status == 65, "\(result)")
    #expect(result.errors.contains("is damaged: ") && result.errors.contains("learn progress export --recover FILE"))
    #expect(!FileManager.default.fileExists(atPath: copy.path) && result.output.isEmpty)
  }

  // MARK: Nothing can be written

  @Test(.enabled(if: canMount, "this system does not let us mount a small disk"))
  func fromAReadOnlyDiskProgressIsTakenElsewhere() throws {
    let command = try cardCourse()
    try command.home.create("answers", answers(2))
    let result = try onSmallDisk(
      command,
      """
      $LEARN quiz --kind cards --limit 2 <$OUT/answers >/dev/null && mount -o remount,ro $DISK;
      $LEARN progress export $OUT/log.jsonl; echo export $?;
      $LEARN progress backup $OUT/copy.sqlite; echo backup $?;
      $LEARN progress export --recover $OUT/saved.jsonl; echo recover $?;
      for command in "undo --list" "progress aside" "progress settings"; do $LEARN $command; echo $command: $?; done;
      $LEARN progress settings new-cards 3; echo written $?;
      ls -d $OUT/learn-* /tmp/learn-reading-* 2>/dev/null
      """)
    for end in ["export 0", "backup 0", "recover 0", "undo --list: 0", "progress aside: 0", "progress settings: 0"] {
      #expect(result.text.contains("\n\(end)\n"), "\(end): \(result.text)")
    }
    #expect(result.text.contains("\nwritten 73\n"), "\(result.text)")
    #expect(!result.text.contains("learn-reading") && !result.text.contains("learn-recovery"))
    let home = try LearnCommand(in: command.folder, trusting: false)
    let (log, copy) = (command.home.url.appending(path: "log.jsonl"), command.home.url.appending(path: "copy.sqlite"))
    #expect(try home.run("progress", "restore", copy.path).status == 0)
    #expect(try recorded(home) == 2)
    #expect(try home.run("progress", "import", log.path).output.contains(": 0 new events"))
    let saved = command.home.url.appending(path: "saved.jsonl")
    #expect(try home.run("progress", "import", saved.path).output.contains(": 0 new events"))
  }

  /// Rights bind nobody but an ordinary user: as root the command is run as one.
  @Test(arguments: ["chmod 500 $DATA", "chmod 400 $DATA/progress.sqlite", "chmod -R a-w $DATA"])
  func withoutTheRightToWriteProgressIsTakenElsewhere(change: String) throws {
    let command = try cardCourse()
    let script = try command.home.create("answers", answers(2))
    #expect(try command.run("quiz", "--kind", "cards", "--limit", "2", input: answers(2)).status == 0)
    withExtendedLifetime(script) {}
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      \(change); cd "$COURSE"; user=
      if [ $(id -u) = 0 ]; then chown -R 65534:65534 $HOME; user="setpriv --reuid 65534 --regid 65534 --clear-groups"; fi
      $user $LEARN progress export $HOME/log.jsonl; echo export $?
      $user $LEARN progress backup $HOME/copy.sqlite; echo backup $?
      chmod -R u+w $DATA
      """,
    ]
    process.environment = command.environment.merging([
      "DATA": home(command).path, "LEARN": try LearnCommand.executable().path, "COURSE": command.folder.path,
    ]) { $1 }
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.contains("export 0\n") && text.contains("backup 0\n"), "\(text)")
    let other = try LearnCommand(in: command.folder, trusting: false)
    #expect(try other.run("progress", "restore", command.home.url.appending(path: "copy.sqlite").path).status == 0)
    #expect(try recorded(other) == 2)
  }

  // MARK: Imports

  @Test func anImportWithNothingInItIsToldAsSuch() throws {
    let command = try cardCourse()
    for (name, text) in [("lines", String(repeating: "\n", count: 3_000_000)), ("empty", ""), ("blank", " \r\n \r\n")] {
      let file = try command.home.create(name, text)
      let result = try command.run("progress", "import", file.path)
      #expect(result.status == 0 && result.output == "\(file.path): there is no event in it.\n", "\(result)")
      #expect(result.errors.isEmpty)
    }
    let long = try command.home.create("long", String(repeating: "x", count: 2_000_000))
    let result = try command.run("progress", "import", long.path)
    #expect(result.status == 65 && result.errors.contains("long:1: this line is longer than 1.0 MB, and no event is"))
  }

  /// A sign of life for whoever waits at a terminal; a pipe or a file gets the result alone.
  @Test func aLongImportShowsThatItGoesOn() throws {
    let command = try cardCourse()
    let lines = (1...60_000).map { number in
      #"{"v":1,"device":"d","counter":\#(number),"at":\#(1_600_000_000 + number),"event":"answer","exercise":"other","#
        + #""item":"\#(number % 50)","kind":"cards","given":"","mark":1,"rating":3,"seconds":2,"hints":0}"# + "\n"
    }
    let log = try command.home.create("log.jsonl", lines.joined())
    let session = try LiveRunTests().start("progress import \(log.path)", in: command.folder)
    let output = try session.run.result().output
    #expect(output.contains(" % read"), "\(output)")
    #expect(output.contains("\r\u{1B}[K\(log.path): 60000 new events"), "\(output)")
    let piped = try command.run("progress", "import", log.path)
    #expect(piped.output == "\(log.path): 60000 new events, 0 that were here already.\n" && piped.errors.isEmpty)
  }
}
