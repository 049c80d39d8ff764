import Numerics
import Testing

@Suite struct RandomGeneratorTests {
  @Test func equalSeedsGiveEqualNumbersAndOthersDoNot() {
    var a = RandomGenerator(seed: 7)
    var b = RandomGenerator(seed: 7)
    var c = RandomGenerator(seed: 8)
    let numbers = a.normals(100)
    #expect(numbers == b.normals(100))
    #expect(numbers != c.normals(100))
    #expect(a == b)
  }

  @Test func vectorAndScalarDrawsReadTheSameBlocks() {
    var sixteen = RandomGenerator(seed: 3)
    sixteen.position = UInt64(UInt32.max) - 4  // the low word of the counter wraps round in the middle
    var single = sixteen
    let uniforms = sixteen.uniforms(16)
    #expect(uniforms == (0..<16).map { _ in single.uniform() })
    #expect(sixteen == single)
  }

  @Test func aSubstreamDependsOnKeyAndIndexOnly() {
    let parent = RandomGenerator(seed: 1)
    var drawn = parent
    _ = drawn.normals(1_000)
    #expect(parent.substream(5) == drawn.substream(5))
    var children = (0..<100).map { parent.substream(UInt64($0)) } + [parent]
    let firsts = Set(children.indices.map { children[$0].uniform() })
    #expect(firsts.count == 101)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func momentsOfUniform(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let numbers = generator.uniforms(100_003)
    #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
    let (mean, variance, _, _) = moments(numbers)
    #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / 100_003).squareRoot())
    #expect(abs(variance - 1.0 / 12) < 0.001)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func momentsOfNormal(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let numbers = generator.normals(100_003)
    let (mean, variance, skewness, kurtosis) = moments(numbers)
    // Four standard errors each.
    #expect(abs(mean) < 4 / 316.2)
    #expect(abs(variance - 1) < 4 * 1.414 / 316.2)
    #expect(abs(skewness) < 4 * 2.449 / 316.2)
    #expect(abs(kurtosis - 3) < 4 * 4.899 / 316.2)
    let within = numbers.count { abs($0) < 1.959_964 }
    #expect(abs(Double(within) / 100_003 - 0.95) < 4 * 0.2179 / 316.2)
  }

  @Test func integersBelowAreEquallyLikely() {
    var generator = RandomGenerator(seed: 11)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.integer(below: 7)] += 1 }
    // χ² with 6 degrees of freedom: 22.5 is exceeded once in a thousand.
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(chiSquare < 22.5)
    #expect(generator.integer(below: 1) == 0)
  }

  @Test func permutationHoldsEveryIndexOnceAndEveryOrderEquallyOften() {
    var generator = RandomGenerator(seed: 5)
    #expect(generator.permutation(257).sorted() == Array(0..<257))
    #expect(generator.permutation(0).isEmpty)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<12_000 { counts[generator.permutation(3), default: 0] += 1 }
    #expect(counts.count == 6)
    // χ² with 5 degrees of freedom: 20.5 is exceeded once in a thousand.
    #expect(counts.values.reduce(0.0) { $0 + (Double($1) - 2_000) * (Double($1) - 2_000) / 2_000 } < 20.5)
  }

  @Test func categoricalFollowsTheWeightsAndNeverDrawsAZero() {
    var generator = RandomGenerator(seed: 5)
    var counts = [0, 0, 0, 0]
    for _ in 0..<40_000 { counts[generator.categorical([1, 0, 3, 0])] += 1 }
    #expect(counts[1] == 0 && counts[3] == 0)
    #expect(abs(Double(counts[0]) / 40_000 - 0.25) < 4 * 0.433 / 200)
  }

  private func moments(_ numbers: [Float]) -> (mean: Double, variance: Double, skewness: Double, kurtosis: Double) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0) { $0 + Double($1) } / count
    var sums = (0.0, 0.0, 0.0)
    for number in numbers {
      let d = Double(number) - mean
      sums.0 += d * d
      sums.1 += d * d * d
      sums.2 += d * d * d * d
    }
    let variance = sums.0 / count
    return (mean, variance, sums.1 / count / (variance * variance.squareRoot()), sums.2 / count / (variance * variance))
  }
}
