import Testing

@testable import SpacedRepetition

@Suite struct FuzzTests {
  @Test func rangesGrowWithTheInterval() {
    #expect(Fuzz.range(around: 3, maximum: 36_500) == 2...4)
    #expect(Fuzz.range(around: 10, maximum: 36_500) == 8...12)
    #expect(Fuzz.range(around: 100, maximum: 36_500) == 93...107)
    #expect(Fuzz.range(around: 100, maximum: 100) == 93...100)
  }

  @Test func shortIntervalsAreLeftAlone() {
    let fuzz = Fuzz(seed: 7)
    #expect((0..<100).allSatisfy { fuzz.days(around: 2, maximum: 36_500, card: $0, reviews: 3) == 2 })
  }

  /// χ² with 14 degrees of freedom: above 36.1 once in 1,000 seeds.
  @Test func everyDayIsEquallyLikely() {
    let fuzz = Fuzz(seed: 2026)
    var counts: [Int64: Int] = [:]
    for card in 0..<15_000 as Range<UInt64> {
      counts[fuzz.days(around: 100, maximum: 36_500, card: card, reviews: 4), default: 0] += 1
    }
    #expect(counts.keys.sorted() == Array(93...107))
    let expected = 1_000.0
    let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(chiSquare < 36.1)
  }

  @Test func theSameCardGetsTheSameIntervalAtAnySecond() throws {
    let scheduler = try Scheduler(fuzzSeed: 11)
    var known = scheduler.review(.new, .easy, at: 1_767_225_600)
    known.memory?.stability = 60
    let preview = scheduler.intervals(known, at: 1_772_000_000, card: 5)
    let later = scheduler.intervals(known, at: 1_772_000_009, card: 5)
    #expect(preview == later)
    #expect(scheduler.intervals(known, at: 1_772_000_000, card: 6) != preview)
  }
}
