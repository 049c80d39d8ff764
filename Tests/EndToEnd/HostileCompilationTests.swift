#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// A compiler reads what a stranger wrote: it works in the sandbox, and ends with the command.
  @Suite(.serialized, .enabled(if: LearnCommand.hasSandbox, "bubblewrap is not installed, or not allowed"))
  struct HostileCompilationTests {
    /// A lesson whose first cell hands flags to the linker through its object file, as Swift's driver takes them.
    static func lesson(flags: [String]) -> String {
      let bytes = Array(flags.map { $0 + "\0" }.joined().utf8)
      let type = "(" + bytes.map { _ in "UInt8" }.joined(separator: ", ") + ")"
      let value = "(" + bytes.map { "\($0)" }.joined(separator: ", ") + ")"
      return """
        ---
        id: flags
        title: Flags
        summary: They reach the linker.
        outcomes: [See them ignored]
        reading: 1
        practice: 1
        difficulty: core
        ---

        ```swift
        //| id: flags
        @section(".swift1_autolink_entries") @used private let flags: \(type) = \(value)
        text("ran")
        ```

        """
    }

    @Test(arguments: Account.available, [true, false]) func flagsForTheLinkerAreData(
      account: Account, isTrusted: Bool
    ) throws {
      let files = try TemporaryFolder()
      try account.own(files.url)
      let map = files.url.appending(path: "map"), program = files.url.appending(path: "linker")
      try files.create("linker", "#!/bin/sh\ntouch \(files.url.path)/PWNED\n")
      chmod(program.path, 0o755)
      for flags in [
        ["-Wl,-Map=\(map.path)"], ["--ld-path=\(program.path)"], ["-Wl,-o,\(map.path)"], ["@\(program.path)"],
      ] {
        let course = try HostileCourse(
          as: account, lessons: ["flags.md": Self.lesson(flags: flags)], isTrusted: isTrusted)
        let result =
          isTrusted
          ? try course.learn.run("run", "flags", "--lesson", "flags") : try course.learn.run("check", "--cells")
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.url.path) == ["linker"], "\(flags)")
        // A linker leaves such sections out, and so misses what the code reads of them.
        #expect(result.status != 0, "\(flags): \(result.output)")
      }
    }

    /// Where no sandbox works, not even a compiler works for a course that is not trusted.
    @Test func withoutASandboxCheckingCellsAsksForTrust() throws {
      let files = try TemporaryFolder()
      let course = try HostileCourse(lessons: ["flags.md": Self.lesson(flags: ["-Wl,-Map=/x"])], isTrusted: false)
      var learn = course.learn
      let path = learn.environment["PATH"] ?? ""
      let compiler = try #require(
        path.split(separator: ":").map { "\($0)/swiftc" }.first { FileManager.default.isExecutableFile(atPath: $0) })
      try FileManager.default.createSymbolicLink(
        atPath: files.url.appending(path: "swiftc").path, withDestinationPath: compiler)
      learn.environment["PATH"] = files.url.path
      let result = try learn.run("check", "--cells")
      #expect(result.status == 77, "\(result.output)\(result.errors)")
      #expect(result.errors.contains("nothing was run"), "\(result.errors)")
      #expect(
        result.errors.contains("help: look at what they do with `learn course cells`, then say `learn course trust`"),
        "\(result.errors)")
    }

    @Test(arguments: Account.available, [SIGKILL, SIGTERM, SIGINT, SIGHUP])
    func theCompilerEndsWithTheCommandWhateverEndsIt(account: Account, signal: Int32) throws {
      let course = try HostileCourse(as: account)
      // One that is made for this course alone, so that its compiler can be told from others.
      let file = course.folder.url.appending(path: "Lessons/compiler.md")
      let word = "own\(UUID().uuidString.prefix(8))"
      try course.folder.create(
        "Lessons/compiler.md", String(contentsOf: file, encoding: .utf8).replacing("print(", with: "let \(word) = ("))
      let running = try course.learn.start(["run", "doubling", "--lesson", "compiler"])
      var compilers: [String] = []
      for _ in 0..<600 where compilers.isEmpty {
        Thread.sleep(forTimeInterval: 0.05)
        compilers = try Self.descendants(of: running.process.processIdentifier).filter {
          $0.hasSuffix("/swift-frontend")
        }
      }
      try #require(!compilers.isEmpty, "no compiler has begun")
      let group = try Self.processes(below: running.process.processIdentifier)
      kill(running.process.processIdentifier, signal)
      running.process.waitUntilExit()
      for _ in 0..<100 where group.contains(where: { kill($0, 0) == 0 }) { Thread.sleep(forTimeInterval: 0.05) }
      #expect(group.filter { kill($0, 0) == 0 } == [], "processes were left behind")
    }

    static func processes(below root: pid_t) throws -> [pid_t] {
      var found: [pid_t] = [], waiting = [root]
      while let process = waiting.popLast() {
        for thread in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? [] {
          let file = "/proc/\(process)/task/\(thread)/children"
          let children = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
          let numbers = children.split(separator: " ").compactMap { pid_t($0) }
          found += numbers
          waiting += numbers
        }
      }
      return found
    }

    /// What the descendants of a process are.
    static func descendants(of root: pid_t) throws -> [String] {
      try processes(below: root).compactMap {
        FileManager.default.contents(atPath: "/proc/\($0)/cmdline").map { line in
          String(decoding: line.prefix { $0 != 0 }, as: UTF8.self)
        }
      }
    }
  }
#endif
