import Foundation
import Practice
import Testing

@testable import Progress

@Suite struct StudyDayTests {
  func time(_ text: String) throws -> Int64 {
    Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970)
  }

  func berlin(_ hour: Int) throws -> StudyDay {
    StudyDay(rolloverHour: hour, timeZone: try #require(TimeZone(identifier: "Europe/Berlin")))
  }

  @Test func afterMidnightItIsStillTheEvening() throws {
    let day = try berlin(4)
    #expect(try day.start(of: time("2026-01-10T01:30:00Z")) == time("2026-01-09T03:00:00Z"))
    #expect(try day.start(of: time("2026-01-10T02:59:59Z")) == time("2026-01-09T03:00:00Z"))
    #expect(try day.start(of: time("2026-01-10T03:00:00Z")) == time("2026-01-10T03:00:00Z"))
  }

  /// 29 March 2026 has 23 hours in Berlin, 25 October 2026 has 25.
  @Test func daysOfTwentyThreeAndTwentyFiveHours() throws {
    let day = try berlin(4)
    let spring = try time("2026-03-28T12:00:00Z")
    #expect(day.start(of: spring, daysLater: 1) - day.start(of: spring) == 23 * 3_600)
    let autumn = try time("2026-10-24T12:00:00Z")
    #expect(day.start(of: autumn, daysLater: 1) - day.start(of: autumn) == 25 * 3_600)
    #expect(try day.start(of: autumn, daysLater: 2) == time("2026-10-26T03:00:00Z"))
  }

  /// At 2:30 on 29 March 2026 no clock in Berlin shows 2 o'clock: the day begins all the same, and only once.
  @Test func aRolloverThatTheClockSkips() throws {
    let day = try berlin(2)
    let before = try time("2026-03-28T23:00:00Z")
    let start = day.start(of: before, daysLater: 1)
    #expect(try start == time("2026-03-29T01:00:00Z"))
    #expect(day.start(of: start) == start)
    #expect(try day.start(of: start - 1) == time("2026-03-28T01:00:00Z"))
  }

  @Test func leapDays() throws {
    let day = StudyDay(rolloverHour: 0, timeZone: .gmt)
    let february = try time("2028-02-28T09:00:00Z")
    #expect(try day.start(of: february, daysLater: 1) == time("2028-02-29T00:00:00Z"))
    #expect(try day.start(of: february, daysLater: 2) == time("2028-03-01T00:00:00Z"))
    #expect(try day.start(of: time("2028-03-01T00:00:00Z"), daysLater: -1) == time("2028-02-29T00:00:00Z"))
  }

  /// Every hour of two years belongs to exactly one day, and days follow one another.
  @Test(arguments: ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"])
  func daysFollowOneAnother(zone: String) throws {
    for hour in [0, 2, 4, 23] {
      let day = StudyDay(rolloverHour: hour, timeZone: try #require(TimeZone(identifier: zone)))
      var start = try day.start(of: time("2026-01-01T12:00:00Z"))
      for _ in 0..<731 {
        let next = day.start(of: start, daysLater: 1)
        #expect((82_800...90_000).contains(next - start))
        #expect(day.start(of: next - 1) == start)
        #expect(day.start(of: next) == next)
        start = next
      }
    }
  }

  @Test func impossibleHoursAreBroughtIn() {
    #expect(StudyDay(rolloverHour: 30).rolloverHour == 23)
    #expect(StudyDay(rolloverHour: -1).rolloverHour == 0)
  }
}
