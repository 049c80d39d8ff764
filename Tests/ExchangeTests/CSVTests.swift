import Course
import Foundation
import Progress
import SpacedRepetition
import Testing

@testable import Exchange

@Suite struct CSVTests {
  /// RFC 4180, section 2.
  @Test func quotesStandWhereTheyAreNeeded() {
    let text = CSVTable.text([["a", "b c", ""], ["x,y", "say \"so\"", "1\n2"]])
    #expect(text == "a,b c,\r\n\"x,y\",\"say \"\"so\"\"\",\"1\n2\"\r\n")
  }

  @Test func anItemARow() throws {
    let course = try ExchangeCourse()
    let item = course.cards(of: "cards-it")[0]
    let store = try ProgressStore(folder: course.folder.appending(path: "home"))
    try store.record(Answer(item: item, kind: "cards", given: "", mark: 1, rating: .good), at: 1_767_225_600)
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
}
