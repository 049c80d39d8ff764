import Course
import Foundation
import Practice
import Progress
import SpacedRepetition
import Testing

@testable import Exchange

/// The deck, as Anki's own backend reads it.
@Suite struct AnkiPackageTests {
  /// A Python that has the package `anki`: `LEARN_ANKI_PYTHON`, or the one that `.ci/run` makes.
  static let python: String? = {
    let chosen = ProcessInfo.processInfo.environment["LEARN_ANKI_PYTHON"]
    let usual = ExchangeCourse.project.appending(path: ".build/anki/bin/python").path
    return [chosen, usual].compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  struct Deck: Decodable {
    struct Card: Decodable {
      struct Review: Decodable {
        var time: Int64
        var ease: Int
        var interval: Int64
        var type: Int
      }

      var id: Int64
      var front: String
      var back: String
      var question: String
      var deck: String
      var type: Int
      var queue: Int
      var due: Int64
      var interval: Int64
      var answers: Int
      var lapses: Int
      var stability: Double?
      var difficulty: Double?
      var reviews: [Review]
    }

    var logs: [[String: Int]]
    var notes: Int
    var cards: [String: Card]
    var today: Int64
    var decks: [String]
    var media: [String]
    var isSound: Bool
    var parameters: [Double]
    var notetypes: Int
  }

  func read(_ arguments: String...) throws -> Deck {
    let script = ExchangeCourse.project.appending(path: "Tests/ExchangeTests/Programs/read_deck.py").path
    let output = try Tool.run(try #require(Self.python), [script] + arguments)
    #expect(output.status == 0, "\(output.text)")
    return try JSONDecoder().decode(Deck.self, from: Data(output.text.utf8))
  }

  static let isThere = ConditionTrait.enabled(
    if: python != nil, "no Python with the package anki: set LEARN_ANKI_PYTHON, or see .ci/run")

  @Test(isThere) func everyCardArrives() throws {
    let course = try ExchangeCourse()
    let file = course.folder.appending(path: "deck.apkg").path
    let report = try AnkiPackage(
      course: course.course, lessons: course.course.lessons, progress: nil, now: course.now
    ).write(to: URL(filePath: file))
    let deck = try read(file)
    #expect(deck.isSound)
    #expect(deck.notes == report.written && deck.cards.count == report.written)
    #expect(deck.decks.contains("A small course::01 The first lesson"))
    #expect(deck.cards.values.allSatisfy { $0.type == 0 && $0.reviews.isEmpty })
    #expect(deck.media == [])
    let number = try #require(deck.cards["number-it/"])
    #expect(number.back.contains("0.5 ± 0.01 nats"))
    #expect(report.leftOut.counts == [.predict: 2, .diagnose: 1])
  }

  @Test(isThere) func formulasAndPicturesArrive() throws {
    let course = try ExchangeCourse(
      exercises: """
        ## Cards: one {#one}

        ### What is $`x < y_1`$?

        ![a red dot](dot.png)

        ```math
        \\frac{a}{b}
        ```
        """)
    let picture = Data([0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
    try picture.write(to: course.folder.appending(path: "Exercises/dot.png"))
    let file = course.folder.appending(path: "deck.apkg").path
    try AnkiPackage(course: course.course, lessons: course.course.lessons, progress: nil, now: course.now)
      .write(to: URL(filePath: file))
    let deck = try read(file)
    let card = try #require(deck.cards.values.first)
    #expect(card.front == "What is \\(x &lt; y_1\\)?")
    #expect(card.back.contains("<p>\\[\\frac{a}{b}\\]</p>"))
    let name = try #require(deck.media.first)
    #expect(name.hasPrefix("learn-") && name.hasSuffix(".png"))
    #expect(card.back.contains("<img src=\"\(name)\" alt=\"a red dot\""))
  }

  /// What Anki then says of a card is what our log says: phase, day, memory, history.
  @Test(isThere) func progressArrives() throws {
    let course = try ExchangeCourse()
    let store = try ProgressStore(folder: course.folder.appending(path: "home"))
    let cards = course.cards(of: "cards-it")
    try #require(cards.count == 2)
    let start = course.now - 40 * 86_400
    for (days, rating) in [(0, Rating.good), (0, .good), (3, .good), (15, .again), (15, .good), (17, .hard)] {
      let answer = Answer(item: cards[0], kind: .cards, given: "", mark: 1, rating: rating, seconds: 4)
      try store.record(answer, at: start + Int64(days) * 86_400 + (days == 0 ? 700 : 0) + Int64(rating.rawValue))
    }
    try store.record(
      Answer(item: cards[1], kind: .cards, given: "", mark: 0, rating: .again, seconds: 4), at: course.now - 30)
    let hidden = course.cards(of: "second-cards")[0]
    try store.hide(hidden, until: LogEvent.forGood, at: course.now)
    let exercises = course.course.lessons.flatMap(\.exercises).map(\.id)
    let progress = try AnkiProgress(store, exercises: exercises, day: StudyDay(), now: course.now)
    let file = course.folder.appending(path: "deck.apkg").path
    try AnkiPackage(course: course.course, lessons: course.course.lessons, progress: progress, now: course.now)
      .write(to: URL(filePath: file))

    let deck = try read(file)
    #expect(deck.isSound)
    let state = try #require(try store.state(of: cards[0])).card
    let card = try #require(deck.cards["\(cards[0].exercise)/\(cards[0].item)"])
    let memory = try #require(state.memory)
    #expect(card.type == 2 && card.queue == 2)
    #expect(card.answers == 6 && card.lapses == 1)
    #expect(abs(try #require(card.stability) - memory.stability) < 1e-3 * memory.stability)
    #expect(abs(try #require(card.difficulty) - memory.difficulty) < 1e-2)
    let due = try #require(state.due)
    #expect(card.interval == (due - (state.lastReview ?? 0)) / 86_400)
    let day = StudyDay()
    let days = Double(day.start(of: due) - day.start(of: course.now)) / 86_400
    #expect(card.due == deck.today + Int64(days.rounded()))
    #expect(card.reviews.map(\.ease) == [3, 3, 3, 1, 3, 2].sorted { _, _ in false })
    #expect(card.reviews.map { $0.time / 1_000 } == (try store.reviews()[cards[0]] ?? []).map(\.at))
    #expect(card.reviews.map(\.type) == [0, 0, 1, 1, 2, 1])

    let learning = try #require(deck.cards["\(cards[1].exercise)/\(cards[1].item)"])
    #expect(learning.type == 1 && learning.queue == 1)
    #expect(learning.due == course.now + 30)
    #expect(deck.cards["\(hidden.exercise)/\(hidden.item)"]?.queue == -1)
    #expect(deck.parameters == Parameters.standard.values)
    // Whoever wants the deck alone gets it new.
    #expect(try read("--no-scheduling", file).cards.values.allSatisfy { $0.type == 0 })
  }

  @Test(isThere) func aSecondImportUpdates() throws {
    let course = try ExchangeCourse(exercises: "## Cards: c {#c}\n\n### Front\n\nOld.\n\n### Other\n\nBack.\n")
    let (first, second) = (course.folder.appending(path: "1.apkg"), course.folder.appending(path: "2.apkg"))
    try AnkiPackage(course: course.course, lessons: course.course.lessons, progress: nil, now: course.now)
      .write(to: first)
    let edited = try course.edited(
      "## Cards: c {#c}\n\n### Other\n\nBack.\n\n### Front\n\nNew.\n\n### Third\n\nMore.\n")
    try AnkiPackage(course: edited, lessons: edited.lessons, progress: nil, now: course.now + 60).write(to: second)
    let before = try read(first.path)
    let after = try read(first.path, second.path)
    #expect(after.logs == [["new": 2, "updated": 0, "duplicate": 0], ["new": 1, "updated": 2, "duplicate": 0]])
    #expect(after.notes == 3 && after.cards.count == 3 && after.notetypes == 1)
    for (name, card) in before.cards { #expect(after.cards[name]?.id == card.id) }
    #expect(after.cards.values.filter { $0.back.contains("New.") }.count == 1)
    #expect(!after.cards.values.contains { $0.back.contains("Old.") })
  }
}
