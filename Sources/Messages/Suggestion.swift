/// "Did you mean …?"
package enum Suggestion {
  /// The candidate with the fewest edits to `name`, where they are few enough to be a slip.
  package static func closest(to name: String, in candidates: [String]) -> String? {
    // Whoever wrote a whole paragraph meant no name.
    guard name.utf8.count <= longestName else { return nil }
    let name = Array(name.lowercased())
    let limit = max(1, name.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate.utf8.count <= 2 * longestName {
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - name.count) < best?.distance ?? limit + 1 else { continue }
      let distance = distance(name, letters)
      if distance < best?.distance ?? limit + 1 { best = (candidate, distance) }
    }
    return best?.candidate
  }

  private static let longestName = 200

  /// The number of letters that must be changed, added, taken away or swapped with their neighbour (optimal string
  /// alignment).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return left.count + right.count }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in 1...left.count {
      var current = [i] + Array(repeating: 0, count: right.count)
      for j in 1...right.count {
        let change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        current[j] = min(change, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
