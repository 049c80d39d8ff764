import Foundation
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct FiguresTests {
  let utc = StudyDay(rolloverHour: 0, timeZone: .gmt)

  @Test func limitsCountTodayOnly() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let limits = DailyLimits(newCards: 3, reviews: 5)
    try store.record(card("old", .easy), at: newYear - 20 * day)
    try store.record(card("old", .good), at: newYear + 10)
    try store.record(card("new", .good), at: newYear + 20)
    try store.record(card("new", .good), at: newYear + 700)
    try store.record(card("no card", nil), at: newYear + 710)
    #expect(try store.remaining(of: limits, at: newYear + 800, in: utc) == DailyLimits(newCards: 2, reviews: 4))
    try store.record(card("taken back", .good), at: newYear + 720)
    try store.undo(at: newYear + 721)
    #expect(try store.remaining(of: limits, at: newYear + 800, in: utc) == DailyLimits(newCards: 2, reviews: 4))
    #expect(try store.remaining(of: limits, at: newYear + day, in: utc) == limits)
    // What was wrong in an exercise becomes a card, and is no new one of the day's; from tomorrow on it is reviewed.
    let wrong = Answer(item: ItemID(exercise: "sort", item: "a"), kind: .sort, given: "", mark: 0, rating: .again)
    try store.record(wrong, at: newYear + 730)
    #expect(try store.remaining(of: limits, at: newYear + 800, in: utc) == DailyLimits(newCards: 2, reviews: 4))
    try store.record(wrong, at: newYear + day)
    #expect(try store.remaining(of: limits, at: newYear + day, in: utc) == DailyLimits(newCards: 3, reviews: 4))
    let none = DailyLimits(newCards: 0, reviews: 0)
    #expect(try store.remaining(of: none, at: newYear + 800, in: utc) == none)
  }

  @Test func theForecastCountsDays() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url, scheduler: .standard)
    for (index, name) in ["a", "b", "c", "d"].enumerated() {
      try store.record(card(name, .easy), at: newYear - Int64(index) * day)
    }
    // What the course no longer has, and what another course has.
    try store.record(card("gone", .again), at: newYear)
    let other = ItemID(exercise: "another", item: "a")
    try store.record(Answer(item: other, kind: .cards, given: "", mark: 0, rating: .again), at: newYear)
    let items = Set(["a", "b", "c", "d"].map { item($0) })
    let dues = try ["a", "b", "c", "d"].map { try #require(try store.state(of: item($0))?.card.due) }
    #expect(dues.map { ($0 - newYear) / day } == [8, 7, 6, 5])
    try store.hide(item("d"), until: LogEvent.forGood, at: newYear)
    #expect(try store.forecast(of: items, days: 10, at: newYear + 3_600, in: utc) == [0, 0, 0, 0, 0, 0, 1, 1, 1, 0])
    // What is overdue is today's.
    #expect(try store.forecast(of: items, days: 2, at: newYear + 7 * day, in: utc) == [2, 1])
    #expect(try store.forecast(of: items, days: 0, at: newYear, in: utc) == [])
  }

  @Test func masteryOfSomeExercises() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("a", .easy), at: newYear)
    try store.record(card("b", nil, mark: 0.5), at: newYear)
    let decks = [deck("words", ["a", "b", "c"]), deck("absent", ["a"])]
    let mastery = try store.mastery(of: decks, at: newYear + 30 * day)
    let known = try #require(try store.state(of: item("a")))
    let recall = Scheduler.standard.retrievability(known.card, at: newYear + 30 * day)
    #expect(mastery.items == 4 && mastery.answered == 2 && mastery.scheduled == 1)
    #expect(mastery.recall == recall && recall > 0.5 && recall < 0.9)
    #expect(abs(mastery.share - (recall + 0.5) / 4) < 1e-12)
    let none = try store.mastery(of: [deck("absent", ["a"])], at: newYear)
    #expect(none.items == 1 && none.answered == 0 && none.scheduled == 0 && none.share == 0 && none.recall == 0)
    #expect(try store.mastery(of: [], at: newYear).share == 0)
  }

  @Test func recallIsMeasuredAgainstItsPrediction() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for index in 0..<10 {
      try store.record(card("card \(index)", .easy), at: newYear)
      // Within the day: does not count.
      try store.record(card("card \(index)", .good), at: newYear + 3_600)
      try store.record(card("card \(index)", index < 8 ? .good : .again), at: newYear + 9 * day)
    }
    let curve = try store.recallCurve()
    #expect(curve.map(\.reviews).reduce(0, +) == 10)
    let bin = try #require(curve.first { $0.reviews > 0 })
    #expect(bin.reviews == 10 && bin.measured == 0.8)
    let states = Scheduler.standard.review(
      Scheduler.standard.review(.new, .easy, at: newYear), .good, at: newYear + 3_600)
    #expect(abs(bin.predicted - Scheduler.standard.retrievability(states, at: newYear + 9 * day)) < 1e-9)
  }

  @Test func activityByDay() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for offset in [-3 * day, -1, 0, 5, day] { try store.record(card("a", .good), at: newYear + offset) }
    let activity = try store.activity(days: 3, at: newYear + 9, in: utc)
    #expect(activity.map(\.answers) == [0, 1, 2])
    #expect(activity.map(\.seconds) == [0, 4, 8])
    #expect(activity.map(\.start) == [newYear - 2 * day, newYear - day, newYear])
  }

  @Test func daysInARow() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    #expect(try store.streak(at: newYear, in: utc) == 0)
    for offset in [-4, -2, -1] as [Int64] { try store.record(card("a", .good), at: newYear + offset * day + 7) }
    #expect(try store.streak(at: newYear + 9, in: utc) == 2)
    try store.record(card("a", .good), at: newYear + 10)
    #expect(try store.streak(at: newYear + 11, in: utc) == 3)
    #expect(try store.streak(at: newYear + 2 * day, in: utc) == 0)
  }

  @Test func leechesAreTold() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    var time = newYear
    try store.record(card("easy", .easy), at: time)
    try store.record(card("hard", .easy), at: time)
    for _ in 0..<8 {
      time += 10 * day
      try store.record(card("hard", .again), at: time)
      try store.record(card("hard", .easy), at: time + 600)
    }
    #expect(try store.leeches() == [item("hard")])
    #expect(try store.leeches(lapses: 9).isEmpty)
  }

  @Test func reviewsComeInTheirOrder() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("a", .easy), at: newYear)
    try store.record(card("b", .hard), at: newYear + 1)
    try store.record(card("a", nil), at: newYear + 2)
    try store.record(card("a", .again), at: newYear + 3)
    let histories = try store.reviewHistories()
    #expect(histories.map { $0.map(\.rating) } == [[.easy, .again], [.hard]])
    #expect(histories[0].map(\.at) == [newYear, newYear + 3])
  }
}
