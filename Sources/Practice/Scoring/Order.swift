// What orderings and Parsons problems share: distinct indices, pairs in order, longest ordered subset.

/// Throws unless every index is from 0 ..< `limit` and none appears twice.
func requireDistinct(_ indices: [Int], below limit: Int) throws(ScoringError) {
  var seen = [Bool](repeating: false, count: limit)
  for index in indices {
    guard index >= 0, index < limit else { throw .outOfRange(index) }
    guard !seen[index] else { throw .repeated(index) }
    seen[index] = true
  }
}

/// The number of pairs of the sequence that stand in ascending order.
func orderedPairs(in sequence: [Int]) -> Int {
  var count = 0
  for later in 0..<sequence.count {
    for earlier in 0..<later where sequence[earlier] < sequence[later] { count += 1 }
  }
  return count
}

/// One longest ascending subsequence (of several equally long ones, the one that ends first).
func longestOrderedSubset(_ sequence: [Int]) -> [Int] {
  // length[i]: of the longest ascending subsequence that ends at place i; previous[i]: the place before it.
  var length = [Int](repeating: 1, count: sequence.count)
  var previous = [Int](repeating: -1, count: sequence.count)
  var end = -1
  for place in 0..<sequence.count {
    for earlier in 0..<place where sequence[earlier] < sequence[place] && length[earlier] + 1 > length[place] {
      length[place] = length[earlier] + 1
      previous[place] = earlier
    }
    if end < 0 || length[place] > length[end] { end = place }
  }
  var subset: [Int] = []
  while end >= 0 {
    subset.append(sequence[end])
    end = previous[end]
  }
  return subset.reversed()
}

/// The elements of `sequence` that are not in its subsequence `subset`.
func others(_ sequence: [Int], than subset: [Int]) -> [Int] {
  var rest: [Int] = []
  var next = 0
  for element in sequence {
    if next < subset.count, subset[next] == element { next += 1 } else { rest.append(element) }
  }
  return rest
}
