import Learning
import Numerics

/// A mixture of K prototypes, each a picture of independent coins: p(x) = Σ_k π_k Π_j θ_kj^x_j (1 − θ_kj)^(1 − x_j)
/// (Bishop 2006, section 9.3.3). It groups binary pictures without being told the groups.
public struct BernoulliMixture: Sendable {
  public let features: Int
  /// K.
  public let components: Int
  /// π, `[K]`.
  public private(set) var weights: [Double]
  /// θ, `[K, features]`.
  public private(set) var probabilities: [Double]
  /// ln p of the training data in nats an example: before the first round, and after each.
  public private(set) var history: [Double] = []

  /// Fits `inputs [_, features]` (at least ½ counts as on) by expectation and maximisation.
  /// - Parameter pseudocount: added to on and off in every coin of every prototype. With 0, the likelihood never
  ///   falls, but what a prototype has never seen becomes impossible.
  public init(
    _ inputs: [Float], features: Int, components: Int, rounds: Int = 50, pseudocount: Double = 0.1, seed: UInt64,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    let count = inputs.count / max(1, features)
    require(features > 0 && inputs.count % features == 0, "BernoulliMixture: the inputs are not whole rows")
    require(components >= 1 && components <= count, "BernoulliMixture: between 1 and \(count) components")
    self.features = features
    self.components = components
    weights = Array(repeating: 1 / Double(components), count: components)
    // Each prototype starts as a faint copy of an example of its own.
    var generator = RandomGenerator(seed: seed)
    probabilities = []
    for row in generator.permutation(count)[..<components] {
      for feature in 0..<features { probabilities.append(inputs[row * features + feature] >= 0.5 ? 0.7 : 0.3) }
    }
    let on = inputs.map { $0 >= 0.5 }
    let training = ResumableRounds()
    if let numbers = training.earlier { unpack(numbers) }
    while history.count < rounds {
      training.round { reestimate(on, count, pseudocount) }
      training.endRound(history.count, of: rounds) { history + weights + probabilities }
    }
    training.finish { history + weights + probabilities }
    history.append(meanLogLikelihood(inputs))
  }

  /// Sets history and tables to what a training that was stopped left.
  private mutating func unpack(_ numbers: [Double]) {
    let rounds = numbers.count - weights.count - probabilities.count
    require(rounds >= 0, "the fit that was kept is of another model")
    history = Array(numbers[..<rounds])
    weights = Array(numbers[rounds..<rounds + weights.count])
    probabilities = Array(numbers[(rounds + weights.count)...])
  }

  // snippet.reestimate
  private mutating func reestimate(_ on: [Bool], _ count: Int, _ pseudocount: Double) {
    let (logOn, logOff) = logarithms()
    var totals = Array(repeating: 0.0, count: components)
    var sums = Array(repeating: 0.0, count: components * features)
    var logLikelihood = 0.0
    for row in 0..<count {
      let example = on[row * features..<(row + 1) * features]
      let joint = logJoint(example, logOn, logOff)
      let evidence = logSumExp(joint)
      logLikelihood += evidence
      for k in 0..<components {
        let responsibility = exp(joint[k] - evidence)
        totals[k] += responsibility
        for (feature, isOn) in example.enumerated() where isOn { sums[k * features + feature] += responsibility }
      }
    }
    for k in 0..<components {
      weights[k] = totals[k] / Double(count)
      for feature in 0..<features where totals[k] + pseudocount > 0 {
        probabilities[k * features + feature] =
          (sums[k * features + feature] + pseudocount) / (totals[k] + 2 * pseudocount)
      }
    }
    history.append(logLikelihood / Double(count))
  }
  // snippet.end

  /// Mean ln p(x) of `inputs [_, features]`, in nats an example.
  public func meanLogLikelihood(_ inputs: [Float]) -> Double {
    let (logOn, logOff) = logarithms()
    let on = inputs.map { $0 >= 0.5 }
    var sum = 0.0
    for start in stride(from: 0, to: on.count, by: features) {
      sum += logSumExp(logJoint(on[start..<start + features], logOn, logOff))
    }
    return sum / Double(max(1, on.count / features))
  }

  /// p(k | x) of one example: how much each prototype had to do with it.
  public func responsibilities(_ x: [Float]) -> [Double] {
    require(x.count == features, "responsibilities: \(x.count) numbers instead of \(features)")
    let (logOn, logOff) = logarithms()
    let joint = logJoint(x.map { $0 >= 0.5 }[...], logOn, logOff)
    let evidence = logSumExp(joint)
    return joint.map { exp($0 - evidence) }
  }

  /// Draws a new example: first a prototype, then its coins.
  public func sample(using generator: inout RandomGenerator) -> [Float] {
    let k = generator.categorical(weights.map { Float($0) })
    return (0..<features).map { Double(generator.uniform()) < probabilities[k * features + $0] ? 1 : 0 }
  }

  private func logarithms() -> (on: [Double], off: [Double]) {
    (probabilities.map { log($0) }, probabilities.map { log(1 - $0) })
  }

  /// ln π_k + ln p(x | k) for each k.
  private func logJoint(_ on: ArraySlice<Bool>, _ logOn: [Double], _ logOff: [Double]) -> [Double] {
    (0..<components).map { k in
      var sum = log(weights[k])
      var index = k * features
      for isOn in on {
        sum += isOn ? logOn[index] : logOff[index]
        index += 1
      }
      return sum
    }
  }
}
