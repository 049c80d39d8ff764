import Foundation
import TestSupport
import Testing

/// Data sets of the learner's own: added, listed, read by a cell, removed.
@Suite struct DataTests {
  /// A lesson with one cell that reads the set `points`, and goes on without it.
  func course() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.create("Lessons/course.yml", "title: Data\npromise: A cell reads a file.\nlessons: [reading.md]\n")
    let lesson = """
      ---
      id: reading
      title: Reading
      summary: A cell reads a file.
      outcomes: [Read a file]
      reading: 1
      practice: 1
      difficulty: intro
      ---
      # Reading

      ```swift
      //| id: read
      let file = data("points", "points.csv")
      text("\\(file.map { $0.count } ?? -1) bytes")
      for (set, name) in [("..", "progress.sqlite"), ("points", "../points/points.csv"), ("points", "."), ("no", "x")] {
        text(data(set, name) == nil ? "nothing" : "something")
      }
      ```

      """
    try folder.create("Lessons/reading.md", lesson)
    return folder
  }

  @Test func aCellReadsWhatWasAdded() throws {
    let course = try course()
    let command = try LearnCommand(in: course.url)
    let file = try course.create("points.csv", "1,2\n3,4\n")
    func said() throws -> [String] {
      let result = try command.run("run", "cell", "1")
      #expect(result.status == 0, "\(result.errors)")
      return result.lines
    }
    #expect(try said().prefix(5) == ["-1 bytes", "nothing", "nothing", "nothing", "nothing"])
    let added = try command.run("data", "add", "points", file.path)
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.lines.last == #"  data("points", "points.csv")"#)
    #expect(try said().prefix(5) == ["8 bytes", "nothing", "nothing", "nothing", "nothing"])
    #expect(try command.run("data", "list").output.contains("points.csv  csv, 8 bytes\n"))
    #expect(try command.run("data", "remove", "points").status == 0)
    #expect(try said().first == "-1 bytes")
  }

  @Test func nothingIsFetchedUnasked() throws {
    let command = try LearnCommand()
    let list = try command.run("data")
    #expect(list.status == 0)
    #expect(list.output.contains("learn data fetch mnist  brings it, about 12 MB\n"))
    #expect(!FileManager.default.fileExists(atPath: command.home.url.path + "/.local/share/learn/data"))
  }

  @Test func mistakesAreTold() throws {
    var command = try LearnCommand()
    let table = try command.home.create("t.csv", "1,2\n3,x\n")
    for (arguments, status, sentence) in [
      (["add", "own"], Int32(64), "error: name the files to add\n"),
      (["add", "../own", table.path], 64, "error: a data set cannot be called “../own”\n"),
      (["add", "own", table.path], 65, "error: t.csv: Line 2, column 2: not a number.\n"),
      (["add", "own", "absent.csv"], 66, "absent.csv: No such file or directory\n"),
      (["remove", "own"], 66, "error: no data set is called own\nhelp: there is none yet\n"),
      (["fetch", "mnits"], 66, "error: no data set is called mnits\nhelp: did you mean mnist?\n"),
      (["fetch", "mnist", "--from", "ftp://x/"], 64, "error: “ftp://x/” is no address to fetch from\n"),
    ] {
      let result = try command.start(["data"] + arguments).result()
      #expect(result.status == status, "\(arguments)")
      #expect(result.output.isEmpty, "\(arguments)")
      #expect(result.errors.contains(sentence), "\(arguments): \(result.errors)")
    }
    command.environment["PATH"] = command.home.url.path
    let result = try command.run("data", "fetch", "mnist", "--from", "http://127.0.0.1/")
    #expect(result.status == 69)
    #expect(result.output.contains("licence  copyright Y. LeCun and C. Cortes, CC BY-SA 3.0\n"))
    #expect(result.errors.hasPrefix("error: there is no `curl` on the search path"))
  }

  /// What curl is asked for is asked for here alone: no settings of the reader's have a say.
  @Test func curlHearsNobodyElse() throws {
    var command = try LearnCommand()
    let tools = try TemporaryFolder()
    let curl = try tools.create("curl", "#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(tools.url.path)/words'\nexit 7\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: curl.path)
    command.environment["PATH"] = tools.url.path + ":/usr/bin:/bin"
    func words(_ arguments: String...) throws -> [String] {
      let result = try command.start(["data", "fetch"] + arguments).result()
      #expect(result.status == 69, "\(result.errors)")
      #expect(result.output.contains("http: whoever is on the way") == (arguments.count > 1), "\(result.output)")
      return try String(contentsOf: tools.url.appending(path: "words"), encoding: .utf8).split(separator: "\n")
        .map(String.init)
    }
    let own = try words("pride-and-prejudice")
    #expect(own.first == "--disable")
    for option in ["--proto", "--proto-redir"] {
      let index = try #require(own.firstIndex(of: option))
      #expect(own[index + 1] == "=https")
    }
    let plain = try words("mnist", "--from", "http://127.0.0.1:9/")
    #expect(plain.contains("=https,http"))
    let list = try command.run("data", "fetch", "pride-and-prejudice").output
    #expect(list.contains("has no checksum"), "\(list)")
  }

  #if os(Linux)
    /// A file of 1 MB that inflates to 1 GB: 200 MB are enough to refuse it.
    @Test(arguments: ["bomb.csv", "bomb.txt", "bomb-idx3-ubyte"]) func aBombTakesNoMemory(name: String) throws {
      let command = try LearnCommand()
      let files = try TemporaryFolder()
      let make =
        "head -c 67108864 /dev/zero | tr '\\0' '\\n' | gzip -9 > one; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; "
        + "do cat one; done > \(name).gz"
      func shell(_ line: String) throws -> LearnCommand.Result {
        try command.start(["-c", "cd '\(files.url.path)' && " + line], program: URL(filePath: "/bin/sh")).result()
      }
      #expect(try shell(make).status == 0)
      let learn = try LearnCommand.executable().path
      let result = try shell("ulimit -d 204800 && '\(learn)' data add bomb \(name).gz")
      #expect(result.status == 65, "\(result.errors)")
      #expect(result.errors.contains("inflates to more than 256 MB"), "\(result.errors)")
      let data = command.home.url.appending(path: ".local/share/learn/data")
      #expect(try FileManager.default.contentsOfDirectory(atPath: data.path) == [])
      // One that is not too large is read to its end.
      #expect(
        try shell("cat one one > half.txt.gz && ulimit -d 204800 && '\(learn)' data add half half.txt.gz").status == 65)
    }
  #endif
}
