/// The search for what somebody may have meant.
enum Spelling {
  /// The at most three names that are nearest to a misspelt one; none that differ in half their letters.
  static func candidates(for word: String, among names: some Sequence<String>) -> [String] {
    let length = word.unicodeScalars.count
    let limit = max(1, min(3, word.count / 2))
    let measured = names.filter { abs($0.unicodeScalars.count - length) <= limit }
      .map { (distance: distance($0, word), name: $0) }
    guard let nearest = measured.map(\.distance).min(), nearest <= limit else { return [] }
    return Array(measured.filter { $0.distance == nearest }.map(\.name).sorted().prefix(3))
  }

  /// Returns the number of letters that have to be put in, taken out, replaced or swapped with their neighbour (Damerau
  /// 1964).
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
