import Numerics

extension HiddenMarkovModel {
  /// Scaled forward probabilities of one sequence.
  struct Forward {
    /// P(z_t | x_1…x_t), `[steps, states]`.
    var filtered: [Double]
    /// P(x_t | x_1…x_t−1), `[steps]`.
    var scales: [Double]
    /// Σ_z P(z_T | x) stop(z): 1 without a stop.
    var ending: Double
    /// ln P(x), −∞ when the model cannot produce the sequence.
    var logLikelihood: Double
  }

  // snippet.forward
  /// α_t(j) = emission(j, x_t) Σ_i α_t−1(i) transition(i, j), divided by its sum at each step (Rabiner 1989, eq. 20).
  func forward(_ observations: [Int]) -> Forward {
    check(observations)
    let count = observations.count
    var filtered = Array(repeating: 0.0, count: count * states)
    var scales = Array(repeating: 0.0, count: count)
    var logLikelihood = 0.0
    filtered.withUnsafeMutableBufferPointer { α in
      transitions.withUnsafeBufferPointer { a in
        emissions.withUnsafeBufferPointer { b in
          for t in 0..<count {
            let now = t * states
            if t == 0 {
              for j in 0..<states { α[j] = start[j] }
            } else {
              for i in 0..<states {
                let weight = α[now - states + i]
                for j in 0..<states { α[now + j] += weight * a[i * states + j] }
              }
            }
            var scale = 0.0
            for j in 0..<states {
              α[now + j] *= b[observations[t] * states + j]
              scale += α[now + j]
            }
            scales[t] = scale
            logLikelihood += log(scale)
            if scale == 0 { break }
            for j in 0..<states { α[now + j] /= scale }
          }
        }
      }
    }
    // snippet.end
    var ending = 1.0
    if let stop, count > 0 {
      ending = 0
      for j in 0..<states { ending += filtered[(count - 1) * states + j] * stop[j] }
      logLikelihood += log(ending)
    }
    return Forward(filtered: filtered, scales: scales, ending: ending, logLikelihood: logLikelihood)
  }

  /// β_t(i) = Σ_j transition(i, j) emission(j, x_t+1) β_t+1(j), on the scale of `forward` (Rabiner 1989, eq. 25):
  /// `filtered · backward` is P(z_t | x).
  func backward(_ observations: [Int], _ forward: Forward) -> [Double] {
    let count = observations.count
    var backward = Array(repeating: 0.0, count: count * states)
    if forward.logLikelihood == -.infinity || count == 0 { return backward }
    var ahead = Array(repeating: 0.0, count: states)
    for j in 0..<states { backward[(count - 1) * states + j] = (stop?[j] ?? 1) / forward.ending }
    backward.withUnsafeMutableBufferPointer { β in
      transitions.withUnsafeBufferPointer { a in
        emissions.withUnsafeBufferPointer { b in
          ahead.withUnsafeMutableBufferPointer { ahead in
            for t in stride(from: count - 2, through: 0, by: -1) {
              let next = (t + 1) * states
              let symbol = observations[t + 1] * states
              for j in 0..<states { ahead[j] = b[symbol + j] * β[next + j] / forward.scales[t + 1] }
              for i in 0..<states {
                var sum = 0.0
                for j in 0..<states { sum += a[i * states + j] * ahead[j] }
                β[t * states + i] = sum
              }
            }
          }
        }
      }
    }
    return backward
  }

  /// ln P(x) in nats; −∞ when the model cannot produce the sequence, 0 for no observations.
  public func logLikelihood(_ observations: [Int], file: StaticString = #fileID, line: UInt = #line) -> Double {
    noteCaller(file, line)
    return forward(observations).logLikelihood
  }

  /// Σ ln P(x) over independent sequences, in nats.
  public func logLikelihood(of sequences: [[Int]]) -> Double {
    var sum = 0.0
    for sequence in sequences { sum += logLikelihood(sequence) }
    return sum
  }

  /// Mean bits a symbol: −log₂ P(x)/count.
  public func bitsPerSymbol(_ observations: [Int]) -> Double {
    -logLikelihood(observations) / (Double(max(1, observations.count)) * log(2.0))
  }

  /// Perplexity 2^bits: among how many equally likely symbols one would have to choose.
  public func perplexity(_ observations: [Int]) -> Double {
    exp(-logLikelihood(observations) / Double(max(1, observations.count)))
  }

  /// P(z_t | x_1…x_t) for each step: what is known while the sequence still runs. All 0 from an impossible step on.
  public func filtered(_ observations: [Int], file: StaticString = #fileID, line: UInt = #line) -> [[Double]] {
    noteCaller(file, line)
    return rows(forward(observations).filtered)
  }

  /// P(z_t | x) for each step, the whole sequence being known. A sequence that the model cannot produce has none: it stops with the
  /// symbol at which that shows.
  public func posteriors(_ observations: [Int], file: StaticString = #fileID, line: UInt = #line) -> [[Double]] {
    noteCaller(file, line)
    let forward = forward(observations)
    requirePossible(observations, forward)
    let backward = backward(observations, forward)
    return rows(zip(forward.filtered, backward).map { $0 * $1 })
  }

  func check(_ observations: [Int]) {
    for (step, symbol) in observations.enumerated() {
      require(symbol >= 0 && symbol < symbols, "observation \(step) is \(symbol), not one of 0 ..< \(symbols)")
    }
  }

  /// Stops where the model cannot produce the observations.
  func requirePossible(_ observations: [Int], _ known: Forward? = nil) {
    let forward = known ?? forward(observations)
    for step in 0..<observations.count where forward.scales[step] == 0 {
      require(
        false,
        "observation \(step) is \(observations[step]), which no state emits that can be reached: the sequence has probability 0"
      )
    }
    require(forward.ending > 0, "no state at the end may be the last: the sequence has probability 0")
  }

  private func rows(_ flat: [Double]) -> [[Double]] {
    stride(from: 0, to: flat.count, by: states).map { Array(flat[$0..<$0 + states]) }
  }
}
