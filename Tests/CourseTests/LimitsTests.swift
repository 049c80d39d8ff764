import Foundation
import Messages
import Testing

@testable import Course

/// What a course may hold at most is read; one more of it is told.
@Suite struct LimitsTests {
  private func problems(_ text: String) -> [String] {
    CourseReader.exercises(in: text).problems.map { $0.kind.message }
  }

  private func tooMany(_ things: String, _ limit: Int) -> [String] { ["there are more than \(limit) \(things) here"] }

  private func list(_ count: Int, _ marker: String) -> String {
    (0..<count).map { "\(marker) item \($0)\n" }.joined()
  }

  @Test func gaps() {
    func text(_ count: Int) -> String {
      "## Cloze: a {#x}\n\n" + (0..<count).map { "**w\($0)**" }.joined(separator: " ") + "\n"
    }
    #expect(problems(text(100)) == [])
    #expect(problems(text(101)) == tooMany("gaps", 100))
  }

  @Test func items() {
    #expect(problems("## Order: a {#x}\n\n" + list(1_000, "1.")) == [])
    #expect(problems("## Order: a {#x}\n\n" + list(1_001, "1.")) == tooMany("items", 1_000))
    #expect(problems("## Choose: a {#x}\n\n- [x] right\n" + list(999, "- [ ]")) == [])
    #expect(problems("## Choose: a {#x}\n\n- [x] right\n" + list(1_000, "- [ ]")) == tooMany("options", 1_000))
    #expect(problems("## Sort: a {#x}\n\n### A\n\n" + list(999, "-") + "\n### B\n\n- b\n") == [])
    #expect(problems("## Sort: a {#x}\n\n### A\n\n" + list(1_000, "-") + "\n### B\n\n- b\n") == tooMany("items", 1_000))
  }

  @Test func buckets() {
    func text(_ count: Int) -> String {
      "## Sort: a {#x}\n\n" + (0..<count).map { "### B\($0)\n\n- b\($0)\n\n" }.joined()
    }
    #expect(problems(text(50)) == [])
    #expect(problems(text(51)) == tooMany("buckets", 50))
  }

  @Test func linesOfAListing() {
    func text(_ lines: Int, _ strangers: Int) -> String {
      "## Parsons: a {#x}\n\n```swift\n" + (0..<lines).map { "let x\($0) = 1\n" }.joined() + "```\n\n"
        + (0..<strangers).map { "- [ ] `let y\($0) = 1`\n" }.joined()
    }
    #expect(problems(text(900, 100)) == [])
    #expect(problems(text(900, 101)) == tooMany("lines", 1_000))
    #expect(problems(text(1_001, 0)) == tooMany("lines", 1_000))
  }

  /// Names of buckets are shown with each item, too.
  @Test func whatIsAsked() {
    // The line end counts as the space that it is.
    let longest = String(repeating: "words ", count: 8_333)
    #expect(problems("## Order: a {#x}\n\n\(longest)\n\n1. a\n2. b\n") == [])
    let longer = tooMany("bytes in the question", 50_000)
    #expect(problems("## Order: a {#x}\n\n\(longest)more\n\n1. a\n2. b\n") == longer)
    #expect(problems("## Order: a {#x}\n\n> Hint: \(longest)more\n\n1. a\n2. b\n") == longer)
    #expect(problems("## Sort: a {#x}\n\n### A \(longest)more\n\n- a\n\n### B\n\n- b\n") == longer)
  }

  @Test func cells() throws {
    func text(_ count: Int) -> String {
      (0..<count).map { "```swift\n//| id: c\($0)\nlet x = 1\n```\n\n" }.joined()
    }
    func course(_ count: Int) throws -> Course {
      try Fixture.read(Fixture.files(["Lessons/a.md": Fixture.lesson(id: "a", text(count))]))
    }
    #expect(try course(1_000).problems == [])
    let tooMany = try course(1_010)
    #expect(tooMany.problems.map(\.text) == ["Lessons/a.md:5012:1: there are more than 1000 cells here"])
    #expect(tooMany.lessons[0].cells.count == 1_000)
  }

  @Test func lessons() throws {
    func course(_ count: Int) throws -> Course {
      let names = (0..<count).map { "l\($0).md" }
      var files: [String: String?] = [
        "Lessons/course.yml": "title: T\npromise: P.\nlessons: [\(names.joined(separator: ", "))]\n"
      ]
      for (number, name) in names.enumerated() { files["Lessons/" + name] = Fixture.lesson(id: "l\(number)") }
      return try Fixture.read(Fixture.files(files))
    }
    #expect(try course(1_000).problems == [])
    let tooMany = try course(1_001)
    #expect(tooMany.problems.map(\.text) == ["Lessons/course.yml: there are more than 1000 lessons here"])
    #expect(tooMany.lessons.count == 1_000)
  }

  @Test func linesOfSourceFiles() throws {
    let slice = String(repeating: "let x = 1 // 16\n", count: 1 << 15)
    func course(_ count: Int) throws -> Course {
      try Fixture.read(
        Fixture.files([
          "Lessons/a.md": Fixture.lesson(
            id: "a", String(repeating: "<!-- source: Sources/A.swift#x -->\n\n", count: count)),
          "Sources/A.swift": "// snippet.x\n\(slice)// snippet.end\n",
        ]))
    }
    #expect(try course(8).problems == [])
    #expect(try course(9).problems.map(\.text) == ["Lessons/a.md:28:1: `Sources/A.swift` has more than 4 MiB"])
  }

  @Test func bytesOfATextAndOfAll() throws {
    func course(_ sizes: [Int]) throws -> Course {
      let names = sizes.indices.map { "l\($0).md" }
      var files: [String: String?] = [
        "Lessons/course.yml": "title: T\npromise: P.\nlessons: [\(names.joined(separator: ", "))]\n"
      ]
      for (number, name) in names.enumerated() {
        let lesson = Fixture.lesson(id: "l\(number)")
        files["Lessons/" + name] = lesson + String(repeating: "w", count: sizes[number] - lesson.utf8.count)
      }
      return try Fixture.read(Fixture.files(files))
    }
    #expect(try course([1 << 20, 1 << 20, 1 << 20, 1 << 20]).problems == [])
    #expect(try course([1 << 20 + 1]).problems.map(\.text) == ["Lessons/l0.md: `Lessons/l0.md` has more than 1 MiB"])
    let tooMuch = try course([1 << 20, 1 << 20, 1 << 20, 1 << 20, 1_000]).problems
    #expect(
      tooMuch.map(\.kind) == [.tooMany("bytes in the lessons and exercises of a course", limit: 4 << 20)])
  }

  /// A file that is there a hundred times is read once.
  @Test func lessonsThatAreNamedAgain() throws {
    let names = String(repeating: "a.md, ", count: 900) + "../Lessons/a.md"
    let course = try Fixture.read(
      Fixture.files(["Lessons/course.yml": "title: T\npromise: P.\nlessons: [\(names)]\n"]))
    #expect(course.problems.map(\.kind) == [.lessonNamedTwice("Lessons/a.md")])
    #expect(course.lessons.count == 1)
  }

  /// Only as many as will be told are compared with all names.
  @Test func suggestionsAreForThoseThatAreTold() throws {
    let links = String(repeating: "[x](lesson:ba)\n", count: 60)
    let course = try Fixture.read(Fixture.files(["Lessons/a.md": Fixture.lesson(id: "ab", links)]))
    #expect(course.problems.count == 60)
    let helped = course.problems.filter { $0.kind.help == "did you mean `ab`?" }
    #expect(helped.count == 50)
  }

  @Test func aParagraphIsNoName() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.closest(to: long, in: [long + "b", "a"]) == nil)
    #expect(Suggestion.closest(to: "alpah", in: [long, "beta", "alpha", "gamma"]) == "alpha")
  }
}
