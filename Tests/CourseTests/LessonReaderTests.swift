import Markup
import Testing

@testable import Course

/// The sound course of `Tests/Fixtures`, read.
@Suite struct LessonReaderTests {
  let course = Fixture.sound
  let lesson = Fixture.sound.lessons[0]

  func section(_ identifier: String) throws -> Section {
    try #require(lesson.sections.first { $0.identifier == identifier })
  }

  @Test func course_yml() {
    #expect(course.title == "A small course")
    #expect(course.promise == "Everything that a course may hold, once.")
    #expect(course.language == "en")
    #expect(course.licence == "CC BY 4.0")
    #expect(course.authors == ["Ada", "Émilie"])
    #expect(course.lessons.map(\.id) == ["first", "second"])
    #expect(course.lessons.map(\.number) == [1, 2])
    #expect(course.lessons.map(\.file) == ["Lessons/01-first.md", "Lessons/02-second.md"])
    #expect(
      course.glossary == [
        "latent-space": GlossaryTerm(
          id: "latent-space", name: "Latent space",
          definition: "Where a model keeps the compact form of what it saw.")
      ])
  }

  @Test func frontMatter() {
    #expect(lesson.title == "The first lesson")
    #expect(lesson.summary.hasPrefix("A sentence"))
    #expect(lesson.outcomes.count == 2)
    #expect(lesson.readingMinutes == 8)
    #expect(lesson.practiceMinutes == 15)
    #expect(lesson.difficulty == .introPlus)
    #expect(lesson.prerequisites == [])
    #expect(course.lessons[1].prerequisites == ["first"])
    #expect(course.lessons[1].difficulty == .synthesis)
  }

  @Test func sectionsBeginAtHeadingsOfLevelTwo() {
    #expect(
      lesson.sections.map(\.identifier) == [
        "", "words-and-what-they-look-like", "mathematics", "cells", "tabs-time-notes",
      ])
    #expect(
      lesson.sections.map(\.title.plainText)
        == ["", "Words and what they look like", "Mathematics", "Cells", "Tabs, time, notes"])
    #expect(lesson.footnotes.count == 2)
    #expect(course.lessons[1].sections.map(\.identifier) == ["notes"])
  }

  @Test func cellsHaveTheirOptionsAndLines() throws {
    #expect(lesson.cells.map(\.id) == ["load", "shift", "show", "fails"])
    #expect(lesson.cells.map(\.number) == [1, 2, 3, 4])
    #expect(lesson.cells.map(\.needs) == [[], ["load"], ["shift"], []])
    #expect(lesson.cells.map(\.seed) == [7, 0, 0, 0])
    #expect(lesson.cells.map(\.secondsAllowed) == [60, 60, 20, 60])
    #expect(lesson.cells.map(\.expectsError) == [false, false, false, true])
    #expect(lesson.cells[0].code == "let numbers = (1...4).map { Float($0) }\n")
    // The line on which the code stands in the file.
    var problems: [Problem] = []
    let text = try #require(CourseReader.text(of: "Lessons/01-first.md", in: course.files, &problems))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for cell in lesson.cells {
      #expect(lines[cell.firstLine - 1] == cell.code.split(separator: "\n")[0])
      #expect(cell.file == "Lessons/01-first.md")
    }
  }

  @Test func aBlockWithoutAnIDIsAnIllustration() throws {
    let parts = try section("cells").parts
    #expect(parts.count { if case .cell = $0 { true } else { false } } == 4)
    guard case .block(let block) = parts[0], case .codeBlock(let code) = block.kind else {
      Issue.record("no illustration")
      return
    }
    #expect(code.literal.hasPrefix("// An illustration"))
  }

  @Test func whatACellNeedsRunsInTheOrderOfTheLesson() throws {
    #expect(lesson.needed(by: lesson.cells[0]) == [])
    #expect(lesson.needed(by: lesson.cells[1]).map(\.id) == ["load"])
    #expect(lesson.needed(by: lesson.cells[2]).map(\.id) == ["load", "shift"])
    #expect(lesson.needed(by: lesson.cells[3]) == [])

    var diamond = lesson
    func cell(_ number: Int, _ id: String, _ needs: [String]) -> Cell {
      Cell(number: number, id: id, file: "f", firstLine: 1, code: "", needs: needs)
    }
    diamond.cells = [
      cell(1, "a", []), cell(2, "b", ["a"]), cell(3, "other", []), cell(4, "c", ["a"]), cell(5, "d", ["c", "b", "b"]),
      cell(6, "later", ["a"]),
    ]
    #expect(diamond.needed(by: diamond.cells[4]).map(\.id) == ["a", "b", "c"])
  }

  @Test func tabsTimelineAndNotes() throws {
    let parts = try section("tabs-time-notes").parts
    guard case .tabs(let tabs) = parts[0], case .timeline(let list) = parts[1] else {
      Issue.record("no tabs, no timeline: \(parts)")
      return
    }
    #expect(tabs.map(\.title.plainText) == ["One", "Two"])
    #expect(tabs.map(\.blocks.count) == [1, 1])
    #expect(list.items.count == 2)
    let notes = parts.compactMap { part -> Section.Note? in if case .note(let note) = part { note } else { nil } }
    #expect(notes.map(\.kind) == [.note, .tip, .important, .warning, .caution, .misconception])
    #expect(notes.map(\.blocks.count) == [1, 1, 1, 1, 1, 2])
    #expect(notes[1].blocks.plainText == "A tip.")
  }

  @Test func lessonsAndCellsHaveNames() throws {
    for name in ["1", "first", "01-first.md", "Lessons/01-first.md", "fi"] {
      #expect(try course.lesson(named: name).id == "first", "\(name)")
    }
    #expect(throws: UnknownName(kind: .lesson, name: "frist", known: ["first", "second"], suggestion: "first")) {
      try course.lesson(named: "frist")
    }
    for name in ["3", "0", ""] {
      #expect(throws: UnknownName(kind: .lesson, name: name, known: ["first", "second"])) {
        try course.lesson(named: name)
      }
    }
    #expect(try lesson.cell(named: "2").id == "shift")
    #expect(try lesson.cell(named: "shift").number == 2)
    let known = ["1 (load)", "2 (shift)", "3 (show)", "4 (fails)"]
    #expect(throws: UnknownName(kind: .cell, name: "laod", known: known, suggestion: "load")) {
      try lesson.cell(named: "laod")
    }
    #expect(throws: UnknownName(kind: .cell, name: "5", known: known)) { try lesson.cell(named: "5") }
  }
}
