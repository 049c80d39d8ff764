import Learning
import Numerics

extension HiddenMarkovModel {
  /// Makes one round of expectation and maximisation over all sequences; returns the log-likelihood *before* it, in
  /// nats. It never falls from a round to the next (Baum et al. 1970; Rabiner 1989, eq. 40).
  ///
  /// A row that nothing in the data speaks of stays as it was. Sequences that the model cannot produce are left out.
  @discardableResult
  public mutating func reestimate(
    from sequences: [[Int]], file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    noteCaller(file, line)
    // In a loop of the cell's own every round is a training by itself.
    let training = ResumableRounds()
    var before = 0.0
    if let numbers = training.earlier {
      tables = Array(numbers.dropFirst())
      before = numbers[0]
    } else {
      training.round { before = maximize(sequences) }
    }
    training.finishRound { [before] + tables }
    return before
  }

  // snippet.reestimate
  /// The round itself: counts how often each start, move and symbol is to be expected, and makes tables of the counts.
  private mutating func maximize(_ sequences: [[Int]]) -> Double {
    var starts = Array(repeating: 0.0, count: states)
    var stops = starts
    var moves = Array(repeating: 0.0, count: states * states)
    var emitted = Array(repeating: 0.0, count: symbols * states)
    var logLikelihood = 0.0
    for observations in sequences where !observations.isEmpty {
      let forward = forward(observations)
      let backward = backward(observations, forward)
      logLikelihood += forward.logLikelihood
      if forward.logLikelihood == -.infinity { continue }
      for j in 0..<states {
        starts[j] += forward.filtered[j] * backward[j]
        let last = (observations.count - 1) * states + j
        stops[j] += forward.filtered[last] * backward[last]
      }
      count(observations, forward, backward, moves: &moves, emitted: &emitted)
    }
    // Transitions were counted without their own factor: it is the same for all steps.
    for index in moves.indices { moves[index] *= transitions[index] }
    normalize(&start, starts)
    for i in 0..<states {
      var total = stop == nil ? 0 : stops[i]
      for j in 0..<states { total += moves[i * states + j] }
      if total > 0 {
        for j in 0..<states { transitions[i * states + j] = moves[i * states + j] / total }
        stop?[i] = stops[i] / total
      }
      var emissionTotal = 0.0
      for symbol in 0..<symbols { emissionTotal += emitted[symbol * states + i] }
      if emissionTotal > 0 {
        for symbol in 0..<symbols { emissions[symbol * states + i] = emitted[symbol * states + i] / emissionTotal }
      }
    }
    return logLikelihood
  }
  // snippet.end

  /// Adds Σ_t α_t−1(i) emission(j, x_t) β_t(j) to `moves` and P(z_t | x) to `emitted`.
  private func count(
    _ observations: [Int], _ forward: Forward, _ backward: [Double], moves: inout [Double], emitted: inout [Double]
  ) {
    var ahead = Array(repeating: 0.0, count: states)
    forward.filtered.withUnsafeBufferPointer { α in
      backward.withUnsafeBufferPointer { β in
        moves.withUnsafeMutableBufferPointer { moves in
          emitted.withUnsafeMutableBufferPointer { emitted in
            emissions.withUnsafeBufferPointer { b in
              ahead.withUnsafeMutableBufferPointer { ahead in
                for (t, symbol) in observations.enumerated() {
                  let now = t * states
                  for j in 0..<states { emitted[symbol * states + j] += α[now + j] * β[now + j] }
                  if t == 0 { continue }
                  for j in 0..<states { ahead[j] = b[symbol * states + j] * β[now + j] / forward.scales[t] }
                  for i in 0..<states {
                    let weight = α[now - states + i]
                    for j in 0..<states { moves[i * states + j] += weight * ahead[j] }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func normalize(_ row: inout [Double], _ counts: [Double]) {
    var total = 0.0
    for count in counts { total += count }
    if total > 0 { row = counts.map { $0 / total } }
  }
}
