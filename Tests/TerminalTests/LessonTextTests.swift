import Course
import TestSupport
import Testing

@testable import Terminal

/// The lessons of the fixture course as a reader sees them.
@Suite struct LessonTextTests {
  static let widths = [60, 80]

  func lines(_ lesson: Lesson, width: Int, _ commands: ShownCommands = ShownCommands()) -> [Line] {
    let text = LessonText(lesson, width: width, commands: commands)
    var lines = text.head
    for section in lesson.sections { lines += ["", ""] + text.lines(section) }
    return text.footnotes.isEmpty ? lines : lines + ["", ""] + text.footnotes
  }

  @Test(arguments: widths) func looksAsExpected(width: Int) throws {
    for lesson in Fixture.course.lessons {
      let text = lines(lesson, width: width).map { $0.rendered(.none) + "\n" }.joined()
      try Fixture.compare(text, "\(lesson.id)-\(width).txt")
    }
  }

  @Test func everyExpectedFileIsMade() throws {
    let made = Fixture.course.lessons.flatMap { lesson in Self.widths.map { "\(lesson.id)-\($0).txt" } }
    let runs = ["run-80.txt", "run-200.txt"]
    #expect(try Fixture.expectedFiles() == (made + runs).sorted())
  }

  /// Code is never cut, for that would be other code; everything else fits.
  @Test(arguments: [40, 50, 60, 61, 80, 84]) func nothingButCodeIsWiderThanTheScreen(width: Int) {
    for lesson in Fixture.course.lessons {
      let code = lesson.cells.flatMap { CodeText.lines($0.code) }.map { "┃ " + $0.plain }
      for line in lines(lesson, width: width) where line.width > width {
        #expect(code.contains(line.plain), "\(line.width) columns: \(line.plain)")
      }
    }
  }

  /// Where a command must name the lesson and the course, all of them do, and none makes a line too wide.
  @Test(arguments: [40, 80]) func headsOfCellsNameTheLesson(width: Int) throws {
    let lesson = try #require(Fixture.course.lessons.first { !$0.cells.isEmpty })
    let lines = lines(lesson, width: width, ShownCommands(lesson: 12, course: " --course stories"))
    let words = lines.map(\.plain).joined(separator: " ").split(separator: " ").joined(separator: " ")
    for cell in lesson.cells {
      let head = "Cell \(cell.number) · \(cell.id) learn run 12.\(cell.number) --course stories"
      #expect(words.contains(head))
    }
    for line in lines where line.plain.contains("learn run 12.") {
      #expect(line.width <= width)
    }
  }

  @Test(
    arguments: [
      ("learn run cell 2", "learn run 4.2 --course a"), ("learn run 2", "learn run 4.2 --course a"),
      ("learn explore cell map < points", "learn explore 4.map --course a < points"),
      ("learn run cell 1 --set t=60", "learn run 4.1 --course a --set t=60"),
      ("learn reset cell 1 --lesson 2", "learn reset 1 --course a --lesson 2"),
      ("learn diff cell 2.1", "learn diff 2.1 --course a"), ("learn run cell", "learn run cell"),
      ("--set t=60", "--set t=60"), ("learn next", "learn next"), ("relearn run cell 2", "relearn run cell 2"),
    ]) func commandsInTheTextNameTheLesson(shown: String, completed: String) throws
  {
    #expect(ShownCommands().completed(shown) == shown)
    let commands = ShownCommands(lesson: 4, course: " --course a")
    for text in ["`\(shown)`", "- **`\(shown)`**", "> `\(shown)`", "| a |\n|---|\n| `\(shown)` |"] {
      let lines = BlockText(width: 120, commands: commands).lines(Fixture.blocks(text)).map(\.plain)
      #expect(lines.contains { $0.hasSuffix(completed) }, "\(lines)")
    }
  }

  /// Every word of a lesson is there, whatever the width.
  @Test func noWordIsLost() {
    let lesson = Fixture.course.lessons[0]
    func letters(_ width: Int) -> [Character] {
      lines(lesson, width: width).map(\.plain).joined().filter { $0.isLetter || $0.isNumber }.sorted()
    }
    for width in [30, 47, 80] { #expect(letters(width) == letters(200), "width \(width)") }
  }

  @Test(arguments: [Screen.Colours.none, .palette, .full]) func sequencesStandOnlyWhereThereAreColours(
    colours: Screen.Colours
  ) {
    let text = lines(Fixture.course.lessons[0], width: 80).map { $0.rendered(colours) }.joined(separator: "\n")
    #expect(text.contains("\u{1B}") == (colours != .none))
    // What is switched on is switched off again on the same line.
    for line in text.split(separator: "\n") {
      let on = line.matches(of: /\u{1B}\[[0-9;]*[1-9][0-9;]*m/).count
      #expect(on == line.matches(of: /\u{1B}\[0m/).count, "\(line)")
    }
  }
}
