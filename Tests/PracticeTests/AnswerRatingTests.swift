import Progress
import SpacedRepetition
import Testing

@testable import Course
@testable import Practice

/// What an answer says about memory, and what mastery is made of it.
@Suite struct AnswerRatingTests {
  @Test(
    arguments: [
      (false, 0, 0, nil, false, .again), (false, 0.9, 0, .sure, true, .again), (true, 1, 0, nil, false, nil),
      (true, 1, 0, .fairlySure, false, nil), (true, 1, 0, .sure, false, nil), (true, 1, 0, .guessed, false, .hard),
      (true, 1, 1, nil, false, .hard), (true, 0.93, 0, .sure, false, .hard), (true, 1, 0, nil, true, .good),
      (true, 1, 0, .fairlySure, true, .good), (true, 1, 0, .sure, true, .easy), (true, 1, 0, .guessed, true, .hard),
      (true, 1, 2, .sure, true, .hard),
    ] as [(Bool, Double, Int, Confidence?, Bool, Rating?)]) func ratings(
      passed: Bool, mark: Double, hints: Int, confidence: Confidence?, isScheduled: Bool, expected: Rating?
    )
  {
    #expect(
      Rating(passed: passed, mark: mark, hints: hints, confidence: confidence, isScheduled: isScheduled) == expected)
  }

  @Test(
    arguments: [
      ("label", true), ("Label ", true), ("LA BEL", true), ("class", true), ("well-known", true), ("well known", true),
      ("Bayes'", true), ("Bayes’", true), ("−1", true), ("-1", true), ("1", false), ("", false), ("labels", false),
      ("“label”", true), ("'label'", true), ("“label", false),
    ]) func fillings(text: String, isRight: Bool)
  {
    #expect(AnswerReading.fills(text, ["label", "class", "well-known", "Bayes’", "-1"]) == isRight)
  }

  /// A letter too many, too few or another, or two that have changed places; a short word is another word at once.
  @Test(arguments: [
    ("widht", true), ("wdth", true), ("widths", true), ("wixth", true), ("Widtn", true), ("width", false),
    ("wit", false),
    ("widhtx", false), ("", false), ("mod", false),
  ]) func slips(text: String, isSlip: Bool) {
    #expect(AnswerReading.isSlip(text, of: ["width", "mode"]) == isSlip, "\(text)")
  }

  @Test(
    arguments: [
      (Setting.desiredRetention, "0.85", "0.85"), (.desiredRetention, "85%", "0.85"),
      (.desiredRetention, "0.5", nil), (.desiredRetention, "x", nil), (.learningSteps, "1m 10m", "1m 10m"),
      (.learningSteps, "none", "none"), (.learningSteps, "10", nil), (.relearningSteps, "2h", "2h"),
      (.spread, "No", "no"), (.spread, "maybe", nil), (.newCards, "0", "0"), (.newCards, "-1", nil),
      (.reviews, "10000", nil), (.dayBegins, "23", "23"), (.dayBegins, "24", nil),
    ] as [(Setting, String, String?)]) func settings(setting: Setting, text: String, kept: String?)
  {
    #expect(setting.value(text) == kept)
  }

  @Test func standardsAreTheirOwnValues() {
    for setting in Setting.choices { #expect(setting.value(setting.standard) == setting.standard) }
  }

  @Test func masteryIsWhatWouldBeRightNow() throws {
    let lesson = CourseReader.read(PracticePlanTests.fixtures).lessons[0]
    let exercises = lesson.exercises.filter { ["choose-it", "cards-it"].contains($0.id) }
    let items = exercises.flatMap(\.items)
    #expect(items.count == 3)
    try PracticePlanTests().withStore { store in
      let now = PracticePlanTests.now
      try store.record(Answer(item: items[0], kind: .other("t"), given: "", mark: 0.5), at: now)
      try store.record(Answer(item: items[1], kind: .other("t"), given: "", mark: 1, rating: .easy), at: now)
      let states = try store.states(of: exercises.map(\.id))
      let day = now + 86_400 * 30
      let mastery = try store.mastery(of: exercises.map { $0.practised(in: 1) }, at: day)
      let recall = try store.scheduler.retrievability(#require(states[items[1]]).card, at: day)
      #expect(mastery.items == 3 && mastery.answered == 2 && mastery.scheduled == 1)
      #expect(abs(mastery.share - (0.5 + recall) / 3) < 1e-12)
      #expect(mastery.recall == recall && recall < 0.95)
    }
  }
}
