import Markup
import Practice
import Testing

@testable import Course

@Suite struct ExerciseReaderTests {
  let exercises = Fixture.sound.lessons[0].exercises

  func read(_ text: String) -> [Exercise] {
    var reader = ExerciseReader(file: "Exercises/a.md")
    return reader.read(text)
  }

  @Test func everyKindIsRead() {
    #expect(
      exercises.map(\.id) == [
        "sort-it", "order-it", "choose-it", "number-it", "count-it", "cards-it", "cloze-it", "predict-it",
        "predict-largest", "parsons-it", "diagnose-it",
      ])
    #expect(
      exercises.map(\.kind) == [
        .sort, .order, .choose, .number, .number, .cards, .cloze, .predict, .predict, .parsons, .diagnose,
      ])
    #expect(Set(exercises.map(\.kind)) == Set(Exercise.Kind.allCases), "the fixture lacks a kind")
    #expect(exercises[0].title.plainText == "judge or maker?")
    #expect(exercises.map(\.prompt.count) == [1, 1, 1, 1, 0, 0, 1, 2, 1, 1, 1])
    #expect(exercises.map(\.hints.count) == [2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0])
    #expect(exercises[0].hints[0].plainText == "Look at what comes out.")
    #expect(exercises[0].file == "Exercises/01-first.md")
    #expect(exercises[0].line == 5)
  }

  @Test func sorting() {
    guard case .sort(let buckets) = exercises[0].content else {
      Issue.record("no sorting")
      return
    }
    #expect(buckets.map(\.name.plainText) == ["Judge", "Maker", "Both"])
    #expect(
      buckets.map { $0.items.map(\.text.plainText) } == [
        ["A spam filter", "A thermometer that says too hot"], ["A translator", "A composer, with noise"],
        ["Naive Bayes"],
      ])
    #expect(buckets.map { $0.items.map(\.feedback.count) } == [[1, 0], [2, 0], [0]])
  }

  @Test func orderingAndChoice() {
    guard case .order(let items) = exercises[1].content, case .choose(let options) = exercises[2].content else {
      Issue.record("no ordering, no choice")
      return
    }
    #expect(items.map(\.text.plainText) == ["First", "Second", "Third", "Fourth"])
    #expect(items.map(\.feedback.count) == [1, 0, 0, 0])
    #expect(options.map(\.isRight) == [true, false, true, false])
    #expect(options.map(\.item.feedback.count) == [1, 0, 0, 1])
  }

  @Test func numbers() {
    guard case .number(let quantity) = exercises[3].content, case .number(let count) = exercises[4].content else {
      Issue.record("no numbers")
      return
    }
    #expect(quantity.value == 0.5)
    #expect(quantity.tolerance == 0.01)
    #expect(quantity.unit == "nats")
    #expect(quantity.feedback.plainText.hasPrefix("It is"))
    #expect(count.value == -12)
    #expect(count.tolerance == 0)
    #expect(count.unit == "")
  }

  @Test(
    arguments: [
      ("1e-3 ± 2e-4 m/s", 1e-3, 2e-4, "m/s"), ("3", 3, 0, ""), ("3.5±0.5", 3.5, 0.5, ""), ("-1 %", -1, 0, "%"),
    ] as [(String, Double, Double, String)]) func answersOfNumbers(
      text: String, value: Double, tolerance: Double, unit: String
    )
  {
    guard case .number(let quantity)? = read("## Number: a {#x}\n\nanswer: `\(text)`\n").first?.content else {
      Issue.record("no number")
      return
    }
    #expect(quantity.value == value)
    #expect(quantity.tolerance == tolerance)
    #expect(quantity.unit == unit)
  }

  @Test func cards() {
    guard case .cards(let cards) = exercises[5].content else {
      Issue.record("no cards")
      return
    }
    #expect(cards.map(\.front.plainText) == ["Latent space", "P(x | y)"])
    #expect(cards.map(\.back.count) == [1, 2])
  }

  private func ids(_ exercise: Exercise?) -> [String: String] {
    var ids: [String: String] = [:]
    switch exercise?.content {
    case .sort(let buckets): for item in buckets.flatMap(\.items) { ids[item.text.plainText] = item.id }
    case .order(let items): for item in items { ids[item.text.plainText] = item.id }
    case .choose(let options): for option in options { ids[option.item.text.plainText] = option.item.id }
    case .cards(let cards): for card in cards { ids[card.front.plainText] = card.id }
    case .cloze(let cloze): for blank in cloze.blanks { ids[blank.answer] = blank.id }
    case .number, .predict, .parsons, .diagnose, nil: break
    }
    return ids
  }

  /// A learner's history is kept under these ids: they may not change from one version of Learn to the next.
  @Test func idsAreWhatTheyWere() {
    #expect(ids(exercises[5]) == ["Latent space": "cards-it.7fcfdbe55c5e", "P(x | y)": "cards-it.07d2398231df"])
  }

  /// An edit elsewhere keeps an item's history: another order, feedback, title, emphasis, another item.
  @Test func idsStayWhenSomethingElseChanges() {
    let before = ids(read("## Order: a {#x}\n\n1. one\n2. two\n   > why\n3. three\n").first)
    let after = ids(
      read("## Cards: w {#w}\n\n### F\n\nB.\n\n## Order: b {#x}\n\nMore.\n\n1. *two*\n2. one\n   > because\n3. four\n")
        .last)
    #expect(before.count == 3)
    #expect(before["one"] == after["one"])
    #expect(before["two"] == after["two"])
    #expect(before["three"] != nil)
    #expect(after["three"] == nil)
    #expect(!before.values.contains(after["four"] ?? ""))
  }

  @Test func idsTellExercisesAndWordsApart() {
    let x = ids(read("## Order: a {#x}\n\n1. one\n2. two\n").first)
    let y = ids(read("## Order: a {#y}\n\n1. one\n2. two\n").first)
    #expect(x["one"] != y["one"])
    #expect(x["one"] != x["two"])
    #expect(x["one"]?.hasPrefix("x.") == true)
  }

  /// All digits of the file are told: rounded, the answer might be wrong by its own tolerance.
  @Test(
    arguments: [
      (0.12345, 0.0005, "nats", "0.12345 ± 0.0005 nats"), (-12, 0, "", "-12"), (60_000, 0, "images", "60000 images"),
    ] as [(Double, Double, String, String)])
  func aQuantityIsToldAsItIsWritten(value: Double, tolerance: Double, unit: String, text: String) {
    #expect(Exercise.Quantity(value: value, tolerance: tolerance, unit: unit, feedback: []).text() == text)
  }
}
