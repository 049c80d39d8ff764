import Course
import Foundation
import Markup
import Practice
import Progress
import SpacedRepetition
import TestSupport
import Testing

/// What comes back, when, and how it can be put off; with answers given before, at times of the test's choosing.
@Suite struct PractiseTests {
  let command: LearnCommand
  let now = Int64(Date().timeIntervalSince1970)
  let lesson: Lesson

  init() throws {
    command = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"))
    lesson = CourseReader.read(command.folder).lessons[0]
  }

  func store() throws -> ProgressStore {
    try command.progress()
  }

  func card(_ index: Int) throws -> ItemID {
    guard case .cards(let cards)? = lesson.exercises.first(where: { $0.kind == .cards })?.content else {
      throw CocoaError(.featureUnsupported)
    }
    return ItemID(exercise: "cards-it", item: cards[index].id)
  }

  func answer(_ item: ItemID, _ rating: Rating?, mark: Double = 1, before seconds: Int64) throws {
    try store().record(
      Answer(item: item, kind: .cards, given: "", mark: mark, rating: rating), at: now - seconds)
  }

  @Test func aFailedItemComesBackByItself() throws {
    guard case .sort(let buckets) = lesson.exercises[0].content else { throw CocoaError(.featureUnsupported) }
    let item = buckets[1].items[0]
    let id = ItemID(exercise: "sort-it", item: item.id)
    for other in buckets.flatMap(\.items) where other.id != item.id {
      try answer(ItemID(exercise: "sort-it", item: other.id), nil, before: 7200)
    }
    try answer(id, .again, mark: 0, before: 7200)
    try answer(ItemID(exercise: "sort-it", item: ""), nil, mark: 0.75, before: 7200)
    let result = try command.run("quiz", "--kind", "sort", input: "Maker\n")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(item.text.plainText))
    #expect(!result.output.contains(buckets[0].items[0].text.plainText))
    #expect(result.output.contains("✓ Maker."))
    #expect(result.output.hasSuffix("1 answer kept.\n"))
    #expect(try store().state(of: id)?.card.reviews == 2)
  }

  /// The mark is the same, the time is not.
  @Test func confidenceDecidesWhenNotHowMuch() throws {
    for (sure, isScheduled) in [("1", true), ("2", false), ("", false)] {
      let fresh = try PractiseTests()
      let result = try fresh.command.run("quiz", "--kind", "cloze", "--confidence", input: "label\ninput\n\(sure)\n")
      #expect(result.output.contains("How sure are you?"))
      #expect(result.output.contains("Score 1.000"))
      let states = try fresh.store().states(of: ["cloze-it"]).filter { !$0.key.item.isEmpty }
      #expect(states.count == 2)
      for state in states.values {
        #expect(state.lastMark == 1)
        #expect((state.card.due != nil) == isScheduled, "confidence \(sure)")
      }
    }
  }

  @Test func aHintIsToldWithItsPriceAndTaken() throws {
    let result = try command.run("quiz", "--kind", "cloze", input: "?\n?\nlabel\ninput\n")
    #expect(result.output.contains("Hint 1 of 1, for 0.1 of the score:"))
    #expect(result.output.contains("There is no further hint."))
    #expect(result.output.contains("Score 0.900"))
  }

  @Test func aSortIsFollowedByWhatWasMixedUp() throws {
    let result = try command.run("quiz", "--kind", "sort", input: String(repeating: "1\n", count: 5))
    #expect(result.output.contains("You put 2 of “Maker” into “Judge”.\nYou put 1 of “Both” into “Judge”.\n"))
    #expect(result.output.contains(/Maker +│ 2 +│ 0 +│ 0/))
    #expect(result.output.contains("3 items come back by themselves."))
  }

  @Test func aCardThatIsForgottenTooOftenIsSetAside() throws {
    let item = try card(0)
    var seconds: Int64 = 86_400 * 3000
    try answer(item, .easy, before: seconds)
    for _ in 0..<7 {
      seconds -= 86_400 * 200
      try answer(item, .again, mark: 0, before: seconds)
      seconds -= 86_400
      try answer(item, .good, before: seconds)
    }
    let before = try #require(try store().state(of: item)?.card)
    #expect(before.lapses == 7)
    #expect(before.phase == .review)
    let result = try command.run("quiz", "--kind", "cards", "--limit", "1", input: "1\n")
    #expect(result.output.contains("Forgotten 8 times, so it is set aside."), "\(result.output)")
    #expect(try store().hiddenItems(at: now + 10)[item] == LogEvent.forGood)
    let aside = try command.run("progress", "aside")
    #expect(aside.output.contains("1  Latent space · forgotten too often"))
    // The answer taken back, it is no longer forgotten too often.
    #expect(try command.run("undo").output.hasPrefix("Taken back: Latent space · again.\n"))
    #expect(try command.run("progress", "aside").output == "Nothing is set aside.\n")
    _ = try command.run("quiz", "--kind", "cards", "--limit", "1", input: "1\n")
    #expect(try command.run("progress", "aside", "--bring-back", "2").status == 64)
    #expect(try command.run("progress", "aside", "--bring-back", "1").output == "Back again: Latent space\n")
    #expect(try command.run("progress", "aside").output == "Nothing is set aside.\n")
  }

  @Test func aCardIsBuriedSuspendedAndPutInOwnWords() throws {
    let result = try command.run(
      "quiz", "--kind", "cards", "--lesson", "first", input: "edit\nA small room.\n\n4\nbury\n")
    #expect(result.output.contains("Kept beside the lesson's words."))
    #expect(result.output.contains("In your words: A small room.\n  The lesson says:\n  Where the compact form lives."))
    #expect(result.output.contains("Not today: it comes back tomorrow."))
    let tomorrow = try #require(try store().hiddenItems(at: now + 10)[try card(1)])
    #expect(tomorrow > now && tomorrow <= now + 86_400 + 3600)
    let other = try command.run("quiz", "--kind", "cards", input: "suspend\n")
    #expect(other.output.contains("Set aside."))
    #expect(try store().hiddenItems(at: now + 10).values.contains(LogEvent.forGood))
  }

  @Test func answersAreTakenBack() throws {
    try store().record(Position(lesson: "first", section: lesson.sections.count), at: now)
    _ = try command.run("quiz", "--kind", "cards", input: "3\n2\n1\n")
    let list = try command.run("undo", "--list")
    #expect(list.lines.count == 3)
    #expect(list.lines[2].contains("Latent space · good"))
    #expect(list.lines[2].hasPrefix(" 3  "))
    let third = try command.run("undo", "3")
    #expect(third.output.hasPrefix("Taken back: Latent space · good.\n"))
    #expect(try store().state(of: card(0))?.answers ?? 0 == 0)
    #expect(try command.run("undo").output.hasPrefix("Taken back: P(x | y) · again.\n"))
    #expect(try command.run("undo").output == "Taken back: Front · hard.\n")
    #expect(try command.run("undo").output == "There is no answer to take back.\n")
    _ = try command.run("quiz", "--kind", "cards", "--limit", "1", input: "3\n")
    let far = try command.run("undo", "2")
    #expect(far.status == 64)
    #expect(far.errors.contains("there is no answer 2 to take back"))
  }

  @Test func aCardIsTakenBackWithinTheQuizAndAskedAgain() throws {
    let result = try command.run("quiz", "--kind", "cards", "--lesson", "first", input: "4\nundo\n3\n3\n")
    #expect(result.output.contains("Taken back: Latent space · easy."))
    #expect(result.output.hasSuffix("2 answers kept.\n"))
    #expect(try store().states(of: ["cards-it"]).values.map(\.answers) == [1, 1])
  }

  /// Where there is nothing to take back, the card stays.
  @Test func aCardIsNotLostToAnUndoThatFindsNothing() throws {
    let result = try command.run("quiz", "--kind", "cards", "--lesson", "first", input: "undo\n3\n3\n")
    #expect(result.output.contains("There is no answer to take back."))
    #expect(result.output.hasSuffix("2 answers kept.\n"), "\(result.output)")
  }

  @Test func anExerciseIsTakenBackWithItsItemsAndAskedAgain() throws {
    let result = try command.run(
      "quiz", "--kind", "sort", "--kind", "cards", "--lesson", "first",
      input: String(repeating: "1\n", count: 5) + "undo\n" + String(repeating: "1\n", count: 5) + "3\n3\n")
    #expect(result.output.contains("Taken back: Sort: judge or maker? · score 0.100."), "\(result.output)")
    #expect(result.output.components(separatedBy: "\n1 of 5  ").count == 3)
    #expect(result.output.hasSuffix("7 answers kept.\n"))
    #expect(try store().states(of: ["sort-it"]).values.map(\.answers) == [Int](repeating: 1, count: 6))
    let list = try command.run("undo", "--list")
    #expect(list.lines.count == 3)
    #expect(list.lines[2].contains("Sort: judge or maker? · score 0.100"))
    #expect(try command.run("undo", "3").output.hasPrefix("Taken back: Sort: judge or maker? · score 0.100.\n"))
    #expect(try store().states(of: ["sort-it"]).isEmpty)
    #expect(try store().states(of: ["cards-it"]).count == 2)
  }

  /// What was answered before is no answer of this sitting.
  @Test func anAnswerOfAnEarlierSittingIsNotCounted() throws {
    _ = try command.run("quiz", "--kind", "cards", "--lesson", "first", "--limit", "1", input: "3\n")
    let result = try command.run("quiz", "--kind", "cards", "--lesson", "first", input: "undo\nn\nundo\ny\n3\n")
    let question = "That was an answer of an earlier sitting: Latent space · good. Take it back? [y/n]\n"
    #expect(
      result.output.replacing("\n", with: " ").components(separatedBy: question.dropLast()).count == 3, "\(result)")
    #expect(result.output.components(separatedBy: "Taken back: Latent space · good.").count == 2)
    #expect(result.output.hasSuffix("1 answer kept.\n"))
  }

  /// What was taken back counts again as it did, with its time; once something else is answered, it is gone.
  @Test func anAnswerIsGivenAgain() throws {
    let before = now - 86_400
    try answer(card(0), .good, before: 86_400)
    let state = try store().states(of: ["cards-it"])
    let result = try command.run("quiz", "--kind", "cards", "--lesson", "first", input: "undo\ny\nredo\nredo\nq\n")
    #expect(result.output.contains("Given again: Latent space · left out."), "\(result.output)")
    #expect(result.output.contains("Nothing was taken back since the last answer."))
    #expect(try store().states(of: ["cards-it"]) == state)
    #expect(try store().recentAttempts().first?.answer.at == before)
  }

  /// An exercise can wait until tomorrow, or for good, as a card can.
  @Test func anExerciseIsLeftForAnotherTime() throws {
    let result = try command.run(
      "quiz", "--kind", "choose", "--kind", "cloze", "--lesson", "first", input: "bury\nsuspend\n")
    #expect(result.output.contains("Not today: it comes back tomorrow."), "\(result.output)")
    #expect(result.output.contains("Set aside. `learn progress aside` shows what is, and brings it back."))
    #expect(try store().hiddenItems(at: now + 10).count == 2)
    let after = try command.run("quiz", "--kind", "choose", "--kind", "cloze", "--lesson", "first")
    #expect(after.output.hasPrefix("There is nothing to practise here.\n"), "\(after.output)")
  }

  /// A slip of one letter is told, and not marked; given once more it counts.
  @Test func aSlipIsTold() throws {
    let told = "is a letter away from an answer."
    let mended = try command.run("quiz", "--kind", "cloze", "--lesson", "first", input: "lable\nlabel\nimput\nimput\n")
    #expect(mended.output.components(separatedBy: told).count == 3, "\(mended.output)")
    #expect(mended.output.contains("Score 0.500"))
    #expect(
      try command.run("quiz", "--kind", "cloze", "--lesson", "first", input: "y\ninput\n").output.contains(told)
        == false)
  }

  @Test func whatIsNotDueIsAskedWhereItIsWanted() throws {
    try answer(card(0), .good, before: 60)
    try answer(card(1), .good, before: 60)
    let early = try command.run("quiz", "--kind", "cards", "--lesson", "first")
    #expect(early.output.contains("`learn quiz --ahead` asks it now."), "\(early.output)")
    let ahead = try command.run("quiz", "--kind", "cards", "--lesson", "first", "--ahead", input: "3\n3\n")
    #expect(ahead.output.hasSuffix("2 answers kept.\n"), "\(ahead.output)")
  }

  /// What was done last is taken back first, and no card is passed over.
  @Test func aCardSetAsideIsBroughtBackBeforeAnAnswerIsTakenBack() throws {
    try store().record(Position(lesson: "first", section: lesson.sections.count), at: now)
    let result = try command.run("quiz", "--kind", "cards", input: "3\nsuspend\nundo\nundo\n4\nbury\nundo\n4\n4\n")
    let told = ["Back again: ", "Taken back: Latent space · good."].map { result.output.range(of: $0)?.lowerBound }
    #expect(told[0] != nil && told[1] != nil && told[0]! < told[1]!, "\(result.output)")
    #expect(result.output.hasSuffix("3 answers kept.\n"), "\(result.output)")
    #expect(try store().hiddenItems(at: now + 10).isEmpty)
    #expect(try store().states(of: ["cards-it", "second-cards"]).values.map(\.answers) == [1, 1, 1])
  }

  /// Of a lesson that is not reached yet, what was answered comes back all the same.
  @Test func whatIsDueIsAskedWhereverTheLearnerIs() throws {
    guard case .cards(let cards)? = CourseReader.read(command.folder).lessons[1].exercises.first?.content else {
      throw CocoaError(.featureUnsupported)
    }
    try answer(ItemID(exercise: "second-cards", item: cards[0].id), .again, mark: 0, before: 3600)
    #expect(try command.run().output.contains("1 card is due"))
    let quiz = try command.run("quiz", "--kind", "cards", input: "3\nq\n")
    #expect(quiz.output.contains("1 of 3  Front"), "\(quiz.output)")
  }

  @Test func whatComesBackSoonIsNotOfferedAtOnce() throws {
    _ = try command.run("quiz", "--kind", "cards", "--lesson", "first", input: "1\n1\n")
    let again = try command.run("quiz", "--kind", "cards", "--lesson", "first", input: "")
    #expect(
      again.output.contains(/Nothing is due: 2 come back within the hour, the first in \d+ min\./), "\(again.output)")
    #expect(!again.output.contains("Latent space"))
  }

  @Test func nextOffersWhatHasFaded() throws {
    try store().record(Position(lesson: "first", section: lesson.sections.count), at: now - 86_400 * 400)
    let fresh = try command.run("next")
    #expect(!fresh.output.contains("builds on what has faded"))
    for index in 0...1 { try answer(card(index), .hard, before: 86_400 * 300) }
    let result = try command.run("next")
    #expect(result.status == 0)
    #expect(result.output.contains("builds on what has faded"))
    #expect(result.output.contains("First: `learn quiz --lesson 1 --kind cards`"))
    #expect(result.output.contains("2 · "), "the lesson follows all the same")
    for index in 0...1 { try answer(card(index), .good, before: 0) }
    #expect(try !command.run("next").output.contains("builds on what has faded"))
  }

  @Test func withoutACompilerWhatNeedsARunIsLeftOutWithASentence() throws {
    var bare = command
    bare.environment["PATH"] = "/nowhere"
    bare.environment["XDG_CACHE_HOME"] = command.home.url.appending(path: "cache").path
    let result = try bare.run("quiz", "--lesson", "first", "--kind", "predict", "--kind", "diagnose", input: "")
    #expect(result.status == 0, "\(result.errors)")
    let words = QuizTests.squeeze(result.output)
    #expect(words.contains("Leftout,foritneedsacell’srun") || words.contains("Leftout,foritneedsacell'srun"))
    #expect(words.contains("thereisnoSwiftcompiler"))
    #expect(result.output.hasSuffix("0 answers kept.\n"))
  }

  @Test func cellsOfAnUntrustedCourseAreNotRunForAnExercise() throws {
    let stranger = try LearnCommand(in: LearnCommand.fixtures.appending(path: "Sound"), trusting: false)
    var other = stranger
    other.environment["XDG_CACHE_HOME"] = stranger.home.url.appending(path: "cache").path
    let result = try other.run("quiz", "--lesson", "first", "--kind", "diagnose", input: "")
    #expect(QuizTests.squeeze(result.output).contains("didnotcomewithlearn"), "\(result.output)")
    #expect(result.output.hasSuffix("0 answers kept.\n"))
  }
}
