#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// Where no sandbox can be made, cells run with limits alone, and the learner is told once.
  @Suite struct SandboxTests {
    /// A command that finds the compiler, and in place of bubblewrap nothing, or a program that fails.
    func command(bubblewrap: String?) throws -> LearnCommand {
      var command = try LearnCommand(in: CellTests.cells)
      let path = command.environment["PATH"] ?? ""
      let compiler = try #require(
        path.split(separator: ":").map { URL(filePath: $0 + "/swiftc") }.first {
          FileManager.default.isExecutableFile(atPath: $0.path)
        })
      let folder = command.home.url.appending(path: "bin", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(at: folder.appending(path: "swiftc"), withDestinationURL: compiler)
      if let bubblewrap {
        let file = try command.home.create("bin/bwrap", bubblewrap)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
      }
      command.environment["PATH"] = folder.path
      return command
    }

    @Test(arguments: [
      (nil, "`bwrap` is not installed"), ("#!/bin/sh\nexit 1\n", "the system does not let a sandbox be made"),
    ]) func withoutASandboxCellsRunAndTheLearnerIsToldOnce(bubblewrap: String?, reason: String) throws {
      let command = try command(bubblewrap: bubblewrap)
      let first = try command.run("run", "figures"), second = try command.run("run", "figures")
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.errors.hasPrefix("warning: cells run without a sandbox, with limits alone: "))
      #expect(first.errors.contains("since \(reason)\nhelp: "), "\(first.errors)")
      #expect(first.output.hasSuffix("no end of line\n"))
      #expect(second.status == 0)
      #expect(second.errors == "")
      #expect(try command.run("doctor").output.contains("! sandbox"))
    }

    /// Limits and lines hold all the same.
    @Test func withoutASandboxLimitsHold() throws {
      let command = try command(bubblewrap: nil)
      #expect(try command.run("run", "endless").errors.contains("it was still running beyond its limit of 1 s"))
      #expect(try command.run("run", "flood", "--json").errors.contains("it wrote a text of more than 256 KiB"))
      #expect(try command.run("run", "crash").errors.hasPrefix("Lessons/cells.md:36: error: the cell stopped here: "))
      #expect(try command.run("run", "leaves").errors.contains("ended itself with status 3"))
    }

    /// Many files, of which none is too large.
    @Test func withoutASandboxTheScratchFolderIsLimited() throws {
      let result = try command(bubblewrap: nil).run("run", "hoard")
      #expect(result.status == 70)
      #expect(result.errors.contains("the cell was stopped: it wrote files of more than 64 MiB"), "\(result.errors)")
    }

    /// One before 0.8 knows neither of these options, and its folders in memory are as large as they become.
    @Test(.enabled(if: LearnCommand.hasSandbox, "bubblewrap is not installed, or not allowed"))
    func anOldBubblewrapsScratchFolderIsLimited() throws {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let tool = try #require(
        path.split(separator: ":").map { "\($0)/bwrap" }.first { FileManager.default.isExecutableFile(atPath: $0) })
      let old = """
        #!/bin/sh
        tr '\\0' '\\n' </proc/self/fd/$2 | grep -q -x -e --size -e --disable-userns && exit 1
        exec \(tool) "$@"

        """
      let command = try command(bubblewrap: old)
      try #require(try command.run("doctor").output.contains("✓ sandbox"))
      let result = try command.run("run", "hoard")
      #expect(result.status == 70)
      #expect(result.errors.contains("the cell was stopped: it wrote files of more than 64 MiB"), "\(result.errors)")
      #expect(try command.run("run", "film").status == 0)
    }

    @Test func anOldCompilerIsToldOfBeforeAnythingIsCompiled() throws {
      let command = try command(bubblewrap: nil)
      try FileManager.default.removeItem(at: command.home.url.appending(path: "bin/swiftc"))
      for (version, sentence) in [
        ("5.10.1", "is version 5.10.1; cells need 6.3 or newer\nhelp: install Swift"),
        ("6.2.4", "is version 6.2.4; cells need 6.3 or newer\nhelp: install Swift"),
      ] {
        let answer = #"{"compilerVersion": "Swift version \#(version) (x)", "paths": {"runtimeResourcePath": "/"}}"#
        let file = try command.home.create("bin/swiftc", "#!/bin/sh\necho '\(answer)'\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let result = try command.run("run", "figures")
        #expect(result.status == 69)
        #expect(result.errors.hasPrefix("error: the Swift compiler \(file.path) \(sentence)"), "\(result.errors)")
      }
      let file = try command.home.create("bin/swiftc", "#!/bin/sh\necho 'no such \u{1B}thing' >&2\nexit 1\n")
      let result = try command.run("run", "figures")
      #expect(result.status == 69)
      #expect(
        result.errors.hasPrefix("error: the Swift compiler \(file.path) does not work: no such ␛thing\nhelp: "),
        "\(result.errors)")
    }
  }
#endif
