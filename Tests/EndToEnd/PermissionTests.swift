import Foundation
import TestSupport
import Testing

/// What is the learner's, nobody else can read: whatever the umask, for the superuser as for everybody.
@Suite struct PermissionTests {
  /// Who learns: the superuser also as somebody else.
  static let users: [UInt32] = geteuid() == 0 ? [0, 12345] : [geteuid()]

  /// A lesson with a cell and two cards.
  func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let fields = ["id: a", "title: T", "summary: S.", "outcomes: [O]", "reading: 1", "practice: 1", "difficulty: core"]
    let cell = "```swift\n//| id: say\ntext(\"said\")\n```\n"
    try folder.create("Lessons/course.yml", "title: T\npromise: P.\nlessons: [a.md]\n")
    try folder.create("Lessons/a.md", (["---"] + fields + ["---", "", cell]).joined(separator: "\n"))
    try folder.create("Exercises/a.md", "## Cards: words {#words}\n\n### One\n\nBack.\n\n### Two\n\nBack.\n")
    try folder.create("points.csv", "1,2\n3,4\n")
    return folder
  }

  /// A command whose home belongs to a user.
  func command(in course: TemporaryFolder, as user: UInt32) throws -> LearnCommand {
    var command = try LearnCommand(in: course.url, trusting: false)
    command.course = course
    command.environment["LEARN"] = try LearnCommand.executable().path
    command.environment["XDG_CACHE_HOME"] = nil
    command.environment["EDITOR"] = "sed -i s/said/mine/"
    try command.home.create(".cache/other", "")
    try command.home.create(".cache/learn/.keep", "")
    for path in ["", ".cache", ".cache/other", ".cache/learn"] {
      #expect(chown(command.home.url.appending(path: path).path, user, user) == 0)
    }
    chmod(command.home.url.appending(path: ".cache/learn").path, 0o700)
    #expect(chown(course.url.path, user, user) == 0)
    return command
  }

  func run(_ script: String, _ command: LearnCommand, as user: UInt32) throws -> LearnCommand.Result {
    let shell = ["/bin/sh", "-c", script]
    let change = ["/usr/bin/env", "setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups"]
    let line = (user == geteuid() ? [] : change) + shell
    return try command.start(Array(line.dropFirst()), program: URL(filePath: line[0])).result()
  }

  func mode(_ path: String) -> mode_t {
    var information = stat()
    return lstat(path, &information) == 0 ? information.st_mode & 0o777 : 0
  }

  /// What somebody else may do something with.
  func wide(_ folder: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
    return ([folder] + names).filter { mode($0) & 0o077 != 0 }
  }

  @Test(arguments: ["000", "022"], Self.users)
  func nobodyElseCanReadIt(umask: String, user: UInt32) throws {
    let course = try course()
    let command = try command(in: course, as: user)
    let result = try run(
      """
      set -e
      umask \(umask)
      "$LEARN" course add .
      "$LEARN" course trust --always
      printf '3\\n' | "$LEARN" quiz
      "$LEARN" run cell 1
      "$LEARN" edit cell 1 </dev/null
      "$LEARN" progress settings new-cards 10
      "$LEARN" progress backup "$HOME/backup.sqlite"
      "$LEARN" progress restore "$HOME/backup.sqlite"
      "$LEARN" progress export "$HOME/export.jsonl"
      "$LEARN" export csv "$HOME/table.csv"
      "$LEARN" build-site --output "$HOME/site"
      "$LEARN" doctor
      """, command, as: user)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(!result.output.contains("permissions"), "\(result.output)")
    let home = command.home.url.path
    #expect(try wide("\(home)/.local") == [])
    #expect(try wide("\(home)/.cache/learn/runs") == [])
    #expect(mode("\(home)/backup.sqlite") == 0o600)
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(home)/.local/share/learn")
    for name in ["courses.json", "progress.sqlite", "progress.counter"] { #expect(files.contains(name), "\(files)") }
    #expect(files.contains { $0.hasPrefix("progress-before-") } && files.contains { $0.hasSuffix("/say.swift") })
    // What is handed on has the rights that its owner's umask gives.
    let mask = mode_t(umask, radix: 8) ?? 0
    #expect(mode("\(home)/export.jsonl") == 0o666 & ~mask)
    #expect(mode("\(home)/table.csv") == 0o666 & ~mask)
    #expect(mode("\(home)/site") == 0o777 & ~mask)
    #expect(mode("\(home)/site/index.html") == 0o666 & ~mask)
  }

  /// Earlier versions left it to the umask.
  @Test(arguments: Self.users)
  func doctorMendsWhatIsWide(user: UInt32) throws {
    let command = try command(in: course(), as: user)
    let home = command.home.url.path
    let made = try run(
      """
      printf '3\\n' | "$LEARN" quiz && "$LEARN" course trust --always
      chmod 755 "$HOME/.local" "$HOME/.local/share" && chmod -R a+rX "$HOME/.local/share/learn"
      ln -s "$HOME/.cache/other" "$HOME/.local/share/learn/progress.link"
      chmod 644 "$HOME/.cache/other"
      """, command, as: user)
    #expect(made.status == 0, "\(made.errors)")
    let doctor = try run(#""$LEARN" doctor"#, command, as: user)
    let sentence = "other users could look into 1 folder and \(try files(home) - 1) files of yours; now only you can"
    #expect(doctor.output.contains(sentence), "\(doctor.output)\(doctor.errors)")
    #expect(try wide("\(home)/.local/share/learn").allSatisfy { $0.hasSuffix("progress.link") })
    #expect(mode("\(home)/.local/share") == 0o755, "a folder that is not learn's")
    #expect(mode("\(home)/.cache/other") == 0o644, "behind a link")
    #expect(try !run(#""$LEARN" doctor"#, command, as: user).output.contains("permissions"))
  }

  private func files(_ home: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "\(home)/.local/share/learn").count {
      !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal")
    }
  }

  /// Who chooses their own home folder as learn's has other things in it.
  @Test func whatIsNotLearnsStaysAsItIs() throws {
    var command = try command(in: course(), as: geteuid())
    let home = command.home.url.path
    command.environment["LEARN_HOME"] = home
    try command.home.create("public/page.html", "")
    for (path, mode) in [("", 0o755), ("public", 0o755), ("public/page.html", 0o644)] as [(String, mode_t)] {
      chmod("\(home)/\(path)", mode)
    }
    #expect(try command.run("quiz", input: "3\n").status == 0)
    chmod("\(home)/progress.sqlite", 0o644)
    #expect(try command.run("doctor").output.contains("could look into 1 file of yours"))
    #expect(mode(home) == 0o755 && mode("\(home)/public") == 0o755 && mode("\(home)/public/page.html") == 0o644)
    #expect(mode("\(home)/progress.sqlite") == 0o600)
  }

  @Test(arguments: Self.users) func dataSetsArePrivate(user: UInt32) throws {
    let command = try command(in: course(), as: user)
    let result = try run(
      #"umask 000; "$LEARN" data add points points.csv && "$LEARN" data list"#, command, as: user)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try wide(command.home.url.path + "/.local/share/learn") == [])
  }
}
