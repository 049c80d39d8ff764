import Testing

@testable import Course

/// Every fault that a course can have is found, at its place, and told with what to do about it.
@Suite struct ProblemTests {
  @Test func theCoursesThatFaultsAreAddedToHaveNone() throws {
    #expect(try Fixture.read(Fixture.files()).problems == [])
    #expect(Fixture.sound.problems == [])
  }

  @Test(arguments: ProblemKind.allCases) func isFoundAtItsPlace(kind: ProblemKind) throws {
    let faulty = FaultyCourse.with(kind)
    let course = try Fixture.read(faulty.files)
    #expect(course.problems.map(\.text) == faulty.problems)
    #expect(course.problems.map { ProblemKind($0.kind) } == [kind])
    #expect(course.problems.map(\.kind.help) == [faulty.help])
  }

  @Test(arguments: [
    ("title: []\npromise: P.\nlessons: [a.md]\n", "Lessons/course.yml:1:8: `title` cannot be `…`"),
    ("title: T\npromise: P.\nlessons: a.md\n", "Lessons/course.yml:3:10: `lessons` cannot be `a.md`"),
    ("- a\n- b\n", "Lessons/course.yml:1:1: the YAML cannot be read: it is not a list of `key: value`"),
    (
      "title: T\npromise: P.\nlessons: [a.md]\nglossary:\n  x:\n    name: X\n",
      "Lessons/course.yml: `definition` is missing"
    ),
    (
      "title: T\npromise: P.\nlessons: [a.md]\nglossary:\n  x: y\n", "Lessons/course.yml:5:3: `glossary` cannot be `x`"
    ),
    ("title: T\npromise: P.\nlessons: [a.md, none.md]\n", "Lessons/none.md: there is no file `Lessons/none.md`"),
  ]) func courseFiles(yaml: String, problem: String) throws {
    #expect(try Fixture.read(Fixture.files(["Lessons/course.yml": yaml])).problems.map(\.text).contains(problem))
  }

  /// Lessons and exercises are two files: an id may stand in neither of them twice.
  @Test func theSameExerciseInTwoLessons() throws {
    let course = try Fixture.read(
      Fixture.files([
        "Lessons/course.yml": "title: T\npromise: P.\nlessons: [a.md, b.md]\n", "Lessons/b.md": Fixture.lesson(id: "b"),
        "Exercises/b.md": "## Cards: words {#words}\n\n### Front\n\nBack.\n",
      ]))
    #expect(course.problems.map(\.text) == ["Exercises/b.md:1:1: the exercise id `words` is already used on line 1"])
  }

  /// An id becomes part of a Swift program and the name of a file.
  @Test(arguments: [#"a"b"#, "a/b", "a b", "../x", "a\\(1)"]) func idsHaveLettersDigitsAndHyphens(id: String) throws {
    let cell = "```swift\n//| id: \(id)\nlet x = 1\n```\n"
    let inCell = try Fixture.read(Fixture.files(["Lessons/a.md": Fixture.lesson(id: "a", cell)]))
    #expect(inCell.problems.map(\.text) == ["Lessons/a.md:13:1: `id` cannot be `\(id)`"])
    let inLesson = try Fixture.read(Fixture.files(["Lessons/a.md": Fixture.lesson(id: "'\(id)'")]))
    #expect(inLesson.problems.map(\.text) == ["Lessons/a.md:2:5: `id` cannot be `\(id)`"])
  }

  /// Links are followed wherever they stand.
  @Test(arguments: [
    "## [x](lesson:none)\n", "- [x](lesson:none)\n", "> [x](lesson:none)\n", "> [!NOTE]\n> [x](lesson:none)\n",
    "<!-- tabs -->\n\n### A\n\n[x](lesson:none)\n\n<!-- /tabs -->\n", "| a |\n|---|\n| [x](lesson:none) |\n",
    "<!-- tabs -->\n\n### [x](lesson:none)\n\nText.\n\n<!-- /tabs -->\n",
    "<!-- timeline -->\n\n- [x](lesson:none)\n\n<!-- /timeline -->\n", "a[^1]\n\n[^1]: [x](lesson:none)\n",
    "**[x](lesson:none)**\n",
  ]) func linksInLessons(text: String) throws {
    let course = try Fixture.read(Fixture.files(["Lessons/a.md": Fixture.lesson(id: "a", text)]))
    #expect(course.problems.map(\.kind) == [.unknownLink(scheme: "lesson", target: "none", suggestion: nil)])
  }

  @Test(arguments: [
    "## Order: [x](lesson:none) {#x}\n\n1. a\n2. b\n", "## Order: a {#x}\n\n[x](lesson:none)\n\n1. a\n2. b\n",
    "## Order: a {#x}\n\n> Hint: [x](lesson:none)\n\n1. a\n2. b\n", "## Order: a {#x}\n\n1. [x](lesson:none)\n2. b\n",
    "## Order: a {#x}\n\n1. a\n   > [x](lesson:none)\n2. b\n",
    "## Sort: a {#x}\n\n### A\n\n- [x](lesson:none)\n\n### B\n\n- b\n",
    "## Sort: a {#x}\n\n### [x](lesson:none)\n\n- a\n\n### B\n\n- b\n",
    "## Choose: a {#x}\n\n- [x] [x](lesson:none)\n- [ ] b\n", "## Cards: a {#x}\n\n### [x](lesson:none)\n\nBack.\n",
    "## Cards: a {#x}\n\n### Front\n\n[x](lesson:none)\n", "## Number: a {#x}\n\nanswer: `1`\n\n> [x](lesson:none)\n",
  ]) func linksInExercises(text: String) throws {
    let course = try Fixture.read(Fixture.files(["Exercises/a.md": text]))
    #expect(course.problems.map(\.kind) == [.unknownLink(scheme: "lesson", target: "none", suggestion: nil)])
  }
}
