import Practice
import Testing

@Suite struct ShuffleTests {
  @Test func theSeedDecidesTheOrder() {
    #expect(Shuffle.any(20, seed: 3) == Shuffle.any(20, seed: 3))
    #expect(Shuffle.any(20, seed: 3) != Shuffle.any(20, seed: 4))
    #expect(Shuffle.any(20, seed: 3).sorted() == Array(0..<20))
  }

  /// Published orders stay: FNV-1a of the id, and the attempt added to it.
  @Test func theExerciseAndTheAttemptDecideTheSeed() {
    #expect(Shuffle.seed(of: "foobar") == 0x8594_4171_f739_67e8)
    #expect(Shuffle.seed(of: "foobar", attempt: 2) == 0x8594_4171_f739_67ea)
    #expect(Shuffle.seed(of: "a") != Shuffle.seed(of: "b"))
  }

  @Test func anOrderingIsNeverShownSolved() {
    for count in 2...5 {
      for seed in 0..<500 as Range<UInt64> {
        let order = Shuffle.neverSolved(count, seed: seed)
        #expect(order != Array(0..<count))
        #expect(order.sorted() == Array(0..<count))
      }
    }
    #expect(Shuffle.neverSolved(2, seed: 1) == [1, 0])
    #expect(Shuffle.neverSolved(1, seed: 1) == [0])
    #expect(Shuffle.neverSolved(0, seed: 1).isEmpty)
  }

  /// χ² with 4 degrees of freedom: above 18.5 once in 1,000 runs.
  @Test func everyOtherOrderIsEquallyLikely() {
    var counts: [[Int]: Int] = [:]
    for seed in 0..<5_000 as Range<UInt64> { counts[Shuffle.neverSolved(3, seed: seed), default: 0] += 1 }
    #expect(counts.count == 5)
    let chiSquare = counts.values.reduce(0.0) { $0 + Double(($1 - 1_000) * ($1 - 1_000)) / 1_000 }
    #expect(chiSquare < 18.5)
  }
}
