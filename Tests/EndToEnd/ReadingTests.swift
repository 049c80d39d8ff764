import Foundation
import TestSupport
import Testing

/// Finding and reading lessons, and what is said to those who mistype.
@Suite struct ReadingTests {
  @Test func readShowsAWholeLesson() throws {
    let result = try LearnCommand().run("read", "1")
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.lines.first == "1 · Judge or maker")
    for words in ["Where this fits", "Cell 1 · judge    learn run 1.1\n", "P(y", "Summary", "[1] "] {
      #expect(result.output.contains(words))
    }
    #expect(!result.output.contains("\u{1B}"))
  }

  /// Without keys a section comes at a time, and Enter goes on; the place is where the reader went.
  @Test func nextGoesOnASectionAtATime() throws {
    let learn = try LearnCommand()
    let first = try learn.run("next")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.lines.first == "1 · Judge or maker")
    #expect(first.output.contains("Section 1 of 13 · Enter: on · ?: what else · q: leave > "), "\(first.output)")
    #expect(!first.output.contains("Cell 1 · judge"))
    #expect(try learn.run("next").output == first.output)
    let further = try learn.run("next", input: "\n\n\n")
    #expect(further.output.contains("Section 4 of 13 · Enter"), "\(further.output)")
    #expect(further.output.contains("Your place is kept: `learn next` goes on here."))
    #expect(try learn.run().output.contains("Judge or maker, section 4 of 13"))
    #expect(try learn.run("next").output.contains("Section 4 of 13 · Enter"))
    #expect(try learn.run("next", input: "b\nq\n").output.contains("Section 3 of 13 · Enter"))
    #expect(try learn.run().output.contains("Judge or maker, section 3 of 13"))
    let last = try learn.run("next", input: String(repeating: "\n", count: 40))
    #expect(last.output.contains("You have finished “Judge or maker”."), "\(last.output.suffix(400))")
    #expect(try learn.run().output.contains("Lesson 2 of"))
  }

  /// A line says what a key says: a letter, and a name behind it.
  @Test func linesRunLookUpAndSearch() throws {
    let learn = try LearnCommand()
    let said = try learn.run(
      "next", input: "g mode collapse\n/smoothing\nr\nr 9\nfoo\ng nothing of the kind\n?\nq\n")
    #expect(said.status == 0, "\(said.errors)")
    #expect(said.errors == "")
    for words in [
      "Mode collapse\n", "1 section has it. Section 7:\n", "test accuracy: 0.",
      "No cell is called 9; there is: 1 (judge)",
      "“foo” means nothing here; `?` says what does.", "No glossary term is called nothing of the kind; there is: ",
      "search this lesson", "Your place is kept: `learn next` goes on here.",
    ] { #expect(said.output.contains(words), "\(words): \(said.output)") }
    // To look ahead is not to read.
    #expect(try learn.run().output.contains("Judge or maker\n"))
  }

  @Test func aPlaceIsSetByName() throws {
    let learn = try LearnCommand()
    let third = try learn.run("next", "--lesson", "3", input: "\nq\n")
    #expect(third.lines.first?.hasPrefix("3 · ") == true)
    #expect(try learn.run().output.contains("Lesson 3 of 7"))
    #expect(try learn.run("next", "--lesson", "1").lines.first == "1 · Judge or maker")
    #expect(try learn.run("next", "--lesson", "3").output.contains("Section 2 of "))
    let none = try learn.run("next", "--lesson", "30")
    #expect(none.status == 66)
    #expect(none.errors.hasPrefix("error: no lesson is called 30\nhelp: there is: judge-or-maker"), "\(none.errors)")
  }

  @Test func listShowsLessonsAndCells() throws {
    let result = try LearnCommand().run("list")
    #expect(result.status == 0)
    #expect(result.output.contains("1  Judge or maker  7 + 15 min · intro · new"))
    #expect(result.output.contains("   1.1 · judge\n   1.2 · maker"))
  }

  @Test(arguments: ["judge-or-maker", "1", "judge", "01-judge-or-maker.md"]) func readTakesAnyNameOfALesson(
    name: String
  ) throws {
    let result = try LearnCommand().run("read", name)
    #expect(result.status == 0)
    #expect(result.lines.first == "1 · Judge or maker")
  }

  /// What a lesson shows can be typed as it stands, wherever the learner is.
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
    let first = try learn.run("read", "one").output
    #expect(first.contains("Try learn run 1.1 --seed 3, or --seed 4."), "\(first)")
    #expect(first.contains("Cell 1 · own    learn run 1.1\n"))
    let second = try learn.run("read", "two").output
    #expect(second.contains("Try learn run 2.1 --seed 3, or --seed 4."), "\(second)")
    #expect(second.contains("Cell 1 · own    learn run 2.1\n"))
    #expect(try learn.run("run", "2.1", "--seed", "3").output == "this is two\n")

    var elsewhere = learn
    elsewhere.folder = learn.home.url
    try FileManager.default.createSymbolicLink(
      at: learn.home.url.appending(path: "c"), withDestinationURL: course.url)
    for named in [["read", "one"], ["next"]] {
      let output = try elsewhere.start(named + ["--course", "c"]).result().output
      #expect(output.contains("Cell 1 · own    learn run 1.1 --course c\n"), "\(output)")
    }
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
      (["run", "cell"], 64, "error: name one cell\nhelp: for example `learn run 2.1`: the first cell of lesson 2\n"),
      (["run", "cell", "1", "--set", "smoothing"], 64, "error: `--set smoothing` is no name and number\n"),
      (["run", "cell", "1", "--set", "smoothing=much"], 64, "error: `--set smoothing=much` is no name and number\n"),
      (["run", "cell", "1", "--lesson", "2nd"], 66, "error: no lesson is called 2nd\n"),
      (["run", "cell", "1.9"], 66, "error: no cell is called 9\nhelp: there is: 1 (judge), 2 (maker)\n"),
      (["run", "cell", "42.1"], 66, "error: no lesson is called 42\n"),
      (
        ["edit", "1.2", "--lesson", "2"], 64,
        "error: `--lesson 2` is not the lesson of cell 1.2\n"
          + "help: leave `--lesson` away, or say `2.2`\n"
      ),
      (["quiz", "--limit", "0"], 64, "error: `--limit 0` leaves nothing to ask\n"),
      (
        ["quiz", "--kind", "sorts"], 64,
        "error: the value `sorts` is invalid for `--kind <kind>`\nhelp: did you mean `sort`? There is: sort, order, "
      ),
      (["read"], 64, "error: missing expected argument `<lesson>`\nhelp: see `learn read --help`\n"),
      (["next", "--fast"], 64, "error: unknown option `--fast`\nhelp: see `learn next --help`\n"),
      (["run", "1", "--sed", "3"], 64, "error: unknown option `--sed`\nhelp: did you mean `--seed`?\n"),
      (
        ["run", "1", "--seed", "-1"], 64,
        "error: missing value for `--seed <seed>`\nhelp: a value that begins with `-` is written `--seed=-1`; "
      ),
      (["run", "1", "--seed=-1"], 64, "error: the value `-1` is invalid for `--seed <seed>`\n"),
      (
        ["progress", "sumary"], 64,
        "error: `sumary` is no command of learn progress\nhelp: did you mean `learn progress summary`?\n"
      ),
      (["help", "foo"], 64, "error: `foo` is no command of learn\nhelp: see `learn --help`\n"),
      (["help", "export", "ankh"], 64, "error: `ankh` is no command of learn export\nhelp: did you mean `learn "),
      (["-v"], 64, "error: unknown option `-v`\nhelp: see `learn --help`\n"),
    ] as [([String], Int32, String)]) func mistakesAreTold(arguments: [String], status: Int32, message: String) throws
  {
    let result = try LearnCommand().start(arguments).result()
    #expect(result.status == status)
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
    #expect(result.output == "")
  }
}
