import Learning
import Numerics

extension HiddenMarkovModel {
  /// A model and its log-likelihood before each round so far, in nats.
  private struct Fit {
    var model: HiddenMarkovModel
    var history: [Double] = []

    /// Whether the rounds are over, or the last one gained too little.
    func hasEnded(rounds: Int, minimumGain: Double) -> Bool {
      if history.count == rounds { return true }
      return history.count > 1 && history[history.count - 1] - history[history.count - 2] < minimumGain
    }
  }

  /// The best of several models fitted from random starts, and its log-likelihood before the first round and after
  /// each, in nats: the last one is that of the model.
  ///
  /// A start ends after `rounds`, or when a round gains less than `tolerance` nats a symbol.
  public static func fitted(
    to sequences: [[Int]], states: Int, symbols: Int, starts: Int = 5, rounds: Int = 100, tolerance: Double = 0,
    seed: UInt64, file: StaticString = #fileID, line: UInt = #line
  ) -> (model: HiddenMarkovModel, history: [Double]) {
    noteCaller(file, line)
    require(starts >= 1, "HiddenMarkovModel.fitted: at least one start")
    let generator = RandomGenerator(seed: seed)
    var length = 0
    for sequence in sequences { length += sequence.count }
    var fits: [Fit] = []
    for attempt in 0..<starts {
      var stream = generator.substream(UInt64(attempt))
      fits.append(Fit(model: HiddenMarkovModel(states: states, symbols: symbols, using: &stream)))
    }
    let training = ResumableRounds()
    if let numbers = training.earlier { unpack(numbers, to: &fits) }
    for attempt in fits.indices {
      while !fits[attempt].hasEnded(rounds: rounds, minimumGain: tolerance * Double(length)) {
        training.round {
          let before = fits[attempt].model.reestimate(from: sequences)
          fits[attempt].history.append(before)
        }
        training.endRound(fits[attempt].history.count, of: rounds) { pack(fits) }
      }
    }
    training.finish { pack(fits) }
    for attempt in fits.indices { fits[attempt].history.append(fits[attempt].model.logLikelihood(of: sequences)) }
    let best = fits[fits.map { $0.history[$0.history.count - 1] }.indexOfLargest]
    return (best.model, best.history)
  }

  /// Packs, for each start, the number of rounds, their log-likelihoods and the tables.
  private static func pack(_ fits: [Fit]) -> [Double] {
    var numbers: [Double] = []
    for fit in fits {
      numbers.append(Double(fit.history.count))
      numbers += fit.history + fit.model.tables
    }
    return numbers
  }

  /// Sets the fits to what was packed.
  private static func unpack(_ numbers: [Double], to fits: inout [Fit]) {
    var rest = numbers[...]
    func take(_ count: Int) -> [Double] {
      require(count >= 0 && count <= rest.count, "the fit that was kept is of another model")
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    for attempt in fits.indices {
      let rounds = take(1)[0]
      require(rounds >= 0 && rounds <= Double(rest.count), "the fit that was kept is of another model")
      fits[attempt].history = take(Int(rounds))
      fits[attempt].model.tables = take(fits[attempt].model.tables.count)
    }
    require(rest.isEmpty, "the fit that was kept is of another model")
  }
}
