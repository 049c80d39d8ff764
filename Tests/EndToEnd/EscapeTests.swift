#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// A cell that looks for a way out of the sandbox finds it closed, whoever the reader is; and nothing of it stays.
  @Suite(.serialized, .enabled(if: LearnCommand.hasSandbox, "bubblewrap is not installed, or not allowed"))
  struct EscapeTests {
    /// A reader of the hostile course, and what lies in their folders.
    struct Reader {
      let course: HostileCourse
      var learn: LearnCommand { course.learn }

      init(_ account: Account) throws {
        course = try HostileCourse(as: account)
        #expect(try course.learn.run("list").status == 0, "the progress database is there from now on")
      }

      func run(_ cell: String, lesson: String = "escape", _ options: String...) throws -> LearnCommand.Result {
        try learn.start(["run", cell, "--lesson", lesson] + options).result()
      }

      /// What a run of the cell has left in the reader's folders, but for what is compiled.
      func leftovers() throws -> [URL] {
        let cache = URL(filePath: try #require(learn.environment["XDG_CACHE_HOME"]))
        let trainings = cache.appending(path: "learn/trainings", directoryHint: .isDirectory)
        return try [learn.home.url, trainings].flatMap { folder in
          guard FileManager.default.fileExists(atPath: folder.path) else { return [URL]() }
          return try FileManager.default.subpathsOfDirectory(atPath: folder.path).map { folder.appending(path: $0) }
        }
      }
    }

    #if arch(x86_64)
      @Test(arguments: Account.available) func callsOfTheSystemAreRefused(account: Account) throws {
        let reader = try Reader(account)
        // What waits in a socket is memory of no process: where nobody counts it, there is little.
        let isCounted = try reader.learn.run("doctor").output.contains("control group")
        let result = try reader.run("calls")
        #expect(result.status == 0, "\(result.errors)")
        for line in result.lines {
          let expected =
            switch line {
            case let line where line.hasPrefix("query"): "allowed"
            case let line where line.hasPrefix("socket 1:"): isCounted ? "allowed" : "97"
            // They have no place for what they make, and none to take from.
            case let line where line.hasPrefix("socketpair 1:"): "14"
            case let line where line.hasPrefix("setsockopt"): isCounted ? "9" : "1"
            case let line where line.hasPrefix("socket"): "97"
            case let line where line.hasPrefix("clone3"): "38"
            default: "1"
            }
          #expect(line.hasSuffix(": \(expected)"), "\(line)")
        }
        #expect(result.lines.count == 39)
      }

      /// The reader's own session keyring, as Kerberos and others use it.
      @Test(.enabled(if: SessionKeyring.isToBeHad, "no keyctl here")) func keysOfTheReaderAreNotToBeRead() throws {
        let reader = try Reader(.own)
        let script = "keyctl add user learn:secret TOP-SECRET @s >/dev/null && exec \"$@\""
        let learn = try LearnCommand.executable().path
        let result = try reader.learn.start(
          ["session", "-", "/bin/sh", "-c", script, "sh", learn, "run", "calls", "--lesson", "escape"],
          program: URL(filePath: "/usr/bin/keyctl")
        ).result()
        #expect(result.output.contains("keyctl: 1\n"), "\(result.errors)")
        #expect(result.output.contains("request_key: 1\n"))
      }
    #endif

    @Test(arguments: Account.available) func whereTheReadersFilesAreIsNotToBeSeen(account: Account) throws {
      let reader = try Reader(account)
      let result = try reader.run("look")
      #expect(result.status == 0, "\(result.errors)")
      let names = [reader.learn.home.url, reader.course.folder.url].map(\.lastPathComponent) + ["learn-end-to-end"]
      for name in names {
        let lines = result.lines.filter { $0.contains(name) }
        #expect(lines == [], "\(name)")
      }
    }

    @Test(arguments: Account.available) func noFileThatRunsAsTheReaderStays(account: Account) throws {
      let reader = try Reader(account)
      let result = try reader.run("set-user-id")
      #expect(result.output.contains("-rwsr-xr-x"), "\(result.output)\(result.errors)")
      for file in try reader.leftovers() {
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect((mode ?? 0) & 0o6000 == 0, "\(file.path)")
        if file.lastPathComponent == "trainings", !file.hasDirectoryPath {
          #expect(mode == 0o600 || mode == 0o700, "\(file.path)")
        }
      }
    }

    /// What a cell may keep is limited by the system: by blocks, not by what a file says of its size.
    @Test(arguments: Account.available) func roomIsLimitedByTheSystem(account: Account) throws {
      let reader = try Reader(account)
      for cell in ["blocks", "unlinked", "hidden", "others", "link", "pipe"] {
        let result = try reader.run(cell)
        #expect(
          result.status == 0 || result.errors.contains("it wrote files of more than"), "\(cell): \(result.errors)")
        if ["unlinked", "hidden"].contains(cell) {
          #expect(
            result.output.contains("No space left") || result.output.contains("no room"), "\(cell): \(result.output)")
        }
        for file in try reader.leftovers() {
          var status = stat()
          #expect(lstat(file.path, &status) == 0)
          let type = status.st_mode & S_IFMT
          #expect(type == S_IFREG || type == S_IFDIR, "\(cell): \(file.path)")
          #expect(status.st_blocks < (140 << 20) / 512, "\(cell): \(file.path)")
          #expect(
            status.st_mode & 0o077 == 0 || file.path.hasPrefix(reader.learn.home.url.path), "\(cell): \(file.path)")
        }
        #expect(try !reader.leftovers().contains { $0.lastPathComponent == "h" || $0.lastPathComponent == "r" })
      }
    }

    @Test(arguments: Account.available) func manyFilesAreTooMuchRoom(account: Account) throws {
      let reader = try Reader(account)
      for cell in ["many-files", "nested"] {
        let result = try reader.run(cell)
        #expect(result.status == 70)
        #expect(
          result.errors.contains("the cell was stopped: it made more than 10000 files\n"), "\(cell): \(result.errors)")
      }
      // What they left would have slowed down this one.
      #expect(try reader.run("look").status == 0)
    }

    /// The bundled course's trainings stay, whatever another course's cell does.
    @Test(arguments: Account.available) func trainingsOfOtherCoursesStay(account: Account) throws {
      let reader = try Reader(account)
      // From a folder without a course.
      let place = try TemporaryFolder()
      let bundled = try LearnCommand(in: place.url, as: account)
      let result = try bundled.run("run", "cell", "1.1")
      try #require(result.status == 0, "\(result.errors)")
      let kept = try reader.leftovers().filter { $0.lastPathComponent == "trainings" && !$0.path.contains("course.") }
      try #require(!kept.isEmpty)
      #expect(try reader.run("others").status == 0)
      #expect(try reader.run("link").status == 0)
      for file in kept { #expect(FileManager.default.fileExists(atPath: file.path)) }
    }

    /// Each of the processes is below the limit; together they are above.
    @Test(arguments: Account.available) func memoryIsLimitedForAllProcesses(account: Account) throws {
      let result = try Reader(account).run("family")
      #expect(result.status == 70)
      #expect(result.errors.contains("it asked for more than 2 GiB of memory"), "\(result.errors)")
    }

    /// It has told the kernel not to end with its parent.
    @Test(arguments: Account.available, [SIGKILL, SIGTERM, SIGINT, SIGHUP])
    func aCellEndsWithTheCommandWhateverEndsIt(account: Account, signal: Int32) throws {
      let reader = try Reader(account)
      let seed = "\(8_100 + signal)\(account == .own ? 1 : 2)"
      let running = try reader.learn.start(["run", "stays", "--lesson", "escape", "--seed", seed, "--json"])
      try running.wait(for: "before")
      kill(running.process.processIdentifier, signal)
      running.process.waitUntilExit()
      try LearnCommand.expectNoProcess(running: "seed=\(seed)")
    }
  }

  enum SessionKeyring {
    static let isToBeHad = FileManager.default.isExecutableFile(atPath: "/usr/bin/keyctl")
  }
#endif
