import Course
import Scoring

/// One attempt at putting a listing together.
package struct ListingAttempt: Sendable {
  package let listing: Exercise.Listing
  /// The lines as they are shown, by their numbers in `listing.offered`.
  package let shown: [Int]

  package init(_ listing: Exercise.Listing, seed: UInt64) {
    self.listing = listing
    shown = Shuffle.neverSolved(listing.offered.count, seed: seed)
  }

  /// The lines in the order in which they are shown.
  package var texts: [String] { shown.map { listing.offered[$0].text } }

  /// The answer in numbers of `listing.offered`. Of lines with the same text, the first in the answer is the first of
  /// the listing.
  package func lines(_ places: [Int]) -> [Int] {
    var waiting = Dictionary(grouping: listing.lines.indices) { listing.lines[$0].text }
    return places.map { place in
      let line = shown[place]
      guard line < listing.lines.count, let first = waiting[listing.lines[line].text]?.first else { return line }
      waiting[listing.lines[line].text]?.removeFirst()
      return first
    }
  }

  /// `places` are places among the lines shown, in the order of the answer; what is left out is not among them.
  package func score(_ places: [Int]) throws(ScoringError) -> ParsonsScore {
    try ParsonsScore(
      answer: lines(places), lines: listing.lines.count, distractors: listing.distractors.count)
  }
}
