import Foundation
import Practice
import Progress
import SpacedRepetition
import TestSupport
import Testing

/// `learn progress` and what stands under it.
@Suite struct ProgressCommandTests {
  let command: LearnCommand

  init() throws {
    command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
  }

  func store(_ command: LearnCommand) throws -> ProgressStore {
    try command.progress()
  }

  struct Report: Decodable {
    struct Share: Decodable { var items: Int, answered: Int, share: Double }
    struct Outcome: Decodable { var text: String, mastery: Share }
    struct Lesson: Decodable { var id: String, mastery: Share, outcomes: [Outcome] }
    var lessons: [Lesson]
    var due: [Int]
    var answers: Int
    var streak: Int
    var leeches: Int
  }

  @Test func whatIsKnownAndDue() throws {
    let empty = try command.run("progress")
    #expect(empty.status == 0, "\(empty.errors)")
    #expect(empty.output.hasPrefix("What you know\n  0 %  1 · "))
    #expect(empty.output.contains("Nothing is due in the next 30 days."))
    #expect(empty.output.hasSuffix("No answers yet: `learn quiz` begins.\n"))
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n4\n")
    _ = try command.run("quiz", "--lesson", "first", "--kind", "number", input: "0.5 nats\n-12\n")
    let text = try command.run("progress").output
    #expect(text.contains("4 of 17 answered"))
    #expect(text.contains("Due today 1, in the next 30 days 2"))
    #expect(text.contains(/\n4 answers in \d+ min/))
    let report = try JSONDecoder().decode(Report.self, from: Data(command.run("progress", "--json").output.utf8))
    #expect(report.lessons.map(\.id) == ["first", "second"])
    #expect(report.lessons[0].mastery.items == 17)
    #expect(report.lessons[0].mastery.answered == 4)
    #expect(report.due.count == 30)
    #expect(report.due.reduce(0, +) == 2)
    #expect(report.answers == 4)
    #expect(report.streak == 1)
    // The choice and its two cards are about the first outcome.
    #expect(report.lessons[0].outcomes.map(\.mastery.items) == [3, 1])
    #expect(report.lessons[0].outcomes.first?.mastery.answered == 2)
  }

  /// An author takes an exercise away; the log keeps its answers, and another course's beside them.
  @Test func whatTheCourseNoLongerHasIsNotDue() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    let cards = "## Cards: words {#words}\n\n### Front\n\nBack.\n\n"
    let sort = "## Sort: by size {#sizes}\n\n### Small\n\n- A\n- B\n- C\n- D\n\n### Large\n\n- E\n"
    try folder.create("Exercises/01-first.md", cards + sort)
    let command = try LearnCommand(in: folder.url)
    let fails = try command.run("quiz", "--kind", "sort", input: String(repeating: "2\n", count: 5))
    #expect(fails.output.contains("4 come back within the hour"))
    let now = Int64(Date().timeIntervalSince1970)
    let stranger = ItemID(exercise: "elsewhere", item: "a")
    for review in 0..<18 {
      let rating: Rating = review % 2 == 0 ? .easy : .again
      try store(command).record(
        Answer(item: stranger, kind: .cards, given: "", mark: 1, rating: rating),
        at: now - 86_400 * Int64(1_000 - review * 50))
    }
    #expect(try store(command).leeches() == [stranger])
    #expect(try command.run("progress").output.contains("Due today 4, in the next 30 days 4\n"))

    try folder.create("Exercises/01-first.md", cards)
    #expect(try command.run("progress").output.contains("Nothing is due in the next 30 days."))
    let report = try JSONDecoder().decode(Report.self, from: Data(command.run("progress", "--json").output.utf8))
    #expect(report.due.reduce(0, +) == 0)
    #expect(report.leeches == 0)
    #expect(try command.run("progress", "settings").output.contains("Due today 0, in the 29 days after 0: "))
    let quiz = try command.run("quiz", input: "4\n")
    #expect(quiz.output.contains("1 of 1  Front") && !quiz.output.contains("within the hour"), "\(quiz.output)")
  }

  /// Exercises that were answered wrongly use up none of the new cards of a day.
  @Test func failedExercisesLeaveTheDayItsNewCards() throws {
    _ = try command.run("progress", "settings", "new-cards", "1")
    let sort = try command.run("quiz", "--kind", "sort", input: String(repeating: "1\n", count: 5))
    #expect(sort.output.contains("3 items come back by themselves."))
    let quiz = try command.run("quiz", "--kind", "cards", input: "4\n")
    #expect(quiz.output.contains("1 of 1  "), "\(quiz.output)")
  }

  @Test func settingsAreShownChangedAndRefused() throws {
    let all = try command.run("progress", "settings").output
    for line in ["desired-retention  0.9", "learning-steps  1m 10m", "spread  yes", "new-cards  20", "day-begins  4"] {
      #expect(all.contains(line))
    }
    #expect(
      try command.run("progress", "settings", "new-cards", "1").output.hasPrefix("new-cards  1  (standard: 20)\n"))
    #expect(try command.run("progress", "settings", "new-cards").output == "new-cards  1  (standard: 20)\n")
    let quiz = try command.run("quiz", "--kind", "cards", input: "4\n")
    #expect(quiz.output.contains("1 of 1"))
    let rest = try command.run("quiz", "--kind", "cards", input: "4\n")
    #expect(rest.output.contains("You have done what you set yourself for today."))
    #expect(try command.run("progress", "settings", "new-cards", "standard").output == "new-cards  20\n")
    for (name, value, words) in [
      ("new-cards", "many", "`new-cards` cannot be `many`"), ("desired-retention", "0.2", "a share from 0.7 to 0.99"),
      ("learning-steps", "soon", "waits such as"), ("reviws", "3", "did you mean `reviews`?"),
    ] {
      let result = try command.run("progress", "settings", name, value)
      #expect(result.status == 64)
      #expect(result.errors.contains(words))
    }
  }

  /// Another retention dates cards anew, and steps are those of the settings.
  @Test func settingsDecideWhenCardsComeBack() throws {
    _ = try command.run("progress", "settings", "spread", "no")
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "4\n4\n")
    let due = { try store(command).due(at: Int64.max / 4).map { ($0.card.due ?? 0) - ($0.card.lastReview ?? 0) } }
    let standard = try due()
    _ = try command.run("progress", "settings", "desired-retention", "0.8")
    let later = try due()
    #expect(zip(standard, later).allSatisfy { $0 < $1 })
    #expect(try store(command).scheduler.desiredRetention == 0.8)
    #expect(
      try command.run("progress", "settings", "learning-steps", "5m", "1h").output.hasPrefix("learning-steps  5m 1h"))
    #expect(try store(command).scheduler.learningSteps == [300, 3600])
    #expect(try store(command).scheduler.fuzzSeed == nil)
    _ = try command.run("progress", "settings", "spread", "standard")
    #expect(try store(command).scheduler.fuzzSeed != nil)
  }

  @Test func answersTravelFromOneHomeToAnother() throws {
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n4\n")
    let file = command.home.url.appending(path: "log.jsonl").path
    // Two answers, and which cards there were.
    #expect(try command.run("progress", "export", file).output == "3 events written to \(file).\n")
    let again = try command.run("progress", "export", file)
    #expect(again.status == 73)
    #expect(again.errors.contains("is there already"))
    #expect(try command.run("progress", "export", "--replace", file).status == 0)

    let other = try LearnCommand(in: command.folder)
    #expect(try other.run("progress", "import", file).output == "\(file): 3 new events, 0 that were here already.\n")
    #expect(try other.run("progress", "import", file).output == "\(file): 0 new events, 3 that were here already.\n")
    #expect(try store(other).states(of: ["cards-it"]) == store(command).states(of: ["cards-it"]))

    let faulty = try command.home.create("faulty.jsonl", "{\"v\": 1}\n").path
    let result = try other.run("progress", "import", faulty)
    #expect(result.status == 65)
    #expect(result.errors.contains("faulty.jsonl:1: this line is no event; nothing was imported"))
    let missing = try other.run("progress", "import", command.home.url.appending(path: "none.jsonl").path)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("error: there is no file ") && missing.errors.contains("none.jsonl"))
    // What came from elsewhere can be taken back, too.
    #expect(try other.run("undo", "--list").lines.count == 2)
    #expect(try other.run("undo").output.hasPrefix("Taken back: P(x | y) · easy.\n"))
  }

  /// What is wrong with a file that was named is said of that file.
  @Test func filesThatWillNotDoAreNamed() throws {
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n")
    let text = try command.home.create("notes.txt", "not a database, but long enough to look into").path
    for (arguments, words, status) in [
      (["import", "/nonexist"], "error: there is no file /nonexist\n", 66),
      (["import", "/tmp"], "error: /tmp is a folder, not a file\n", 66),
      (["export", "/nonexist/x"], "error: /nonexist/x cannot be written: there is no folder /nonexist\n", 73),
      (["backup", "/nonexist/x"], "error: /nonexist/x cannot be written: there is no folder /nonexist\n", 73),
      (["restore", "/nonexist"], "error: there is no file /nonexist\n", 66),
      (["restore", text], "error: \(text) is no backup that can be read", 65),
    ] as [([String], String, Int32)] {
      let result = try command.start(["progress"] + arguments).result()
      #expect(result.errors.hasPrefix(words), "\(arguments): \(result.errors)")
      #expect(result.status == status, "\(arguments)")
      #expect(!result.errors.contains("your progress in") && !result.errors.contains("LEARN_HOME"))
      #expect(!result.errors.contains("CocoaError") && !result.errors.contains("NSCocoa"))
    }
  }

  @Test func anEmptyFileIsNotTakenForANewOne() throws {
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n4\n")
    let backup = command.home.url.appending(path: "copy.sqlite").path
    #expect(try command.run("progress", "backup", backup).status == 0)
    let database = command.home.url.appending(path: ".local/share/learn/\(ProgressStore.fileName)")
    try Data().write(to: database)
    let result = try command.run("progress")
    #expect(result.status == 65)
    #expect(result.errors.contains("is empty, though 3 events were recorded in it"), "\(result.errors)")
    #expect(result.errors.contains("learn progress restore FILE"))
    #expect(try Data(contentsOf: database).isEmpty)
    #expect(try command.run("progress", "restore", backup).status == 0)
    #expect(try store(command).states(of: ["cards-it"]).count == 2)
  }

  @Test func aBackupIsPutBackAndWhatWasThereIsKept() throws {
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n")
    let file = command.home.url.appending(path: "copy.sqlite").path
    #expect(try command.run("progress", "backup", file).status == 0)
    #expect(try command.run("progress", "backup", file).status == 73)
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n")
    #expect(try store(command).states(of: ["cards-it"]).count == 2)
    let result = try command.run("progress", "restore", file)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("What was there before is in "))
    #expect(try store(command).states(of: ["cards-it"]).count == 1)
    #expect(try command.run("undo", "--list").lines.count == 1)
    let text = try command.home.create("notes.txt", "not a database").path
    let refused = try command.run("progress", "restore", text)
    #expect([65, 74].contains(refused.status))
    #expect(try store(command).states(of: ["cards-it"]).count == 1)
  }

  @Test func forgettingIsAskedFor() throws {
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\n")
    let unasked = try command.run("progress", "forget")
    #expect(unasked.status == 64)
    #expect(unasked.errors.contains("`--yes`"))
    #expect(try store(command).states(of: ["cards-it"]).count == 1)
    // What a restoration kept goes, too.
    let file = command.home.url.appending(path: "copy.sqlite").path
    #expect(try command.run("progress", "backup", file).status == 0)
    #expect(try command.run("progress", "restore", file).status == 0)
    let forgotten = try command.run("progress", "forget", "--yes")
    #expect(forgotten.status == 0)
    #expect(forgotten.output.contains("erased, and with it the file that `learn progress restore` had kept."))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: command.home.url.appending(path: ".local/share/learn").path)
    #expect(!left.contains { $0.contains("before") }, "\(left)")
    #expect(try store(command).states(of: ["cards-it"]).isEmpty)
    #expect(try command.run("undo").output == "There is no answer to take back.\n")
  }

  /// A lesson that was begun by mistake, an exercise or a day can be forgotten alone, and what goes is told.
  @Test func aPartIsForgotten() throws {
    _ = try command.run("quiz", "--lesson", "first", "--kind", "cards", input: "3\nsuspend\n")
    _ = try command.run("quiz", "--lesson", "first", "--kind", "choose", input: "1\n")
    _ = try command.run("next", "--lesson", "first", input: "\nq\n")
    #expect(try command.run("progress", "forget", "--exercise", "nothing").status == 66)
    #expect(
      try command.run("progress", "forget", "--since", "2026-02-30").errors.hasPrefix("error: `--since 2026-02-30`"))
    #expect(
      try command.run("progress", "forget", "--since", "2099-01-01", "--yes").output
        == "There is nothing of that to forget.\n")
    let unasked = try command.run("progress", "forget", "--exercise", "cards-it")
    #expect(unasked.status == 64)
    #expect(unasked.errors.hasPrefix("error: 1 answer to 1 item and that 1 item is set aside will count no longer, "))
    let one = try command.run("progress", "forget", "--exercise", "cards-it", "--yes")
    #expect(
      one.output.replacing("\n", with: " ").hasPrefix("Forgotten: 1 answer to 1 item and that 1 item is set aside."))
    #expect(try store(command).states(of: ["cards-it"]).isEmpty)
    #expect(try store(command).hiddenItems(at: Int64(Date().timeIntervalSince1970) + 10).isEmpty)
    let rest = try command.run("progress", "forget", "--lesson", "first", "--yes")
    #expect(rest.output.contains("1 answer to 1 item and your place in"), "\(rest.output)")
    #expect(try command.run("undo").output == "There is no answer to take back.\n")
    #expect(try !command.run().output.contains("section 2"))
  }
}
