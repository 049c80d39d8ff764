import Foundation
import TestSupport
import Testing

#if os(Linux)
  /// Runs on a terminal, which `script` makes: however a run ends, the terminal is given back as it was.
  @Suite struct LiveRunTests {
    /// The command on a terminal of 80 × 24, and what its keys are written to.
    struct Session {
      let run: LearnCommand.Running
      let keys: Pipe
      let learn: LearnCommand

      func press(_ text: String) throws { try keys.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

      /// The process id of learn itself.
      func process() throws -> pid_t {
        let file = learn.home.url.appending(path: "pid")
        return try #require(
          pid_t(String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
      }
    }

    /// - Parameter before: what the shell does before it starts learn.
    func start(
      _ arguments: String, in folder: URL = CellTests.cells, environment: [String: String] = [:],
      trusting: Bool = true, before: String = ":"
    ) throws -> Session {
      var learn = try LearnCommand(in: folder, trusting: trusting)
      learn.environment["TERM"] = "xterm-256color"
      learn.environment["SHELL"] = "/bin/sh"
      learn.environment.merge(environment) { $1 }
      let program = try LearnCommand.executable().path
      let line =
        "stty rows 24 cols 80; echo $$ > \(learn.home.url.path)/pid; \(before); exec \(program) \(arguments)"
      let keys = Pipe()
      let run = try learn.start(
        ["-qefc", line, "/dev/null"], program: URL(filePath: "/usr/bin/script"), input: keys)
      return Session(run: run, keys: keys, learn: learn)
    }

    static let on = "\u{1B}[?1049h"
    static let off = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    /// Every switch that was turned on is off again at the end.
    func expectRestored(_ output: String, sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(output.contains(Self.on), sourceLocation: sourceLocation)
      for (switchedOn, switchedOff) in [("?1049h", "?1049l"), ("?25l", "?25h"), ("?7l", "?7h"), ("?2026h", "?2026l")] {
        let last = output.range(of: "\u{1B}[" + switchedOn, options: .backwards)?.lowerBound
        let back = output.range(of: "\u{1B}[" + switchedOff, options: .backwards)?.lowerBound
        #expect(last != nil && back != nil, "\(switchedOn)", sourceLocation: sourceLocation)
        if let last, let back { #expect(last < back, "\(switchedOn)", sourceLocation: sourceLocation) }
      }
    }

    /// What stands on the first screen after the run.
    func result(_ output: String) -> Substring {
      output.range(of: Self.off, options: .backwards).map { output[$0.upperBound...] } ?? ""
    }

    @Test(arguments: ["\u{3}", "\u{1C}"]) func keysThatInterruptGiveTheTerminalBack(key: String) throws {
      let session = try start("run waiting")
      try session.run.wait(for: Self.on)
      try session.run.wait(for: "started")
      try session.press(key)
      let end = try session.run.result()
      #expect(end.status == 130)
      expectRestored(end.output)
      // What was shown stays.
      #expect(result(end.output).contains("started"))
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP]) func signalsGiveTheTerminalBack(signal: Int32) throws {
      let session = try start("run waiting")
      try session.run.wait(for: Self.on)
      kill(try session.process(), signal)
      let end = try session.run.result()
      #expect(end.status == 130)
      expectRestored(end.output)
    }

    @Test func aFaultGivesTheTerminalBack() throws {
      let session = try start("run endless")
      let end = try session.run.result()
      #expect(end.status == 70)
      expectRestored(end.output)
      #expect(result(end.output).contains("before"))
      #expect(result(end.output).contains("error: the cell was stopped"))
    }

    /// What is over at once is never put on a screen of its own.
    @Test func aShortRunIsShownAtItsEndAlone() throws {
      _ = try LearnCommand(in: CellTests.cells).run("run", "film")
      let end = try start("run film").run.result()
      #expect(end.status == 0)
      #expect(!end.output.contains(Self.on))
      #expect(end.output.contains("Grey / white"))
      #expect(end.output.contains("▀"))
    }

    /// The progress of a cell that is needed bears its name.
    @Test func aNeededTrainingIsSeen() throws {
      let course = try TrainingCourse()
      let session = try start(
        "run after --set steps=3000 --lesson training", in: course.folder.url,
        environment: ["XDG_CACHE_HOME": try #require(course.learn.environment["XDG_CACHE_HOME"])])
      try session.run.wait(for: "vae: step ")
      try session.press("\u{3}")
      let end = try session.run.result()
      #expect(end.status == 130)
      expectRestored(end.output)
      #expect(result(end.output).contains("what was learned is kept"))
    }

    @Test func theFilmFollowsTheKeys() throws {
      let learn = try LearnCommand(in: CellTests.cells)
      _ = try learn.run("run", "film")
      let session = try start("replay film")
      try session.run.wait(for: "step 1 of 3 · frame 1 of 3")
      for (key, words) in [
        ("\u{1B}[C", "step 2 of 3 · frame 2 of 3"), ("\u{1B}[F", "frame 3 of 3"), ("\u{1B}[D", "frame 2 of 3"),
        ("\u{1B}[H", "frame 1 of 3"), (" ", "▶"), ("\u{1B}[1~", "❚❚ step 1 of 3"),
      ] {
        let before = try session.run.output().count
        try session.press(key)
        for _ in 0..<600 where try !session.run.output().dropFirst(before).contains(words) {
          Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(try session.run.output().dropFirst(before).contains(words), "after \(key.debugDescription)")
      }
      try session.press("q")
      let end = try session.run.result()
      #expect(end.status == 0)
      expectRestored(end.output)
    }

    /// The cell itself hears of nothing while it is at a picture.
    @Test func qLeavesAPictureThatDoesNotEnd() throws {
      let course = try ExploreTests.course(seconds: 600, "pictures += 1\n  if pictures > 1 { while true {} }")
      let session = try start("explore plane", in: course.url)
      try session.run.wait(for: "at 0.0")
      try session.press("\u{1B}[Cq")
      let end = try session.run.result()
      #expect(end.status == 0, "\(end.output)")
      expectRestored(end.output)
    }

    @Test func kittyGetsPictures() throws {
      _ = try LearnCommand(in: CellTests.cells).run("run", "film")
      let end = try start("run film", environment: ["TERM": "xterm-kitty"]).run.result()
      #expect(end.output.contains("\u{1B}_Ga=T,f=100,q=2,"))
      #expect(!end.output.contains("▀"))
    }
  }
#endif
