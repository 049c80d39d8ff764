import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// The states kept beside the log are those that the log gives.
@Suite struct StateTests {
  func states(_ names: [String], in store: ProgressStore) throws -> [String: ItemState] {
    var states: [String: ItemState] = [:]
    for name in names { states[name] = try store.state(of: item(name)) }
    return states
  }

  let names = (0..<12).map { "card \($0)" }

  /// Random answers; every so often the clock jumps, also back.
  func practise(_ store: ProgressStore, answers: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var time = newYear
    for _ in 0..<answers {
      let rating = Rating(rawValue: UInt8(random.next() % 4) + 1)
      try store.record(card(names[Int(random.next() % 12)], random.next() % 7 == 0 ? nil : rating), at: time)
      time += Int64(random.next() % UInt64(3 * day))
      if random.next() % 20 == 0 { time -= Int64(random.next() % UInt64(30 * day)) }
    }
  }

  @Test func stepByStepEqualsFromTheLog() throws {
    let folder = try TemporaryFolder()
    let scheduler = try Scheduler(fuzzSeed: 5)
    let store = try ProgressStore(folder: folder.url, scheduler: scheduler)
    try practise(store, answers: 400, seed: 1)
    let kept = try states(names, in: store)
    let curve = try store.recallCurve()
    #expect(kept.count == 12)
    // Another scheduler, and the first again: everything is computed from the log twice.
    let other = try ProgressStore(folder: folder.url, scheduler: Scheduler(desiredRetention: 0.8))
    #expect(try states(names, in: other) != kept)
    let again = try ProgressStore(folder: folder.url, scheduler: scheduler)
    #expect(try states(names, in: again) == kept)
    #expect(try again.recallCurve() == curve)
  }

  /// One process goes on with its old parameters after another has computed all states by new ones.
  @Test func statesOfTwoSchedulersAreNotMixed() throws {
    let folder = try TemporaryFolder()
    let relaxed = try Scheduler(desiredRetention: 0.8)
    let old = try ProgressStore(folder: folder.url)
    try practise(old, answers: 60, seed: 2)
    _ = try ProgressStore(folder: folder.url, scheduler: relaxed)
    try old.record(card(names[0], .good), at: newYear + 400 * day)
    let mended = try states(names, in: ProgressStore(folder: folder.url, scheduler: relaxed))
    let file = folder.url.appending(path: "log.jsonl")
    try old.export(to: file)
    let fresh = try ProgressStore(folder: folder.url.appending(path: "fresh"), scheduler: relaxed)
    try fresh.import(from: file)
    #expect(try states(names, in: fresh) == mended)
  }

  @Test func aClockSetBackKeepsTheOrderOfTheAnswers() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    // The clock said 2030 for one answer.
    try store.record(card("code", .easy), at: newYear)
    try store.record(card("code", .good), at: newYear + 1_461 * day)
    try store.record(card("code", .again), at: newYear + 10 * day)
    var expected = Scheduler.standard.review(.new, .easy, at: newYear)
    expected = Scheduler.standard.review(expected, .good, at: newYear + 1_461 * day)
    expected = Scheduler.standard.review(expected, .again, at: newYear + 10 * day)
    #expect(try store.state(of: item("code"))?.card == expected)
    // … and the card is not lost until 2030.
    #expect(try store.due(at: newYear + 11 * day).count == 1)
  }

  @Test func twoAnswersInTheSameSecondBothCount() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .good), at: newYear)
    try store.record(card("code", .good), at: newYear)
    #expect(try store.state(of: item("code"))?.card.reviews == 2)
    #expect(try store.state(of: item("code"))?.card.phase == .review)
  }
}
