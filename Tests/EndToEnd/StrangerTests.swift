import Foundation
import TestSupport
import Testing

/// A course from a stranger that nobody has trusted: its words stay words, and files beside it stay unread.
@Suite struct StrangerTests {
  let course: TemporaryFolder
  let command: LearnCommand

  init() throws {
    course = try TemporaryFolder()
    try course.create(
      "Lessons/course.yml", #"title: "Evil \e]0;title\a""# + "\npromise: \"\\e[2J\"\nlessons: [odd.md]\n")
    try course.create(
      "Lessons/odd.md",
      """
      ---
      id: odd
      title: "Odd \\e[31m"
      summary: Odd.
      outcomes: [See it]
      reading: 1
      practice: 1
      difficulty: core
      ---
      ## Words \u{1B}]0;heading\u{7}

      A paragraph \u{1B}[2Jwith `code \u{9B}31m` in it.

      ```swift
      //| id: error
      #error("\\u{1B}]0;compiler\\u{7}\\u{1B}[2J")
      ```

      ```swift
      //| id: elsewhere
      #sourceLocation(file: "\(course.url.path)/../\(course.url.lastPathComponent)-secret", line: 1)
      let number: Int = ""
      #sourceLocation()
      ```
      """)
    command = try LearnCommand(in: course.url, trusting: false)
  }

  @Test(arguments: [["list"], ["next"], ["read", "odd"], ["check", "--cells"], ["course", "list"], ["quiz"], []])
  func nothingSteersTheTerminal(arguments: [String]) throws {
    let result = try command.start(arguments).result()
    let text = result.output + result.errors
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }, "\(text)")
    if ["list", "read", "check"].contains(arguments.first) { #expect(text.contains("␛"), "\(text)") }
  }

  /// An excerpt is of the course, whatever file a cell names.
  @Test func anExcerptIsOfTheCourseAlone() throws {
    let secret = course.url.deletingLastPathComponent().appending(path: course.url.lastPathComponent + "-secret")
    try Data("password\n".utf8).write(to: secret)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: secret) } }
    let result = try command.run("check", "--cells")
    #expect(result.errors.contains("-secret:1:"), "\(result.errors)")
    #expect(!result.errors.contains("password"), "\(result.errors)")
  }

  /// Versions of the learner's own and films are kept for each course: one whose lesson and cell are called as those of
  /// another has no part in it.
  @Test func coursesWithTheSameNamesAreApart() throws {
    let twin = try TemporaryFolder()
    try twin.create("Lessons/course.yml", "title: Twin\npromise: The same names.\nlessons: [twin.md]\n")
    try twin.create(
      "Lessons/twin.md",
      """
      ---
      id: judge-or-maker
      title: Twin
      summary: Twin.
      outcomes: [See it]
      reading: 1
      practice: 1
      difficulty: core
      ---
      ## Cells

      ```swift
      //| id: judge
      print("a stranger's")
      ```
      """)
    try twin.create("edit.sh", "#!/bin/sh\necho 'print(\"more\")' >> \"$1\"\n")
    var stranger = try LearnCommand(in: twin.url, trusting: false)
    stranger.environment["EDITOR"] = "/bin/sh \(twin.url.path)/edit.sh"
    let edited = try stranger.run("edit", "judge", input: "n\n")
    #expect(edited.status == 0, "\(edited.errors)")
    #expect(try stranger.run("diff", "judge").output.contains("+print(\"more\")"))

    var bundled = stranger
    bundled.folder = LearnCommand.project
    let difference = try bundled.run("diff", "judge", "--lesson", "judge-or-maker")
    #expect(difference.output.contains("is the lesson’s own") || difference.output.contains("is the lesson's own"))
    #expect(try stranger.run("course", "trust").status == 0)
    #expect(try stranger.run("run", "judge").output.contains("more"))
    let film = try bundled.run("replay", "judge", "--lesson", "judge-or-maker")
    #expect(!film.output.contains("stranger"), "\(film.output)")
    // A command to be typed says of which course it is.
    let elsewhere = try bundled.run("edit", "judge", "--course", twin.url.path, input: "n\n")
    #expect(elsewhere.output.contains("`learn run 1.1 --course \(twin.url.path)` runs it"), "\(elsewhere)")
  }
}
