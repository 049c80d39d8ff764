import Course
import Foundation
import Markup
import Practice
import Progress
import TestSupport
import Testing

/// Practice with answers that are piped in. The key comes from the course, the order from what is printed.
@Suite struct QuizTests {
  static let lesson = CourseReader.read(LearnCommand.project).lessons[0]

  /// Names of the buckets by their items' text, as the terminal prints both.
  static let key: [(item: String, bucket: Int)] = {
    guard case .sort(let buckets)? = lesson.exercises.first(where: { $0.kind == .sort })?.content else { return [] }
    return buckets.enumerated().flatMap { index, bucket in bucket.items.map { (text($0.text), index) } }
  }()

  /// Words alone: the terminal wraps lines.
  static func text(_ inlines: [Inline]) -> String { squeeze(inlines.plainText) }
  static func squeeze(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }

  /// In which order a new learner is asked: the bucket of each item, counted from 1.
  func order() throws -> [Int] {
    let skipped = try LearnCommand().run("quiz", "--kind", "sort", input: String(repeating: "\n", count: 40)).output
    return try order(in: skipped)
  }

  func order(in output: String) throws -> [Int] {
    let count = Self.key.count
    return try (1...count).map { number in
      let start = try #require(output.range(of: "\n\(number) of \(count)  "))
      let end = try #require(output.range(of: "\n> ", range: start.upperBound..<output.endIndex))
      let asked = Self.squeeze(output[start.upperBound..<end.lowerBound])
      return try #require(Self.key.first { $0.item == asked }, "\(asked)").bucket + 1
    }
  }

  func store(_ command: LearnCommand) throws -> ProgressStore {
    try command.progress()
  }

  /// How many items of the sorting exercise were answered, and what the whole of it earned.
  func kept(_ command: LearnCommand) throws -> (answers: Int, mark: Double?) {
    let exercise = try #require(Self.lesson.exercises.first { $0.kind == .sort })
    let states = try store(command).states(of: [exercise.id])
    let items = states.filter { !$0.key.item.isEmpty }.values.reduce(0) { $0 + $1.answers }
    return (items, states[ItemID(exercise: exercise.id, item: "")]?.lastMark)
  }

  @Test func theExerciseHasWhatTheLessonPromises() {
    #expect(Self.key.count == 14)
    #expect(
      Self.lesson.exercises.contains { if case .cards(let cards) = $0.content { cards.count == 12 } else { false } })
  }

  @Test func allRightScoresOne() throws {
    let command = try LearnCommand()
    let answers = try order().map { "\($0)\n" }.joined()
    let result = try command.run("quiz", "--kind", "sort", input: answers)
    #expect(result.status == 0)
    #expect(result.output.contains("\nScore 1.000\n14 right, 0 wrong, 0 left out of 14.\n"))
    let kept = try kept(command)
    #expect(kept.answers == 14)
    #expect(kept.mark == 1)
    // What is known is not asked again, but repeated on request, in another order.
    let again = try command.run("quiz", "--kind", "sort", input: "")
    #expect(again.output.contains("Nothing is due; here is what you know, once more."))
  }

  /// ACCEPTANCE 3, for two buckets: max(0, c − w)/n.
  @Test(arguments: [(9, 3), (7, 7), (4, 10), (14, 0), (0, 0), (8, 0)]) func aMixtureScoresAsItShould(
    right: Int, wrong: Int
  ) throws {
    let command = try LearnCommand()
    let answers = try order().enumerated().map { index, bucket in
      index < right ? "\(bucket)\n" : index < right + wrong ? "\(3 - bucket)\n" : "\n"
    }
    let result = try command.run("quiz", "--kind", "sort", input: answers.joined())
    let mark = max(0, Double(right - wrong)) / 14
    #expect(result.output.contains("\nScore \(String(format: "%.3f", mark))\n"))
    #expect(result.output.contains("\n\(right) right, \(wrong) wrong, \(14 - right - wrong) left out of 14.\n"))
    let kept = try kept(command)
    #expect(kept.answers == 14)
    #expect(abs((kept.mark ?? -1) - mark) < 1e-12)
  }

  @Test func whatWasAnsweredIsKeptWhenTheInputEndsEarly() throws {
    let command = try LearnCommand()
    let result = try command.run("quiz", "--kind", "sort", input: "1\n2\nnonsense\n1\n")
    #expect(result.status == 0)
    #expect(result.output.contains("That is none of: 1 "))
    #expect(result.output.contains("The input ended here."))
    #expect(result.output.hasSuffix("3 answers kept.\n"))
    let kept = try kept(command)
    #expect(kept.answers == 3)
    #expect(kept.mark == nil, "the whole was not answered")
  }

  @Test func whatWasAnsweredIsKeptWhenTheProcessIsKilled() throws {
    let command = try LearnCommand()
    let input = Pipe()
    let quiz = try command.start(["quiz", "--kind", "sort"], input: input)
    try input.fileHandleForWriting.write(contentsOf: Data("1\n2\n1\n1\n".utf8))
    try quiz.wait(for: "\n5 of 14  ")
    kill(quiz.process.processIdentifier, SIGKILL)
    #expect(try quiz.result().status == -SIGKILL)
    #expect(try kept(command).answers == 4)
  }

  @Test func aHintCosts() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    try folder.create(
      "Exercises/01-first.md",
      "## Number: half? {#half}\n\n> Hint: Two of them make one.\n\nanswer: `0.5 ± 0.01 nats`\n")
    let result = try LearnCommand(in: folder.url).run("quiz", input: "?\n?\nmany\n0,505 nats\n")
    #expect(result.output.contains("Two of them make one."))
    #expect(result.output.contains("There is no further hint."))
    #expect(result.output.contains("That is no number."))
    #expect(result.output.contains("Score 0.900"))
  }

  @Test func everyKindCanBeAnswered() throws {
    let command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    let answers = [
      "sort": String(repeating: "j\n", count: 5), "cards": "\n3\n4\n", "choose": "1 2\n", "order": "1 2 3\n4 3 2 1\n",
      "number": "0.5\n0.5 bits\n0.5 bits\n−12\n", "cloze": "Class\ninput\n", "parsons": "1 9\n1 2 3\n",
      "diagnose": "2\n",
      "predict": "many\n19\n2\n",
    ]
    #expect(answers.count == Exercise.Kind.allCases.count)
    for kind in Exercise.Kind.allCases.map(\.rawValue) {
      let input = try #require(answers[kind])
      let result = try command.run("quiz", "--lesson", "first", "--kind", kind, input: input)
      #expect(result.status == 0, "\(kind): \(result.errors)")
      #expect(!result.output.contains("The input ended here."), "\(kind): \(result.output)")
    }
    let store = try command.progress()
    for exercise in CourseReader.read(command.folder).lessons[0].exercises {
      #expect(try !store.states(of: [exercise.id]).isEmpty, "\(exercise.id)")
    }
    // Right, but asked for its unit, it got another one.
    #expect(try store.states(of: ["number-it"])[ItemID(exercise: "number-it", item: "")]?.lastMark == 0)
    #expect(try store.states(of: ["count-it"])[ItemID(exercise: "count-it", item: "")]?.lastMark == 1)
    #expect(try store.states(of: ["cloze-it"])[ItemID(exercise: "cloze-it", item: "")]?.lastMark == 1)
    for id in ["predict-it", "predict-largest"] {
      #expect(try store.states(of: [id])[ItemID(exercise: id, item: "")]?.lastMark == 1, "\(id)")
    }
    // Cards that were rated are scheduled, and so is what was wrong; what was right at once is not.
    let scheduled = Set(try store.due(at: Int64(Date().timeIntervalSince1970) + 86_400 * 400).map(\.item.exercise))
    #expect(scheduled.isSuperset(of: ["cards-it", "number-it", "order-it", "sort-it"]))
    #expect(scheduled.isDisjoint(with: ["count-it", "cloze-it", "predict-it"]))
  }

  @Test func whatWasTypedIsReadAsItIsMeant() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    try folder.create(
      "Exercises/01-first.md",
      """
      ## Number: how many? {#many}

      > Hint: A power of two, three times.

      answer: `49152 numbers`

      ## Number: which share? {#share}

      answer: `0.72`

      ## Choose: which one? {#one}

      - [x] This
      - [ ] That
      - [ ] The other

      ## Cloze: before the data {#before}

      Before the data there is the **prior**, then the **posterior**.

      """)
    let command = try LearnCommand(in: folder.url)
    let answers = "49,152 hats\n49,152 number\n2,3\n1\nPrior.\nprior\n72%\n"
    let result = try command.run(
      "quiz", "--kind", "number", "--kind", "choose", "--kind", "cloze", input: answers)
    let output = result.output
    #expect(result.status == 0, "\(result.errors)")
    #expect(output.contains("A number with its unit, numbers · Enter: leave it out · ?: hint\n"))
    #expect(
      Self.squeeze(output).contains(Self.squeeze("“hats” behind the number was not understood: the unit is numbers.")))
    #expect(output.contains("Right: 49152 numbers"))
    #expect(output.contains("Right: 0.72"))
    #expect(output.contains("One of them is right: give one number."))
    #expect(output.contains("✓ prior\n") && output.contains("You wrote “Prior.”."))
    #expect(output.contains("✗ posterior\n") && output.contains("You wrote “prior”."))
    #expect(!output.contains("The input ended here."), "\(output)")
  }

  /// At 80 columns no word of a title is broken, and lines rightly left out are no mistake.
  @Test func titlesAreWrappedAndWhatIsRightHasNoCross() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    let title = "which of these many sentences about a thing is the one that can be true here always"
    try folder.create(
      "Exercises/01-first.md",
      """
      ## Parsons: \(title) {#lines}

      ```swift
      a()
      b()
      ```

      - [ ] `c()`
        > It is not there.

      """)
    let command = try LearnCommand(in: folder.url)
    let asked = try command.run("quiz", "--kind", "parsons", input: "q\n").output
    let lines = asked.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(asked)")
    let words = Set(asked.split(whereSeparator: \.isWhitespace))
    #expect(title.split(separator: " ").allSatisfy(words.contains), "\(asked)")
    // The numbers under which the lines are shown.
    let order = try ["a()", "b()"].map { line in
      try #require(lines.first { $0.hasSuffix(line) }).prefix { $0.isNumber }
    }
    let result = try command.run("quiz", "--kind", "parsons", input: order.joined(separator: " ") + "\n")
    #expect(result.output.contains("Score 1.000"), "\(result.output)")
    #expect(result.output.contains("· `c()` does not belong.") && !result.output.contains("✗"))
    for line in try command.run("undo", "--list").lines { #expect(line.count <= 80) }
  }

  @Test func qLeaves() throws {
    let command = try LearnCommand()
    let result = try command.run("quiz", input: "1\nq\n1\n")
    #expect(result.status == 0)
    #expect(result.output.contains("\nUntil next time.\n"))
    #expect(result.output.hasSuffix("1 answer kept.\n"))
    #expect(try kept(command).answers == 1)
  }

  /// As in a lesson: what is hidden is run and not shown.
  @Test func hiddenLinesOfACellStayHidden() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    try folder.create(
      "Exercises/01-first.md",
      """
      ## Diagnose: why? {#why}

      ```swift
      //| id: why
      //| hide
      let secret = 3
      //| show
      text("there are \\(secret)")
      ```

      - [x] so
      - [ ] not so

      """)
    let result = try LearnCommand(in: folder.url).run("quiz", "--kind", "diagnose", input: "1\n")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("there are 3"))
    let listing = try #require(result.output.range(of: "This is what was run:")).upperBound
    #expect(result.output[listing...].contains("text("))
    #expect(!result.output.contains("let secret"))
  }
}
