import Foundation

@testable import Course

/// Courses that hold more than can be read in good time, or what is none of theirs.
extension FaultyCourse {
  static func withTooMuch(_ kind: ProblemKind) -> FaultyCourse {
    switch kind {
    case .hiddenFile:
      return lesson(
        "See [it](.notes.txt).", "12:5: `.notes.txt` is hidden: a name on its path begins with a point",
        help: "give it another name: hidden files are not published")
    case .tooLarge:
      var files = Fixture.files()
      files["Lessons/a.md"] = Data(count: CourseLimits.text + 1)
      return FaultyCourse(
        files, ["Lessons/a.md: `Lessons/a.md` has more than 1 MiB"], help: "cut it into smaller parts")
    case .tooMany:
      let gaps = (0...CourseLimits.gaps).map { "**w\($0)**" }.joined(separator: " ")
      return exercises(
        "## Cloze: a {#x}\n\n\(gaps)", "1:1: there are more than 100 gaps here", help: "cut it into smaller parts")
    case .lessonNamedTwice:
      return FaultyCourse(
        Fixture.files(["Lessons/course.yml": "title: T\npromise: P.\nlessons: [a.md, ./a.md, a.md]\n"]),
        ["Lessons/a.md: course.yml names `Lessons/a.md` twice"], help: "name it once under `lessons:`")
    case .tooManyColumns:
      let head = String(repeating: "|a", count: 501), rule = String(repeating: "|-", count: 501)
      return lesson("\(head)\n\(rule)", "12:1: this table has more than 500 columns", help: "cut it into smaller parts")
    case .tooManyCells:
      let head = String(repeating: "a|", count: 400), rule = String(repeating: "-|", count: 400)
      return lesson(
        "\(head)\n\(rule)\n" + String(repeating: "a\n", count: 2_500),
        "2506:1: the tables up to here have more than 1000000 cells", help: "cut it into smaller parts")
    case .tooMuchTextBeforeTables:
      return lesson(
        String(repeating: "a\n", count: 40_000) + "|-|",
        "40012:1: there is too much text right in front of this line of hyphens",
        help: "put a blank line in front of a table")
    default:
      return lesson(
        "Text.\n\n[a]: b.md '\(String(repeating: "t", count: 100_000))'\n\n" + String(repeating: "[a] ", count: 3_000),
        "14:1: what is defined here for links is too long to be repeated in each of them",
        help: "put the addresses into the links themselves: `[words](address)`")
    }
  }
}
