import Course
import Foundation
import Testing

@testable import Exchange

/// What stands beside a deck or a package.
@Suite struct CardHTMLTests {
  /// A course may be a stranger's, and a deck is made to be given away.
  @Test(arguments: ["apkg", "zip"]) func onlyTheCoursesOwnFilesArePacked(format: String) throws {
    let course = try ExchangeCourse()
    let secret = course.folder.appendingPathExtension("txt")
    try Data("the learner's own words".utf8).write(to: secret)
    defer { do { try FileManager.default.removeItem(at: secret) } catch { print("left behind: \(secret.path)") } }
    try Data("a dot".utf8).write(to: course.folder.appending(path: "Exercises/dot.png"))
    try FileManager.default.createSymbolicLink(
      at: course.folder.appending(path: "Exercises/link.txt"), withDestinationURL: secret)
    let edited = try course.edited(
      """
      ## Choose: which? {#which}

      ![above](../../\(secret.lastPathComponent)) ![linked](link.txt) ![inside](dot.png)

      - [x] this
      - [ ] that

      """)
    #expect(
      edited.problems.map(\.kind) == [.fileOutside("../../\(secret.lastPathComponent)"), .fileOutside("link.txt")])
    let file = course.folder.appending(path: "out.\(format)")
    if format == "apkg" {
      try AnkiPackage(course: edited, lessons: edited.lessons, progress: nil, now: course.now).write(to: file)
    } else {
      try QTIPackage(course: edited, lessons: edited.lessons).write(to: file)
    }
    // Files as short as these are stored as they are.
    let bytes = try Data(contentsOf: file)
    #expect(bytes.range(of: Data("the learner's own words".utf8)) == nil)
    #expect(bytes.range(of: Data("a dot".utf8)) != nil)
    let exercise = try #require(edited.lessons[0].exercises.first)
    let html = CardHTML(course: edited, file: exercise.file, media: Media(edited)).question(exercise)
    #expect(html.contains("<p>above linked <img src=\"learn-"), "\(html)")
  }

  /// A file's name is the author's, and a card is a page.
  @Test(arguments: [
    ("a.png", ".png"), ("a.PNG", ".png"), ("a.png\"onerror=\"alert(1)", ""), ("a.<b>", ""), ("a", ""), ("a.ü", ""),
    ("a.abcdefghi", ""),
  ]) func aNameIsNoHTML(name: String, suffix: String) throws {
    let course = try ExchangeCourse()
    try Data("a dot".utf8).write(to: course.folder.appending(path: "Exercises/\(name)"))
    let media = Media(try course.edited("## Order: a {#a}\n\n1. a\n2. b\n"))
    let taken = try #require(media.add("Exercises/\(name)"))
    #expect(taken.wholeMatch(of: /learn-[0-9a-f]{20}(.*)/)?.1 == suffix[...])
  }
}
