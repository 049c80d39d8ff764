/// One attempt at putting a listing together.
package struct ListingAttempt: Sendable {
  /// In the right order.
  private let lines: [String]
  private let distractors: Int
  /// The lines as they are shown, by their numbers: those of the listing first, then those that do not belong.
  package let shown: [Int]

  package init(lines: [String], distractors: Int, seed: UInt64) {
    self.lines = lines
    self.distractors = distractors
    shown = Shuffle.neverSolved(lines.count + distractors, seed: seed)
  }

  /// The answer in numbers of lines. Of lines with the same text, the first in the answer is the first of the listing.
  package func lines(_ places: [Int]) -> [Int] {
    var isTaken = [Bool](repeating: false, count: lines.count)
    return places.map { place in
      let line = shown[place]
      guard line < lines.count else { return line }
      for twin in 0..<lines.count where !isTaken[twin] && lines[twin].isSame(as: lines[line]) {
        isTaken[twin] = true
        return twin
      }
      return line
    }
  }

  /// `places` are places among the lines shown, in the order of the answer; what is left out is not among them.
  package func score(_ places: [Int]) throws(ScoringError) -> ParsonsScore {
    for place in places where place < 0 || place >= shown.count { throw .outOfRange(place) }
    return try ParsonsScore(answer: lines(places), lines: lines.count, distractors: distractors)
  }
}
