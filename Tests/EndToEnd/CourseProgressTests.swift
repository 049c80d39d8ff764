import Foundation
import Progress
import TestSupport
import Testing

/// Progress belongs to a course: what another calls its lessons and exercises, or itself, touches nothing.
@Suite struct CourseProgressTests {
  /// The bundled course's first lesson, by its names alone.
  enum Bundled {
    /// Its sorting exercise and its cards, word for word.
    static let exercises: String = {
      let file = LearnCommand.project.appending(path: "Exercises/01-judge-or-maker.md")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return "" }
      let sections = text.components(separatedBy: "\n## ").dropFirst()
      return sections.filter { $0.hasPrefix("Sort") || $0.hasPrefix("Cards") }.map { "## \($0)\n" }.joined(
        separator: "\n")
    }()
  }

  /// A course with the names of the bundled one's first lesson.
  func stranger(id: String? = nil, title: String = "Another course") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let fields = [
      "id: judge-or-maker", "title: T", "summary: S.", "outcomes: [A, B, C, D, E]", "reading: 1", "practice: 1",
      "difficulty: core",
    ]
    try name(folder, id, title)
    let sections = (1...5).map { "## Section \($0)\n\nText.\n" }.joined(separator: "\n")
    try folder.create("Lessons/a.md", (["---"] + fields + ["---", "", sections]).joined(separator: "\n"))
    try folder.create("Exercises/a.md", Bundled.exercises)
    return folder
  }

  func name(_ folder: TemporaryFolder, _ id: String?, _ title: String = "Another course") throws {
    try folder.create(
      "Lessons/course.yml", (id.map { "id: \($0)\n" } ?? "") + "title: \(title)\npromise: P.\nlessons: [a.md]\n")
  }

  /// The same learner in another folder.
  func moved(_ command: LearnCommand, to folder: URL) -> LearnCommand {
    var command = command
    command.folder = folder
    return command
  }

  /// How many of a course's answers count for it.
  func answers(_ command: LearnCommand) throws -> Int {
    struct Report: Decodable { var answers: Int }
    let result = try command.run("progress", "summary", "--json")
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8)).answers
  }

  @discardableResult
  func sort(_ command: LearnCommand, _ count: Int = 14) throws -> LearnCommand.Result {
    let result = try command.run("quiz", "--kind", "sort", input: String(repeating: "1\n", count: count))
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  @Test(arguments: [nil, "another", "generative-models"]) func aStrangersCourseTouchesNothing(id: String?) throws {
    let bundled = try LearnCommand()
    let course = try stranger(id: id)
    let stranger = moved(bundled, to: course.url)
    let said = try sort(stranger)
    #expect(said.errors.isEmpty == (id != "generative-models"), "\(said.errors)")
    #expect(try answers(stranger) == 14)
    #expect(try answers(bundled) == 0)
    #expect(try bundled.run("undo").output == "There is no answer to take back.\n")
    #expect(try bundled.run("progress").output.contains("0 of 35 answered"))
    try sort(bundled, 3)
    #expect(try stranger.run("undo").status == 0)
    #expect(try (answers(stranger), answers(bundled)) == (0, 3))
    #expect(try !bundled.run("undo", "--list").output.contains("left out"))
  }

  /// A course that calls itself as the bundled one does, and as another one.
  @Test func whoClaimsTheNameOfAnotherIsToldApart() throws {
    let bundled = try LearnCommand()
    try sort(bundled, 2)
    let (course, copy) = (try stranger(id: "mine"), try stranger(id: "mine"))
    let (first, second) = (moved(bundled, to: course.url), moved(bundled, to: copy.url))
    #expect(try sort(first, 4).errors.isEmpty)
    let told = try sort(second, 5)
    let path = copy.url.resolvingSymlinksInPath().path, other = course.url.resolvingSymlinksInPath().path
    let warning = """
      warning: this course calls itself `mine`, as the one in \(other) does: your progress in it is kept apart
      help: if it is that course, moved or copied, say `learn course add \(path) --same`; if it is another one, \
      `learn course add \(path) --apart`

      """
    #expect(told.errors == warning)
    #expect(try answers(first) == 4 && answers(second) == 5 && answers(bundled) == 2)
    let same = try second.run("course", "add", ".", "--same")
    #expect(same.status == 0, "\(same.errors)")
    #expect(try answers(first) == 9 && answers(second) == 9, "what was answered meanwhile counts, too")
    #expect(try sort(second, 1).errors.isEmpty)
    // A slip that can be taken back: what each had counts there again.
    #expect(try second.run("course", "add", ".", "--apart").status == 0)
    #expect(try answers(second) == 5 && answers(first) == 5)
    #expect(try second.run().errors.isEmpty)

    let pretender = try stranger(id: "generative-models")
    let third = moved(bundled, to: pretender.url)
    #expect(try third.run().errors.contains("calls itself `generative-models`, as the one that came with learn does"))
    #expect(try third.run("course", "add", ".", "--apart").status == 0)
    #expect(try third.run().errors.isEmpty)
    #expect(try answers(third) == 0 && answers(bundled) == 2)
    #expect(try third.run("course", "add", ".", "--apart", "--same").status == 64)
  }

  @Test func aMovedCourseIsAskedAbout() throws {
    let command = try LearnCommand()
    let course = try stranger()
    var here = moved(command, to: course.url)
    try sort(here, 6)
    // A copy of a course without an id is another course.
    let copy = try stranger()
    #expect(try answers(moved(command, to: copy.url)) == 0)
    let parent = try TemporaryFolder()
    let place = parent.url.appending(path: "moved")
    try FileManager.default.moveItem(at: course.url, to: place)
    try FileManager.default.createDirectory(at: course.url, withIntermediateDirectories: true)
    here.folder = place
    let told = try here.run()
    #expect(told.errors.hasPrefix("warning: a course of this title was in "), "\(told.errors)")
    #expect(told.errors.contains("--same`"))
    #expect(try answers(here) == 0)
    #expect(try here.run("course", "add", place.path, "--same").status == 0)
    #expect(try answers(here) == 6)
    // What is put there later is another course.
    try FileManager.default.copyItem(at: place.appending(path: "Lessons"), to: course.url.appending(path: "Lessons"))
    try FileManager.default.copyItem(
      at: place.appending(path: "Exercises"), to: course.url.appending(path: "Exercises"))
    let later = moved(command, to: course.url)
    #expect(try later.run().errors.isEmpty)
    #expect(try answers(later) == 0)
    let nothing = try later.run("course", "add", ".", "--same")
    #expect(
      nothing.status == 64 && nothing.errors.contains("no other course has the id of this one"), "\(nothing.errors)")
  }

  @Test func anIDThatIsGivenLaterKeepsWhatWasAnswered() throws {
    let command = try LearnCommand()
    let course = try stranger()
    let here = moved(command, to: course.url)
    try sort(here, 6)
    try name(course, "named-at-last")
    #expect(try here.run().errors.isEmpty)
    #expect(try answers(here) == 6)
    try sort(here, 1)
    #expect(try answers(here) == 7)
    // On another branch of its author's it has none.
    try name(course, nil)
    #expect(try answers(here) == 7)
    // Another id is another course's.
    try name(course, "another")
    #expect(try answers(here) == 0)
  }

  /// A course without an id is known by its title on another machine, too.
  @Test(arguments: [["backup", "restore"], ["export", "import"]]) func whatIsBroughtAlongCounts(ways: [String]) throws {
    let course = try stranger()
    let old = moved(try LearnCommand(), to: course.url)
    try sort(old, 6)
    let file = old.home.url.appending(path: "kept").path
    #expect(try old.run("progress", ways[0], file).status == 0)
    let copy = try stranger()
    let new = moved(try LearnCommand(), to: copy.url)
    #expect(try new.run("progress", ways[1], file).status == 0)
    #expect(try answers(new) == 6)
    // Another of its title on the same machine is another course.
    let another = try stranger()
    #expect(try answers(moved(new, to: another.url)) == 0)
  }

  /// What counted for a course before its events had one, and under an earlier id, does so where a backup is restored.
  @Test func whatWasInheritedIsRestored() throws {
    let course = try stranger()
    let old = moved(try LearnCommand(), to: course.url)
    try sort(old, 6)
    try name(course, "named-at-last")
    #expect(try answers(old) == 6)
    let file = old.home.url.appending(path: "kept").path
    #expect(try old.run("progress", "backup", file).status == 0)
    let new = moved(try LearnCommand(), to: course.url)
    #expect(try new.run("progress", "restore", file).status == 0)
    #expect(try answers(new) == 6)
  }

  /// Two spellings of ü are two folders where the disk tells them apart.
  @Test func namesThatLookAlikeAreTwo() throws {
    let parent = try TemporaryFolder()
    let folders = ["\u{FC}", "u\u{308}"].map { parent.url.appending(path: "course-\($0)") }
    let model = try stranger(id: "mine")
    for folder in folders { try FileManager.default.copyItem(at: model.url, to: folder) }
    guard try FileManager.default.contentsOfDirectory(atPath: parent.url.path).count == 2 else { return }
    let first = moved(try LearnCommand(), to: folders[0]), second = moved(first, to: folders[1])
    #expect(try first.run("course", "trust", "--always").status == 0)
    try sort(first, 4)
    let lesson = folders[1].appending(path: "Lessons/a.md")
    let text = try String(contentsOf: lesson, encoding: .utf8) + "\n```swift\n//| id: say\nprint(1)\n```\n"
    try Data(text.utf8).write(to: lesson)
    #expect(try second.run("run", "say").status == 77)
    #expect(try second.run().errors.contains("your progress in it is kept apart"))
    #expect(try answers(second) == 0)
  }

  @Test func whatCannotBeReadIsTold() throws {
    let command = try LearnCommand()
    try sort(command, 1)
    let place = ".local/share/learn/course-ids.json"
    for (text, sentence) in [
      ("{", "course-ids.json is damaged: under which ids your progress in courses is kept cannot be read\nhelp: "),
      (#"{"version": 2, "shape": "unknown"}"#, "course-ids.json was written by a newer version of learn\nhelp: "),
    ] {
      try command.home.create(place, text)
      let result = try command.run("quiz", input: "1\n")
      #expect(result.status == 65 && result.errors.contains(sentence), "\(result.errors)")
      #expect(try String(contentsOf: command.home.url.appending(path: place), encoding: .utf8) == text)
    }
    // What the course calls itself is enough to begin anew.
    try FileManager.default.removeItem(at: command.home.url.appending(path: place))
    #expect(try answers(command) == 1)
  }

  @Test(arguments: ["n", "-a b", "\(String(repeating: "x", count: 65))", "ä", "[a]", "''"])
  func anIDIsPlain(id: String) throws {
    let course = try stranger(id: id)
    let result = try moved(LearnCommand(), to: course.url).run("check")
    guard id != "n" else { return #expect(result.status == 0, "\(result.errors)") }
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("Lessons/course.yml:1:5: error: `id` cannot be `"), "\(result.errors)")
    #expect(result.errors.contains("up to 64 letters, digits and hyphens"))
  }

  #if os(Linux)
    /// On a terminal the learner is asked, once.
    @Test(arguments: [("y", 9), ("n", 0), ("q", 0)]) func theLearnerIsAsked(answer: String, count: Int) throws {
      let (course, copy) = (try stranger(id: "mine"), try stranger(id: "mine"))
      let wait = "while [ ! -e \"$HOME/go\" ]; do sleep 0.1; done"
      let session = try LiveRunTests().start("status", in: copy.url, trusting: false, before: wait)
      try sort(moved(session.learn, to: course.url), 9)
      try session.learn.home.create("go")
      try session.run.wait(for: "it is that course")
      try session.press(answer)
      let end = try session.run.result()
      #expect(end.status == 0 && end.output.contains("Another course"), "\(end.output)")
      #expect(try answers(session.learn) == count)
      let again = try session.learn.run()
      #expect(again.errors.isEmpty == (answer != "q"), "\(again.errors)")
    }
  #endif
}
