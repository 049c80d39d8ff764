import Practice
import Testing

@Suite struct OrderingScoreTests {
  struct Row: Sendable {
    var answer: [Int]
    var tau: Double
    var mark: Double
    var longest: Int
  }

  static let rows = [
    Row(answer: [0, 1, 2, 3, 4, 5], tau: 1, mark: 1, longest: 6),
    Row(answer: [1, 0, 2, 3, 4, 5], tau: 13.0 / 15, mark: 14.0 / 15, longest: 5),
    Row(answer: [1, 2, 3, 4, 5, 0], tau: 1.0 / 3, mark: 2.0 / 3, longest: 5),
    Row(answer: [3, 4, 5, 0, 1, 2], tau: -0.2, mark: 0.4, longest: 3),
    Row(answer: [5, 4, 3, 2, 1, 0], tau: -1, mark: 0, longest: 1),
    Row(answer: [0], tau: 1, mark: 1, longest: 1),
  ]

  @Test(arguments: rows) func marks(row: Row) throws {
    let score = try OrderingScore(answer: row.answer)
    #expect(abs(score.tau - row.tau) < 1e-15)
    #expect(abs(score.mark - row.mark) < 1e-15)
    #expect(score.ordered.count == row.longest)
    #expect(score.passed == (row.longest >= row.answer.count - 1))
  }

  @Test func theMisplacedLineIsNamed() throws {
    #expect(try OrderingScore(answer: [1, 2, 3, 4, 5, 0]).misplaced == [0])
    #expect(try OrderingScore(answer: [5, 0, 1, 2, 3, 4]).misplaced == [5])
    #expect(try OrderingScore(answer: [0, 1, 2]).misplaced.isEmpty)
    #expect(try OrderingScore(answer: [0, 3, 1, 2, 4]).misplaced == [3])
  }

  @Test func theMisplacedPairIsNamed() throws {
    let pair = try #require(try OrderingScore(answer: [0, 3, 1, 2, 4]).misplacedPair)
    #expect(pair.first == 3 && pair.second == 1)
    #expect(try OrderingScore(answer: [0, 1, 2]).misplacedPair == nil)
    #expect(try OrderingScore(answer: [0]).misplacedPair == nil)
  }

  /// Against a search through every subset, for every order of five lines.
  @Test func theOrderedSubsetIsALongest() throws {
    for answer in permutations([0, 1, 2, 3, 4]) {
      let score = try OrderingScore(answer: answer)
      var longest = 0
      for mask in 0..<32 {
        let subset = (0..<5).filter { mask & (1 << $0) != 0 }.map { answer[$0] }
        if subset == subset.sorted() { longest = max(longest, subset.count) }
      }
      #expect(score.ordered.count == longest)
      #expect(score.ordered == score.ordered.sorted())
      #expect((score.ordered + score.misplaced).sorted() == [0, 1, 2, 3, 4])
    }
  }

  @Test func sequencesThatAreNoOrderAreRefused() {
    #expect(throws: ScoringError.nothingToMark) { try OrderingScore(answer: []) }
    #expect(throws: ScoringError.repeated(1)) { try OrderingScore(answer: [1, 1, 0]) }
    #expect(throws: ScoringError.outOfRange(3)) { try OrderingScore(answer: [3, 1, 0]) }
  }

  func permutations(_ elements: [Int]) -> [[Int]] {
    guard let first = elements.first else { return [[]] }
    return permutations(Array(elements.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }
}
