import Foundation
import TestSupport
import Testing

/// What an author is told.
@Suite struct FaultyCourseTests {
  func course(_ lesson: String, exercises: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.create("Lessons/course.yml", "title: T\npromise: P.\nlessons: [a.md]\n")
    try folder.create(
      "Lessons/a.md",
      "---\nid: a\ntitle: T\nsummary: S.\noutcomes: [O]\nreading: 1\npractice: 1\ndifficulty: core\n---\n\n" + lesson)
    if let exercises { try folder.create("Exercises/a.md", exercises) }
    return folder
  }

  @Test(arguments: ["next", "quiz", "build-site"]) func aFaultIsShownInItsLine(command: String) throws {
    let folder = try course("See [the other](lesson:ab).\n\n- \u{1F642} $`\\apha`$\n")
    let result = try LearnCommand(in: folder.url).run(command)
    #expect(result.status == 65)
    #expect(result.output == "")
    #expect(
      result.errors == """
        Lessons/a.md:11:5: error: no lesson is called `ab`
          See [the other](lesson:ab).
              ^
        help: did you mean `a`?

        Lessons/a.md:13:10: error: formulas here have no command `\\apha`
          - \u{1F642} $`\\apha`$
                 ^
        help: did you mean `\\alpha`?

        """)
  }

  @Test func aFaultInTheExercisesIsToldToo() throws {
    let folder = try course("Text.\n", exercises: "## Choose: a {#x}\n\n- [ ] a\n- [ ] b\n")
    let result = try LearnCommand(in: folder.url).run("quiz")
    #expect(result.status == 65)
    #expect(
      result.errors.hasPrefix("Exercises/a.md:1:1: error: no option is marked as right\n  ## Choose: a {#x}\n  ^\n"))
  }

  @Test func aCourseFileThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    try folder.create("Lessons/course.yml", "title: \"T\nlessons: [a.md]\n")
    let result = try LearnCommand(in: folder.url).run("list")
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("Lessons/course.yml:"), "\(result.errors)")
    #expect(result.errors.contains("the YAML cannot be read"))
  }
}
