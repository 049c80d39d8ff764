import Foundation
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
}
