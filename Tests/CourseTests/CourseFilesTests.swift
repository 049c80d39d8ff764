import Foundation
import Testing

@testable import Course

/// Whatever is read of a course lies in its folder.
@Suite struct CourseFilesTests {
  private func refusal(_ files: CourseFiles, _ path: String, limit: Int = 1_000) -> CourseFiles.Refusal? {
    do throws(CourseFiles.Refusal) {
      _ = try files.data(at: path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func filesOfTheCourseAreRead() throws {
    let folder = try CourseFolder()
    try folder.write("inside", to: "course/Lessons/pictures/a.txt")
    try folder.link("course/Lessons/b.txt", to: "pictures/a.txt")
    try folder.link("course/Lessons/c.txt", to: folder.url.appending(path: "Lessons/b.txt").path)
    try folder.link("course/more", to: "Lessons/pictures")
    try folder.write("", to: "course/empty.txt")
    for path in ["Lessons/pictures/a.txt", "Lessons/b.txt", "Lessons/c.txt", "more/a.txt", "more/../more//./a.txt"] {
      #expect(try folder.files.data(at: path) == Data("inside".utf8), "\(path)")
    }
    #expect(try folder.files.data(at: "empty.txt") == Data())
    #expect(try folder.files.names(in: "Lessons") == ["a.md", "b.txt", "c.txt", "course.yml", "pictures"])
  }

  /// `/tmp` is a link on some systems, and so may be a home.
  @Test func theFolderItselfMayBeReachedThroughLinks() throws {
    let folder = try CourseFolder()
    try folder.link("linked", to: "course")
    let linked = folder.root.appending(path: "linked", directoryHint: .isDirectory)
    #expect(CourseReader.read(linked).problems == [])
    try folder.write("inside", to: "course/.hidden/inner/a.txt")
    let inner = CourseFiles(folder.url.appending(path: ".hidden/inner"))
    #expect(try inner.data(at: "a.txt") == Data("inside".utf8), "what is hidden above the course is not its business")
  }

  @Test(
    arguments: [
      ("../private.txt", .outside), ("/etc/passwd", .outside), ("Lessons/../../private.txt", .outside),
      ("Lessons/../../course/Lessons/a.md", .outside), ("out.txt", .outside), ("deep/private.txt", .outside),
      ("absolute.txt", .outside), ("twice.txt", .outside), ("sibling.txt", .outside), ("device", .outside),
      (".git/config", .hidden), ("Lessons/.a.md", .hidden), ("seen.txt", .hidden), ("seen/config", .hidden),
      ("none.txt", .missing), ("dangling.txt", .missing), ("Lessons/a.md/b", .missing),
      ("Lessons/a.md\0.txt", .missing),
      ("Lessons", .folder), ("", .folder), (".", .folder), ("pipe", .special),
      ("large.bin", .tooLarge(limit: 1_000)),
    ] as [(String, CourseFiles.Refusal)]) func whatIsNoneOfTheCoursesIsRefused(
      path: String, expected: CourseFiles.Refusal
    ) throws
  {
    let folder = try CourseFolder()
    try folder.link("course/out.txt", to: "../private.txt")
    try folder.link("course/deep", to: "..")
    try folder.link("course/absolute.txt", to: folder.root.appending(path: "private.txt").path)
    try folder.link("course/twice.txt", to: "out.txt")
    try folder.write("sibling", to: "course-of-another/a.txt")
    try folder.link("course/sibling.txt", to: "../course-of-another/a.txt")
    try folder.link("course/device", to: "/dev/null")
    try folder.write("secret", to: "course/.git/config")
    try folder.write("secret", to: "course/Lessons/.a.md")
    try folder.link("course/seen.txt", to: ".git/config")
    try folder.link("course/seen", to: ".git")
    try folder.link("course/dangling.txt", to: "../none.txt")
    try folder.pipe("course/pipe")
    try folder.write(Data(count: 1_001), to: "course/large.bin")
    #expect(refusal(folder.files, path) == expected)
    #expect(folder.files.has(path) == (expected != .missing || path == "dangling.txt"))
  }

  @Test func linksInACircleAreTold() throws {
    let folder = try CourseFolder()
    try folder.link("course/a", to: "b")
    try folder.link("course/b", to: "a")
    guard case .unreadable(let reason)? = refusal(folder.files, "a") else {
      Issue.record("not refused")
      return
    }
    #expect(reason.contains("links"))
  }

  /// Two ways to write ü are two folders.
  @Test func namesAreCompared() throws {
    let folder = try CourseFolder()
    try folder.write("private", to: "j\u{75}\u{308}rgen/a.txt")
    try folder.write("inside", to: "j\u{FC}rgen/b.txt")
    try folder.link("j\u{FC}rgen/c.txt", to: folder.root.path + "/j\u{75}\u{308}rgen/a.txt")
    let files = CourseFiles(folder.root.appending(path: "j\u{FC}rgen"))
    #expect(try files.data(at: "b.txt") == Data("inside".utf8))
    #expect(refusal(files, "c.txt") == .outside)
  }

  @Test func aFileOfTheLargestSizeIsRead() throws {
    let folder = try CourseFolder()
    try folder.write(Data(count: 1_000), to: "course/a.bin")
    #expect(try folder.files.data(at: "a.bin", limit: 1_000).count == 1_000)
    try folder.files.check("a.bin", limit: 1_000)
    #expect(throws: CourseFiles.Refusal.tooLarge(limit: 999)) { try folder.files.check("a.bin", limit: 999) }
  }
}

/// A course says nothing of files that are none of its own.
@Suite struct PrivateFilesTests {
  /// The first line of the private file is no front matter, no YAML, no exercise: none of it may be told.
  @Test(
    arguments: [
      ("Lessons/a.md", "Lessons/a.md: `Lessons/a.md` leads out of the course"),
      ("Exercises/a.md", "Exercises/a.md: `Exercises/a.md` leads out of the course"),
      ("Lessons/course.yml", "Lessons/course.yml: `Lessons/course.yml` leads out of the course"),
    ]) func aFileThatIsALinkOutOfTheCourse(file: String, problem: String) throws
  {
    let folder = try CourseFolder()
    try folder.link("course/" + file, to: "../../private.txt")
    let problems = folder.course.problems
    #expect(problems.map(\.text).first == problem)
    #expect(problems.allSatisfy { $0.position == nil })
    #expect(problems.first?.kind.help.contains("copy the file into the course's folder") == true)
  }

  /// Exercises may be missing; a link to none is a mistake, and whatever is written there later would land elsewhere.
  @Test func exercisesThatAreALinkToNowhere() throws {
    let folder = try CourseFolder()
    try folder.link("course/Exercises/a.md", to: "../../none.md")
    #expect(folder.course.problems.map(\.text) == ["Exercises/a.md: there is no file `Exercises/a.md`"])
  }

  @Test(
    arguments: [
      ("../../private.txt", "Lessons/../../private.txt: `Lessons/../../private.txt` leads out of the course"),
      (".draft.md", "Lessons/.draft.md: `Lessons/.draft.md` is hidden: a name on its path begins with a point"),
      ("/etc/passwd", "Lessons/etc/passwd: there is no file `Lessons/etc/passwd`"),
      ("pipe", "Lessons/pipe: the file cannot be read: it is a pipe, a socket or a device"),
    ]) func aLessonThatIsNoneOfTheCourses(name: String, problem: String) throws
  {
    let folder = try CourseFolder(
      Fixture.files(["Lessons/course.yml": "title: T\npromise: P.\nlessons: [\(name)]\n", "Lessons/.draft.md": "D"]))
    try folder.pipe("course/Lessons/pipe")
    #expect(folder.course.problems.map(\.text) == [problem])
  }

  @Test(
    arguments: [
      ("![x](out.png)", "12:1: `out.png` leads out of the course"),
      ("![x](.out.png)", "12:1: `.out.png` is hidden: a name on its path begins with a point"),
      ("[x](../.git/config)", "12:1: `../.git/config` is hidden: a name on its path begins with a point"),
      ("[x](seen.txt)", "12:1: `seen.txt` is hidden: a name on its path begins with a point"),
      ("[x](../../private.txt)", "12:1: `../../private.txt` leads out of the course"),
      ("[x](pipe)", "12:1: the file cannot be read: it is a pipe, a socket or a device"),
      ("[x](../Lessons)", "12:1: there is no file `../Lessons`"),
    ]) func aLinkToWhatIsNoneOfTheCourses(text: String, problem: String) throws
  {
    let folder = try CourseFolder(
      Fixture.files([
        "Lessons/a.md": Fixture.lesson(id: "a", text + "\n"), "Lessons/.out.png": "P", ".git/config": "C",
      ]))
    try folder.link("course/Lessons/out.png", to: "../../private.txt")
    try folder.link("course/Lessons/seen.txt", to: "../.git/config")
    try folder.pipe("course/Lessons/pipe")
    #expect(folder.course.problems.map(\.text) == ["Lessons/a.md:" + problem])
  }

  /// Lines of a source file end up on a page, too.
  @Test func aSourceFileThatIsALinkOutOfTheCourse() throws {
    let text = Fixture.lesson(id: "a", "<!-- source: Sources/A.swift#loss -->\n")
    let folder = try CourseFolder(Fixture.files(["Lessons/a.md": text]))
    try folder.write("// snippet.loss\nprivate\n// snippet.end\n", to: "A.swift")
    try folder.link("course/Sources/A.swift", to: "../../A.swift")
    let course = folder.course
    #expect(course.problems.map(\.text) == ["Lessons/a.md:12:1: `Sources/A.swift` leads out of the course"])
    #expect(course.lessons[0].sections.flatMap(\.parts).isEmpty)
    // It is not looked for elsewhere, either: that would be another file than the one that is there.
    try folder.write("// snippet.loss\nother\n// snippet.end\n", to: "library/Sources/A.swift")
    let other = CourseReader.read(folder.url, sources: folder.root.appending(path: "library"))
    #expect(other.problems.map(\.text) == course.problems.map(\.text))
  }
}
