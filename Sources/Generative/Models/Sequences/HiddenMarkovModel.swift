import Numerics

/// A chain of hidden states, of which only what each state emits is seen.
///
/// P(x, z) = start(z₁) emission(z₁, x₁) Π_t transition(z_t−1, z_t) emission(z_t, x_t) · stop(z_T), states `0 ..< K`,
/// symbols `0 ..< M` (Rabiner 1989, "A tutorial on hidden Markov models"; the stop as in Eisner 2002). All numbers
/// are Double and every sum is scaled at each step, so that long sequences do not underflow.
public struct HiddenMarkovModel: Sendable {
  public let states: Int
  public let symbols: Int
  /// P(z₁), `[states]`.
  public internal(set) var start: [Double]
  /// `[states, states]`, row by row: from, to.
  package internal(set) var transitions: [Double]
  /// `[symbols, states]`: what a step needs lies together.
  package internal(set) var emissions: [Double]
  /// Probability of ending after each state, `[states]`; `nil` where a sequence just breaks off.
  public internal(set) var stop: [Double]?

  /// - Parameters:
  ///   - start: `[K]`, sums to 1.
  ///   - transition: `[K][K]`, from and to; with `stop` a row and its stop sum to 1, else the row.
  ///   - emission: `[K][M]`, every row sums to 1.
  ///   - stop: `[K]`, or `nil`.
  public init(
    start: [Double], transition: [[Double]], emission: [[Double]], stop: [Double]? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    let states = start.count
    let symbols = emission.first?.count ?? 0
    require(states > 0 && symbols > 0, "HiddenMarkovModel: at least one state and one symbol")
    require(
      transition.count == states && transition.allSatisfy { $0.count == states },
      "HiddenMarkovModel: transition is not \(states) rows of \(states)")
    require(
      emission.count == states && emission.allSatisfy { $0.count == symbols },
      "HiddenMarkovModel: emission is not \(states) rows of \(symbols)")
    require(stop.map { $0.count == states } ?? true, "HiddenMarkovModel: stop has not \(states) numbers")
    HiddenMarkovModel.requireDistribution(start, plus: 0, "start")
    for state in 0..<states {
      HiddenMarkovModel.requireDistribution(transition[state], plus: stop?[state] ?? 0, "a row of transition")
      HiddenMarkovModel.requireDistribution(emission[state], plus: 0, "a row of emission")
    }
    self.states = states
    self.symbols = symbols
    self.start = start
    self.stop = stop
    transitions = []
    for row in transition { transitions.append(contentsOf: row) }
    emissions = []
    for symbol in 0..<symbols { for state in 0..<states { emissions.append(emission[state][symbol]) } }
  }

  /// A model with random tables: every row is drawn uniformly from all distributions.
  public init(states: Int, symbols: Int, using generator: inout RandomGenerator) {
    func row(_ count: Int) -> [Double] {
      // Exponential numbers divided by their sum are uniform on the simplex.
      let draws = (0..<count).map { _ in -log(1 - Double(generator.uniform())) + 1e-9 }
      var sum = 0.0
      for draw in draws { sum += draw }
      return draws.map { $0 / sum }
    }
    let start = row(states)
    let transition = (0..<states).map { _ in row(states) }
    let emission = (0..<states).map { _ in row(symbols) }
    self.init(start: start, transition: transition, emission: emission)
  }

  /// P(z_t | z_t−1), `[states][states]`: from, to.
  public var transition: [[Double]] {
    (0..<states).map { from in Array(transitions[from * states..<(from + 1) * states]) }
  }

  /// P(x_t | z_t), `[states][symbols]`.
  public var emission: [[Double]] {
    (0..<states).map { state in (0..<symbols).map { emissions[$0 * states + state] } }
  }

  /// All numbers of the model in a row, as they are kept.
  var tables: [Double] {
    get { start + transitions + emissions + (stop ?? []) }
    set {
      let (moves, outputs) = (states * (1 + states), states * (1 + states + symbols))
      require(
        newValue.count == outputs + (stop == nil ? 0 : states), "the fit that was kept is of another model")
      start = Array(newValue[..<states])
      transitions = Array(newValue[states..<moves])
      emissions = Array(newValue[moves..<outputs])
      if stop != nil { stop = Array(newValue[outputs...]) }
    }
  }

  private static func requireDistribution(_ row: [Double], plus rest: Double, _ name: StaticString) {
    var sum = rest
    var lowest = rest
    for value in row {
      sum += value
      lowest = min(lowest, value)
    }
    require(lowest >= 0 && (sum - 1).magnitude < 1e-6, "HiddenMarkovModel: \(name) does not sum to 1")
  }
}
