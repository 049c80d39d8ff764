import Course
import Testing

@testable import Cells

@Suite struct CellProgramTests {
  /// For each line of the program, the file and line that `#sourceLocation` gives it.
  func places(_ source: String) throws -> [(text: String, place: String)] {
    var file = "main.swift", line = 1
    return try source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, text in
      defer { line += 1 }
      if text.hasPrefix("#sourceLocation(") {
        if text == "#sourceLocation()" {
          (file, line) = ("main.swift", index + 1)
        } else {
          let match = try #require(text.wholeMatch(of: /#sourceLocation\(file: "(.*)", line: ([0-9]+)\)/))
          file = String(match.1)
          line = try #require(Int(match.2)) - 1
        }
        return (String(text), "")
      }
      return (String(text), "\(file):\(line)")
    }
  }

  let load = Cell(number: 1, id: "load", file: "Lessons/a.md", firstLine: 20, code: "let a = 1\n\nlet b = 2\n")
  let show = Cell(number: 2, id: "show", file: "Lessons/a.md", firstLine: 31, code: "text(\"x\")")

  @Test func everyLineHasTheLessonsNumber() throws {
    let places = try places(CellProgram(show, needing: [load]).source)
    func place(_ text: String) -> String? { places.first { $0.text == text }?.place }
    #expect(place("let a = 1") == "Lessons/a.md:20")
    #expect(place("let b = 2") == "Lessons/a.md:22")
    #expect(place("text(\"x\")") == "Lessons/a.md:31")
    // What was added does not pass for the lesson's.
    for (text, place) in places
    where text.hasPrefix("beginCell") || text.hasPrefix("finishCell") || text.hasPrefix("import") {
      #expect(place.hasPrefix("main.swift:"), "\(text)")
    }
  }

  @Test func cellsBeginInTheirOrderAndTheLastOneFinishes() {
    let lines = CellProgram(show, needing: [load]).source.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasPrefix("beginCell") } == [#"beginCell("load")"#, #"beginCell("show")"#])
    #expect(lines.last == "finishCell()")
    #expect(lines.count { $0 == "finishCell()" } == 1)
    for module in ["Display", "Generative"] { #expect(lines.contains("import \(module)")) }
  }
}
