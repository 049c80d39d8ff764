import Course
import Foundation
import Markup
import Practice
import Progress
import SpacedRepetition
import Testing

@testable import Exchange

@Suite struct CSVTests {
  @Test func anItemARow() throws {
    let course = try ExchangeCourse()
    let item = course.cards(of: "cards-it")[0]
    let store = try ProgressStore(folder: course.folder.appending(path: "home"))
    try store.record(Answer(item: item, kind: .cards, given: "", mark: 1, rating: .good), at: 1_767_225_600)
    let exercises = course.course.lessons.flatMap(\.exercises)
    let table = CSVTable(lessons: course.course.lessons, states: try store.states(of: exercises.map(\.id)))
    let rows = table.rows
    #expect(rows.allSatisfy { $0.count == CSVTable.header.count })
    #expect(Set(rows.map { $0[1] }) == Set(exercises.map(\.id)))
    #expect(Set(rows.map { $0[1] + $0[3] }).count == rows.count)
    let row = try #require(rows.first { $0[3] == item.item })
    #expect(
      row[5...] == [
        "Latent space", "Where the compact form lives.", "", "1", "1.000", "2026-01-01T00:10:00Z", "2.3065", "2.1181",
      ])
  }

  /// What a stranger's course says is words in a spreadsheet, too.
  @Test func nothingIsReckoned() throws {
    let course = try ExchangeCourse()
    var lesson = course.course.lessons[0]
    let title = [Inline(.text("=SUM(A1)"), range: nil)]
    for index in lesson.exercises.indices { lesson.exercises[index].title = title }
    let file = course.folder.appending(path: "table.csv")
    try CSVTable(lessons: [lesson], states: [:]).write(to: file)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(",'=SUM(A1),"), "\(text)")
    #expect(!text.contains(",=") && !text.contains(",\"="), "\(text)")
    #expect(text.hasSuffix("\r\n"))
  }

  /// Options, steps and lines are answered together, and each has what is known of all.
  @Test(arguments: ["choose-it", "order-it", "diagnose-it", "parsons-it", "number-it"])
  func whatIsAnsweredAsAWholeHasItsHistory(exercise: String) throws {
    let course = try ExchangeCourse()
    let store = try ProgressStore(folder: course.folder.appending(path: "home"))
    let whole = ItemID(exercise: exercise, item: "")
    try store.record(Answer(item: whole, kind: .other("test"), given: "", mark: 0.5), at: 1_767_225_600)
    let rows = CSVTable(lessons: course.course.lessons, states: try store.states(of: [exercise])).rows
    let own = rows.filter { $0[1] == exercise }
    #expect(!own.isEmpty)
    #expect(own.allSatisfy { $0[8...] == ["1", "0.500", "", "", ""] }, "\(own)")
  }

  /// The mark of a sort is none of its items'.
  @Test func anItemHasItsOwnHistory() throws {
    let course = try ExchangeCourse()
    let store = try ProgressStore(folder: course.folder.appending(path: "home"))
    let whole = ItemID(exercise: "sort-it", item: "")
    try store.record(Answer(item: whole, kind: .sort, given: "", mark: 0.5), at: 1_767_225_600)
    let rows = CSVTable(lessons: course.course.lessons, states: try store.states(of: ["sort-it"])).rows
    #expect(rows.filter { $0[1] == "sort-it" }.allSatisfy { $0[8] == "0" })
  }
}
