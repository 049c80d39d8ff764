import Foundation
import GRDB
import Practice
import SpacedRepetition
import Testing

@testable import Progress

/// A store without a disk.
@Suite struct MemoryStoreTests {
  @Test func itKeepsAndTakesBack() throws {
    let store = try ProgressStore(database: DatabaseQueue(), course: "c")
    let kept = try store.record([.answer(card("code", .good)), .answer(card("prior", .again))], at: newYear)
    #expect(kept.map(\.before) == [.untouched, .untouched])
    #expect(kept.map { $0.due } == [try store.state(of: item("code"))?.card.due, newYear + 60])
    #expect(try store.undo(at: newYear + 1)?.id == kept[1].id)
    #expect(try store.state(of: item("prior")) == nil)
    let other = try ProgressStore(database: DatabaseQueue(), course: "c")
    #expect(try other.import(store.exportedLines(), named: "bytes") == ImportReport(added: 3, known: 0))
    #expect(try other.states(of: ["words"]) == store.states(of: ["words"]))
    #expect(throws: ProgressError.badLine(path: "bytes", line: 1)) { try other.import([0x7B], named: "bytes") }
  }

  /// The leech rule holds in the transaction of the answer, and undo takes both back, whatever came between.
  @Test func aLeechIsSetAsideWithItsAnswer() throws {
    let store = try ProgressStore(database: DatabaseQueue())
    var last: RecordedAnswer?
    for lapse in 1...8 {
      let time = newYear + Int64(lapse) * 60 * day
      try store.record(card("hard", .easy), at: time)
      last = try store.record(card("hard", .again), at: time + 30 * day)
      #expect(last?.isSetAside == (lapse == 8))
    }
    let time = newYear + 1_000 * day
    #expect(try store.hiddenItems(at: time) == [item("hard"): LogEvent.forGood])
    // Another process answers something else before it is taken back.
    try store.record(card("code", .good), at: time, session: "other")
    try store.undo(last?.id, at: time + 1)
    #expect(try store.hiddenItems(at: time).isEmpty)
    #expect(try store.state(of: item("hard"))?.card.lapses == 7)
  }

  /// What is buried until tomorrow is due tomorrow: for the plan, for what is due, and for the forecast.
  @Test func hiddenItemsAreDueWhenTheyAreShownAgain() throws {
    let store = try ProgressStore(database: DatabaseQueue())
    try store.record(card("code", .again), at: newYear)
    try store.hide(item("code"), until: newYear + day, at: newYear)
    let deck = PracticeExercise(id: "words", lesson: 1, kind: .cards, parts: ["code"], key: .cards)
    let study = StudyDay(rolloverHour: 0, timeZone: .gmt)
    #expect(try store.forecast(of: [item("code")], days: 3, at: newYear + 100, in: study) == [0, 1, 0])
    for (time, isDue) in [(newYear + 100, false), (newYear + day - 1, false), (newYear + day, true)] {
      #expect(try store.due(at: time).map(\.item) == (isDue ? [item("code")] : []))
      #expect(try store.plan([deck], now: time).dueCount == (isDue ? 1 : 0))
    }
  }
}
