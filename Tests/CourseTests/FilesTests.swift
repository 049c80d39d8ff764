import Foundation
import Testing

@testable import Course

/// What a relative path in a file of the course leads to.
@Suite struct FilesTests {
  let course = Fixture.sound

  @Test(
    arguments: [
      ("pictures/two-clouds.svg", "Lessons/pictures/two-clouds.svg"), ("../Lessons/./a.md", "Lessons/a.md"),
      ("../a", "a"), ("../../a", nil), ("../../Sound/Lessons/a.md", nil),
    ] as [(String, String?)]) func pathsAreThoseFromTheFile(path: String, expected: String?)
  {
    #expect(course.path(to: path, from: "Lessons/01-first.md") == expected)
  }

  @Test func filesAreTheCoursesOwn() {
    #expect(course.file(at: "Lessons/pictures/two-clouds.svg")?.lastPathComponent == "two-clouds.svg")
    #expect(course.file(at: "Lessons/pictures/none.svg") == nil)
    #expect(course.file(at: "Lessons/pictures") == nil, "a folder is no file")
    #expect(course.file(at: "../crash-report.txt") == nil)
  }
}
