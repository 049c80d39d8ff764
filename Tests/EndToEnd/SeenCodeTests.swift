import Foundation
import TestSupport
import Testing

/// What the cells of a stranger's course do can be seen before they are trusted: all of it, and as it is.
@Suite struct SeenCodeTests {
  let course: TemporaryFolder
  let command: LearnCommand

  init() throws {
    course = try TemporaryFolder()
    try course.create("Lessons/course.yml", "title: Odd\npromise: A promise.\nlessons: [odd.md]\n")
    try course.create(
      "Lessons/odd.md",
      """
      ---
      id: odd
      title: Odd
      summary: Odd.
      outcomes: [See it]
      reading: 1
      practice: 1
      difficulty: core
      ---
      ## Words

      Salam: می\u{200C}خواهم, क्\u{200D}ष, ❤\u{FE0F}, 👩\u{200D}💻, 1\u{FE0F}\u{20E3}, שלום\u{200F}!

      Zero\u{200B}width, `co\u{200B}de`, pay\u{200D}pal, mark\u{200E}, alone \u{FE0F}\u{FE0F}, [here](https://a.org/\u{200D}b).

      ```swift
      //| id: seen
      //| seconds: 7
      //| hide
      let secret = "what is not shown"
      //| show
      let is\u{200B}Admin = "\u{2066}no\u{2069}\u{200D}\u{FEFF}\u{E0041}\u{3164}\u{AD}"
      ```
      """)
    try course.create(
      "Exercises/odd.md",
      """
      ## Predict: how many? {#many}

      How many?

      ```swift
      //| id: own
      //| hide
      let exercised = 1
      //| show
      metric("n", Float(exercised))
      ```

      answer: `n ± 0.1` of [the cell](cell:own)
      """)
    command = try LearnCommand(in: course.url, trusting: false)
  }

  /// All that nobody sees; in running text some of them are needed.
  static let invisible: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
    0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xE0000...0xE0FFF,
  ]

  func invisible(in text: some StringProtocol) -> [String] {
    text.unicodeScalars.filter { scalar in Self.invisible.contains { $0.contains(scalar.value) } }
      .map { String($0.value, radix: 16) }
  }

  @Test func codeIsShownWholeUntilItIsTrusted() throws {
    for arguments in [["read", "odd"], ["next"]] {
      let before = try command.start(arguments).result()
      #expect(before.output.contains("what is not shown"), "\(before.output)")
    }
    #expect(try command.run("course", "trust").status == 0)
    #expect(try !command.run("read", "odd").output.contains("what is not shown"))
  }

  /// What the refusal says shows every cell, those of exercises too, with all that decides what they do.
  @Test func theRefusalNamesACommandThatShowsAll() throws {
    let refused = try command.run("run", "seen")
    #expect(refused.status == 77)
    #expect(refused.errors.contains("`learn course cells`"), "\(refused.errors)")
    let shown = try command.run("course", "cells")
    #expect(shown.status == 0, "\(shown.errors)")
    for part in [
      "what is not shown", "let exercised = 1", "metric(\"n\"", "7 s", "Lessons/odd.md:", "Exercises/odd.md:",
    ] {
      #expect(shown.output.contains(part), "no \(part) in \(shown.output)")
    }
    #expect(invisible(in: shown.output).isEmpty, "\(invisible(in: shown.output))")
    let elsewhere = try LearnCommand(in: LearnCommand.project, trusting: false)
    let other = try elsewhere.run("course", "cells", course.url.path)
    #expect(other.output == shown.output)
  }

  @Test func nothingInCodeIsInvisible() throws {
    let read = try command.run("read", "odd")
    let code = read.lines.filter { $0.hasPrefix("┃") }
    #expect(code.contains { $0.contains("let is�Admin = \"�no������\"") }, "\(code)")
    let words = try #require(read.lines.first { $0.hasPrefix("Salam") })
    for kept in ["می\u{200C}خواهم", "क्\u{200D}ष", "❤\u{FE0F}", "👩\u{200D}💻", "1\u{FE0F}\u{20E3}", "שלום\u{200F}!"] {
      #expect(read.output.contains(kept), "\(words)")
    }
    for shown in ["Zero�width", "co�de", "pay�pal", "mark�", "alone ��", "https://a.org/�b"] {
      #expect(read.output.contains(shown), "\(shown): \(read.output)")
    }
    let checked = try command.run("check", "--cells")
    #expect(invisible(in: checked.errors).isEmpty, "\(checked.errors)")
  }

  @Test func aDifferenceShowsThem() throws {
    try course.create("edit.sh", "#!/bin/sh\nprintf 'let a\\342\\200\\213 = 1\\n' >> \"$1\"\n")
    var command = command
    command.environment["EDITOR"] = "/bin/sh \(course.url.path)/edit.sh"
    #expect(try command.run("edit", "seen", input: "n\n").status == 0)
    let difference = try command.run("diff", "seen").output
    #expect(difference.contains("+let a� = 1"), "\(difference)")
    #expect(invisible(in: difference).isEmpty)
  }

  /// A name that is two.
  @Test func anInvisibleCharacterIsNoPartOfAnId() throws {
    let lesson = try String(contentsOf: course.url.appending(path: "Lessons/odd.md"), encoding: .utf8)
    try course.create("Lessons/odd.md", lesson.replacing("id: seen", with: "id: se\u{200D}en"))
    let check = try command.run("check")
    #expect(check.status == 65)
    #expect(check.errors.contains("se�en"), "\(check.errors)")
  }
}
