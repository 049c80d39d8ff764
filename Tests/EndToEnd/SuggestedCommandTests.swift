import Foundation
import Messages
import TestSupport
import Testing

/// Commands that learn suggests, given to a shell as they stand: each means the same folder or file, whatever it is called.
@Suite struct SuggestedCommandTests {
  static let names = [
    "it's; touch pwned & $(touch pwned) `touch pwned`", "two  \"blanks\" ", "line\nfeed\n", "ü日本\u{202E}\u{200B}\t%s",
    "-x",
    "--always",
  ]

  /// The folder in which `learn` is typed is one in it, and nothing else happens there.
  let place: TemporaryFolder
  let command: LearnCommand

  init() throws {
    place = try TemporaryFolder()
    try place.create("bin/about")
    try FileManager.default.createSymbolicLink(
      at: place.url.appending(path: "bin/learn"), withDestinationURL: LearnCommand.executable())
    var command = try LearnCommand()
    command.folder = place.url.appending(path: "here", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: command.folder, withIntermediateDirectories: true)
    command.environment["PATH"] = "\(place.url.path)/bin:" + (command.environment["PATH"] ?? "")
    self.command = command
  }

  /// A course of one cell in a folder of this name.
  func course(named name: String) throws -> String {
    let folder = "courses/\(name)/Lessons"
    try place.create("\(folder)/course.yml", "title: Named\npromise: A name.\nlessons: [one.md]\n")
    let lesson = """
      ---
      id: one
      title: One
      summary: One.
      outcomes: [See it]
      reading: 1
      practice: 1
      difficulty: core
      ---
      ## Cells

      ```swift
      //| id: first
      text("first")
      ```
      """
    try place.create("\(folder)/one.md", lesson)
    return place.url.path + "/courses/" + name
  }

  func shell(_ line: String) throws -> LearnCommand.Result {
    let result = try command.start(["-c", line], program: URL(filePath: "/bin/sh")).result()
    #expect(try !FileManager.default.contentsOfDirectory(atPath: command.folder.path).contains("pwned"), "\(line)")
    return result
  }

  /// What stands in the text from `before` to `after`.
  func part(of text: String, from before: String, to after: String) throws -> String {
    let start = try #require(text.range(of: before), "no “\(before)” in \(text)").upperBound
    let end = try #require(text.range(of: after, range: start..<text.endIndex), "no “\(after)” in \(text)").lowerBound
    return String(text[start..<end])
  }

  @Test(arguments: names) func trustInAFolder(name: String) throws {
    let refused = try command.run("run", "first", "--course", try course(named: name))
    #expect(refused.status == 77, "\(refused.errors)")
    let look = try part(of: refused.errors, from: "with `", to: "`, then say")
    #expect(try shell(look).output.contains("text(\"first\")"), "\(look)")
    let trust = try part(of: refused.errors, from: "then say `", to: "`; if you write")
    #expect(try shell(trust).output.hasSuffix("until they change.\n"), "\(trust)")
    #expect(try command.run("course").output.contains("1 lesson · trusted\n"), "\(trust)")
    let always = try part(of: refused.errors, from: "yourself, `", to: "`\n")
    #expect(try shell(always).output.contains("also when they change"), "\(always)")
    #expect(try command.run("course").output.contains("always trusted\n"), "\(always)")
  }

  @Test(arguments: names) func anAddedCourse(name: String) throws {
    let folder = try course(named: name)
    func commands(_ said: LearnCommand.Result) throws -> [String] {
      #expect(said.status == 0, "\(said.errors)")
      return [
        try part(of: said.output, from: "\n\n", to: "   show its lessons\n"),
        try part(of: said.output, from: "its lessons\n", to: "   show what its cells do\n"),
        try part(of: said.output, from: "its cells do\n", to: "   let its cells run"),
      ]
    }
    let lines = try commands(try command.run("course", "add", folder))
    #expect(try shell(lines[0]).output.hasPrefix("Named\n"), "\(lines)")
    #expect(try shell(lines[1]).output.contains("text(\"first\")"), "\(lines)")
    #expect(try shell(lines[2]).status == 0, "\(lines)")
    #expect(try command.run("course").output.contains("1 lesson · trusted\n"), "\(lines)")

    // Where a course of that name lies in the folder, or another one was added, the name alone would mean that one.
    var there = command
    there.folder = URL(filePath: try course(named: name + "/decoy/" + name)).deletingLastPathComponent()
    let near = try commands(try there.run("course", "add", folder))
    #expect(near[0].contains("courses/"), "\(near)")
    let far = try commands(try command.run("course", "add", there.folder.path + "/" + name))
    #expect(far[0].contains("decoy/"), "\(far)")
    #expect(try shell(far[0]).output.hasPrefix("Named\n"))
  }

  @Test(arguments: names) func aBackup(name: String) throws {
    let backup = try command.run("progress", "backup", "--", name)
    #expect(backup.status == 0, "\(backup.errors)")
    let line = "learn progress restore " + (try part(of: backup.output, from: "learn progress restore ", to: "\n"))
    let restored = try shell(line)
    #expect(restored.status == 0, "\(line): \(restored.errors)")
    #expect(restored.output.hasPrefix("Your progress is that of "))
  }

  /// Words about the course stand in many sentences.
  @Test(arguments: ["-x", "it's; touch pwned  "]) func theCourseThatWasNamed(name: String) throws {
    let folder = try course(named: name)
    #expect(try command.run("course", "trust", folder).status == 0)
    var there = command
    there.folder = place.url.appending(path: "courses")
    let read = try there.run("read", "one", "--course=" + name)
    let words = try part(of: read.output, from: "learn run 1.1", to: "\n┃")
    #expect(try shell("cd ../courses && learn run 1.1" + words).output == "first\n", "\(words)")
  }

  /// One shell for all.
  @Test func everyWordIsOne() throws {
    var words =
      Self.names + [
        "", "plain", "a;b", "a&b|c>d<e", "back\\slash", "*", "~", "~root", "#no", "ümläut", "e\u{301}", "\n", "\n\n",
        "a\n\nb\n\n", "\r",
        "\u{1B}[31m", "\u{7F}", "!!", "a!b\t", "100%s%n", "=ls", "a=b", "{a,b}", " lead", "trail ", "a\u{A0}b",
        "می\u{200C}خواهم",
        "👩\u{200D}💻", "'", "''", "\"", "$HOME", "$((1))", "\\n", "[a-z]", "(x)", "if", "a\u{FEFF}", "\u{3000}", "%",
        "\\", "C:\\x",
      ]
    for scalar in 1..<128 { words.append("x\(Unicode.Scalar(UInt8(scalar)))y") }
    let script = words.map { "printf '%s\\0' \(Shell.word($0))\n" }.joined()
    let result = try shell(script)
    #expect(result.errors == "")
    let said = result.output.split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(said.count == words.count)
    for (word, said) in zip(words, said) { #expect(Array(word.utf8) == Array(said.utf8), "\(Shell.word(word))") }
    // And whoever reads it sees what it is.
    #expect(script.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(Shell.word("/home/jürgen/日本-1.0_a") == "/home/jürgen/日本-1.0_a")
    #expect(Shell.path("-x") == "./-x" && Shell.option("--course", "-x y") == " --course='-x y'")
  }
}
