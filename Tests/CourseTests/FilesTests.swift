import Testing

@testable import Course

/// What a relative path in a file of the course leads to.
@Suite struct FilesTests {
  @Test(
    arguments: [
      ("pictures/two-clouds.svg", "Lessons/pictures/two-clouds.svg"), ("../Lessons/./a.md", "Lessons/a.md"),
      ("../a", "a"), ("../../a", nil), ("../../Sound/Lessons/a.md", nil),
    ] as [(String, String?)]) func pathsAreThoseFromTheFile(path: String, expected: String?)
  {
    #expect(Fixture.sound.path(to: path, from: "Lessons/01-first.md") == expected)
  }
}
