import Practice
import Testing

@Suite struct SortingScoreTests {
  /// `right` items in their own bucket, then `wrong` in the next one, then blanks, of n = 12.
  func score(buckets: Int, right: Int, wrong: Int) throws -> SortingScore {
    let key = (0..<12).map { $0 % buckets }
    let answer = key.enumerated().map { index, bucket -> Int? in
      index < right ? bucket : index < right + wrong ? (bucket + 1) % buckets : nil
    }
    return try SortingScore(answer: answer, key: key, buckets: buckets)
  }

  /// Buckets, right, wrong, mark.
  static let rows: [(Int, Int, Int, Double)] = [
    (2, 9, 3, 0.5), (3, 9, 3, 0.625), (2, 6, 6, 0), (3, 4, 8, 0), (4, 3, 9, 0), (2, 12, 0, 1), (2, 0, 12, 0),
    (2, 9, 0, 0.75), (2, 0, 0, 0), (3, 6, 2, 5.0 / 12),
  ]

  @Test(arguments: rows)
  func marksAreCorrectedForGuessing(buckets: Int, right: Int, wrong: Int, mark: Double) throws {
    let score = try score(buckets: buckets, right: right, wrong: wrong)
    #expect(abs(score.mark - mark) < 1e-15)
    #expect(score.right == right && score.wrong == wrong && score.blank == 12 - right - wrong)
  }

  @Test func theTableSaysWhatWasMixedUp() throws {
    let key = [0, 0, 0, 0, 1, 1, 1, 2]
    let score = try SortingScore(answer: [1, 1, 1, 0, 0, 1, nil, 0], key: key, buckets: 3)
    #expect(score.confusion.counts == [1, 3, 0, 1, 1, 0, 1, 0, 0])
    #expect(score.confusion[0, 1] == 3)
    let commonest = try #require(score.confusion.commonest)
    #expect(commonest.truth == 0 && commonest.chosen == 1 && commonest.count == 3)
    #expect(try SortingScore(answer: [0, 1], key: [0, 1], buckets: 2).confusion.commonest == nil)
  }

  @Test func answersThatFitNoKeyAreRefused() {
    #expect(throws: ScoringError.tooFewBuckets(1)) { try SortingScore(answer: [0], key: [0], buckets: 1) }
    #expect(throws: ScoringError.nothingToMark) { try SortingScore(answer: [], key: [], buckets: 2) }
    #expect(throws: ScoringError.wrongCount(expected: 2, found: 1)) {
      try SortingScore(answer: [0], key: [0, 1], buckets: 2)
    }
    #expect(throws: ScoringError.outOfRange(2)) { try SortingScore(answer: [2], key: [0], buckets: 2) }
    #expect(throws: ScoringError.outOfRange(-1)) { try SortingScore(answer: [0], key: [-1], buckets: 2) }
  }
}
