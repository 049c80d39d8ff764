import Foundation
import TestSupport
import Testing

/// Finding and reading lessons, and what is said to those who mistype.
@Suite struct ReadingTests {
  @Test func nextShowsTheFirstLesson() throws {
    let result = try LearnCommand().run("next")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.lines.first == "1 · Judge or maker")
    for words in ["Where this fits", "Cell 1 · judge", "P(y", "Summary", "[1] "] {
      #expect(result.output.contains(words))
    }
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func listShowsLessonsAndCells() throws {
    let result = try LearnCommand().run("list")
    #expect(result.status == 0)
    #expect(result.output.contains("1  Judge or maker  7 + 15 min · intro · new"))
    #expect(result.output.contains("   cell 1 · judge\n   cell 2 · maker"))
  }

  @Test(arguments: ["judge-or-maker", "1", "judge", "01-judge-or-maker.md"]) func readTakesAnyNameOfALesson(
    name: String
  ) throws {
    let result = try LearnCommand().run("read", name)
    #expect(result.status == 0)
    #expect(result.output == (try LearnCommand().run("next")).output)
  }

  /// What a lesson shows can be typed as it stands: a bare command means the lesson that the learner is at.
  @Test func commandsOfAnotherLessonNameIt() throws {
    let course = try TemporaryFolder()
    func lesson(_ id: String) throws {
      try course.create(
        "Lessons/\(id).md",
        """
        ---
        id: \(id)
        title: \(id)
        summary: A lesson.
        outcomes: [Run it]
        reading: 1
        practice: 1
        difficulty: intro
        ---

        Try `learn run cell 1 --seed 3`, or `--seed 4`.

        ```swift
        //| id: own
        text("this is \(id)")
        ```

        """)
    }
    try lesson("one")
    try lesson("two")
    try course.create("Lessons/course.yml", "title: Two\npromise: Both.\nlessons: [one.md, two.md]\n")
    let learn = try LearnCommand(in: course.url)
    #expect(try learn.run("read", "one").output == learn.run("next").output)
    let first = try learn.run("read", "one").output
    #expect(first.contains("Try learn run cell 1 --seed 3, or --seed 4."), "\(first)")
    #expect(first.contains("Cell 1 · own    learn run cell 1\n"))
    let second = try learn.run("read", "two").output
    #expect(second.contains("Try learn run cell 1 --lesson 2 --seed 3, or --seed 4."), "\(second)")
    #expect(second.contains("Cell 1 · own    learn run cell 1 --lesson 2\n"))
    #expect(try learn.run("run", "cell", "1", "--lesson", "2", "--seed", "3").output == "this is two\n")

    var elsewhere = learn
    elsewhere.folder = learn.home.url
    try FileManager.default.createSymbolicLink(
      at: learn.home.url.appending(path: "c"), withDestinationURL: course.url)
    let named = try elsewhere.run("read", "one", "--course", "c").output
    #expect(named.contains("Cell 1 · own    learn run cell 1 --lesson 1 --course c\n"), "\(named)")
    let next = try elsewhere.run("next", "--course", "c").output
    #expect(next.contains("Cell 1 · own    learn run cell 1 --course c\n"), "\(next)")
  }

  @Test func withoutACommandItSaysWhereYouAre() throws {
    let result = try LearnCommand().run()
    #expect(result.status == 0)
    #expect(result.output.contains("Lesson 1 of "))
    #expect(result.output.contains("learn next"))
  }

  @Test func helpNamesEveryCommand() throws {
    let result = try LearnCommand().run("--help")
    #expect(result.status == 0)
    for command in ["next", "list", "read", "run", "quiz", "build-site", "doctor"] {
      #expect(result.output.contains(try Regex("\n  \(command) ")), "\(command)")
    }
    #expect(try LearnCommand().run("run", "--help").output.contains("--set <name=value>"))
    #expect(try LearnCommand().run("--version").output.contains(/^[0-9]+\.[0-9]+\.[0-9]+\n$/))
  }

  @Test func doctorSaysWhatIsThere() throws {
    let command = try LearnCommand()
    let result = try command.run("doctor")
    #expect(result.status == 0, "\(result.output)")
    for words in ["Swift compiler", "model library", "course", command.home.url.path] {
      #expect(result.output.contains(words))
    }
    #expect(!result.output.contains("✗"))
  }

  @Test(
    arguments: [
      (["nxt"], 64, "error: `nxt` is no command of learn\nhelp: did you mean `learn next`?\n"),
      (["frobnicate"], 64, "error: `frobnicate` is no command of learn\nhelp: see `learn --help`\n"),
      (
        ["read", "judge-or-makr"], 66, "error: no lesson is called judge-or-makr\nhelp: did you mean judge-or-maker?\n"
      ),
      (["read", "42"], 66, "error: no lesson is called 42\nhelp: there is: judge-or-maker"),
      (["run", "cell", "9"], 66, "error: no cell is called 9\nhelp: there is: 1 (judge), 2 (maker)\n"),
      (["run", "mkaer"], 66, "error: no cell is called mkaer\nhelp: did you mean maker?\n"),
      (["run", "cell"], 64, "error: name one cell\nhelp: for example `learn run cell 1`\n"),
      (["run", "cell", "1", "--set", "smoothing"], 64, "error: `--set smoothing` is no name and number\n"),
      (["run", "cell", "1", "--set", "smoothing=much"], 64, "error: `--set smoothing=much` is no name and number\n"),
      (["run", "cell", "1", "--lesson", "2nd"], 66, "error: no lesson is called 2nd\n"),
      (["run", "cell", "1.9"], 66, "error: no cell is called 9\nhelp: there is: 1 (judge), 2 (maker)\n"),
      (["run", "cell", "42.1"], 66, "error: no lesson is called 42\n"),
      (
        ["edit", "1.2", "--lesson", "2"], 64,
        "error: `--lesson 2` is not the lesson of cell 1.2\n"
          + "help: leave `--lesson` away, or say `cell 2 --lesson 2`\n"
      ),
      (["quiz", "--limit", "0"], 64, "error: `--limit 0` leaves nothing to ask\n"),
      (["quiz", "--kind", "sorts"], 64, "Error: "), (["read"], 64, "Error: "),
      (["next", "--fast"], 64, "Error: Unknown option '--fast'"),
      (["run", "1", "--seed", "-1"], 64, "Error: "),
    ] as [([String], Int32, String)]) func mistakesAreTold(arguments: [String], status: Int32, message: String) throws
  {
    let result = try LearnCommand().start(arguments).result()
    #expect(result.status == status)
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
    #expect(result.output == "")
  }
}
