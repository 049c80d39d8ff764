import Numerics

extension HiddenMarkovModel {
  // snippet.viterbi
  /// The most probable path as a whole, and ln of its joint probability with the observations. Of equally probable
  /// paths, the one through states of lower number (Viterbi 1967; Rabiner 1989, eq. 33). It stops where there is none.
  public func viterbi(
    _ observations: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> (path: [Int], logProbability: Double) {
    noteCaller(file, line)
    check(observations)
    guard let first = observations.first else { return ([], 0) }
    let logTransitions = transitions.map { log($0) }
    var best = (0..<states).map { log(start[$0]) + log(emissions[first * states + $0]) }
    var cameFrom: [[Int]] = []
    for symbol in observations.dropFirst() {
      var next = best
      var origins = Array(repeating: 0, count: states)
      for j in 0..<states {
        for i in 1..<max(1, states)
        where best[i] + logTransitions[i * states + j] > best[origins[j]] + logTransitions[origins[j] * states + j] {
          origins[j] = i
        }
        next[j] = best[origins[j]] + logTransitions[origins[j] * states + j] + log(emissions[symbol * states + j])
      }
      best = next
      cameFrom.append(origins)
    }
    if let stop { for j in 0..<states { best[j] += log(stop[j]) } }
    if best.allSatisfy({ $0 == -.infinity }) { requirePossible(observations) }
    var path = [best.indexOfLargest]
    for origins in cameFrom.reversed() { path.append(origins[path[path.count - 1]]) }
    return (path.reversed(), best.max() ?? -.infinity)
  }
  // snippet.end

  /// ln P(x, z) in nats: of the observations together with one path of states; −∞ where the path is impossible.
  public func logProbability(
    of path: [Int], _ observations: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    noteCaller(file, line)
    check(observations)
    require(path.count == observations.count, "a path of \(path.count) states for \(observations.count) observations")
    var sum = 0.0
    for (step, state) in path.enumerated() {
      require(state >= 0 && state < states, "state \(step) is \(state), not one of 0 ..< \(states)")
      sum += log(step == 0 ? start[state] : transitions[path[step - 1] * states + state])
      sum += log(emissions[observations[step] * states + state])
    }
    if let stop, let last = path.last { sum += log(stop[last]) }
    return sum
  }
}
