import Course
import Foundation
import GRDB
import Progress
import TestSupport
import Testing

/// Exercises on their way to other programs and from them.
@Suite struct ExchangeTests {
  @Test(arguments: ["anki", "gift", "qti", "csv"]) func everyFormatIsWrittenAndNothingIsReplaced(format: String) throws
  {
    let command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    let file = command.home.url.appending(path: "out.\(format)")
    let result = try command.run("export", format, file.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(" written to \(file.path)."))
    let bytes = try Data(contentsOf: file)
    #expect(bytes.count > 200)
    let again = try command.run("export", format, file.path)
    #expect(again.status == 73)
    #expect(again.errors == "error: \(file.path) is there already\nhelp: choose another name\n")
    #expect(try Data(contentsOf: file) == bytes)
    #expect(try command.run("export", format, file.path, "--replace", "--lesson", "first").status == 0)
    let nowhere = try command.run("export", format, "/nowhere/at/all")
    #expect(nowhere.status == 73)
    #expect(nowhere.errors.hasPrefix("error: cannot write to /nowhere/at/all: no such file or folder\n"))
  }

  /// The day of practice begins in Anki at the hour that the learner has chosen.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"), "no /usr/bin/unzip"))
  func ankiHasTheLearnersDay() throws {
    let command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    for hour in [4, 7] {
      let value = hour == 4 ? "standard" : "\(hour)"
      #expect(try command.run("progress", "settings", "day-begins", value).status == 0)
      let file = command.home.url.appending(path: "out-\(hour).apkg")
      #expect(try command.run("export", "anki", file.path).status == 0)
      let folder = command.home.url.appending(path: "out-\(hour)")
      let unzip = try Process.run(
        URL(filePath: "/usr/bin/unzip"), arguments: ["-q", file.path, "collection.anki21", "-d", folder.path])
      unzip.waitUntilExit()
      let collection = try DatabaseQueue(path: folder.appending(path: "collection.anki21").path)
      let settings = try collection.read { db in try String.fetchOne(db, sql: "SELECT conf FROM col") }
      #expect(settings?.contains("\"rollover\":\(hour),") == true, "\(settings ?? "")")
    }
  }

  @Test func whatIsImportedCanBePractised() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    let command = try LearnCommand(in: folder.url)
    try folder.create("quiz.gift", "::Capital:: What is the capital of France? {=Paris ~Lyon ~Nice}\n\nWrite. {}\n")
    let result = try command.run("import", "gift", "quiz.gift", "--lesson", "first")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("1 exercise written to "))
    #expect(result.output.contains("quiz.gift:3: left out: a course has no essays"))
    let first = try String(contentsOf: folder.url.appending(path: "Exercises/01-first.md"), encoding: .utf8)
    // Once more: what is there stays, and the new exercise has an id of its own.
    #expect(try command.run("import", "gift", "quiz.gift", "--lesson", "first").status == 0)
    let second = try String(contentsOf: folder.url.appending(path: "Exercises/01-first.md"), encoding: .utf8)
    #expect(second.hasPrefix(first) && second.contains("{#capital-2}"))
    let course = CourseReader.read(folder.url)
    #expect(course.problems == [])
    #expect(course.lessons[0].exercises.map(\.id) == ["capital", "capital-2"])
    let quiz = try command.run("quiz", "--kind", "choose", "--limit", "1", input: "q\n")
    #expect(quiz.output.contains("What is the capital of France?"))
  }

  @Test func aNewFileIsNeverWrittenOver() throws {
    let command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    let file = command.home.url.appending(path: "questions.md")
    try command.home.create("q.gift", "Yes? {T}\n")
    let source = command.home.url.appending(path: "q.gift").path
    #expect(try command.run("import", "gift", source, "--output", file.path).status == 0)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text == "# Exercises\n\n## Choose: Yes? {#yes}\n\n- [x] True\n- [ ] False\n")
    #expect(try command.run("import", "gift", source, "--output", file.path).status == 73)
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test func aFaultIsShownInItsLine() throws {
    let command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    try command.home.create("q.gift", "// Two\n\nYes? {T}\n\nWhich? {=a ~%x%b}\n")
    let path = command.home.url.appending(path: "q.gift").path
    let result = try command.run("import", "gift", path)
    #expect(result.status == 65)
    #expect(
      result.errors == """
        \(path):5:13: error: `x` is no share from -100 to 100
          Which? {=a ~%x%b}
                      ^
        help: for example `~%50%half right`

        """)
    #expect(try command.run("import", "gift", "/nowhere.gift").status == 66)
  }

  /// Why nothing was imported is told, too.
  @Test func aQuestionWithTooManyAnswersIsTold() throws {
    let command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    let wrong = (0..<200_000).map { " ~\($0)" }.joined()
    let path = try command.home.create("q.gift", "Which? {=right\(wrong)}\n").path
    let result = try command.run("import", "gift", path)
    #expect(result.status == 65)
    #expect(
      result.errors == """
        error: \(path) has no question that a course could ask
        help: see `learn import gift --help`
        \(path):1: left out: there are more than 1000 answers here

        """)
  }
}
