import Numerics

/// The rounds of a training without parameters, as of tables of probabilities: the host may stop it behind any of them.
package struct ResumableRounds {
  private let log: TrainingLog?
  private var number = 0
  /// The numbers that an earlier run left; `nil` where there are none.
  package private(set) var earlier: [Double]?

  package init() {
    guard let log = trainingLog, let (number, earlier) = log.begin() else {
      log = nil
      return
    }
    self.log = log
    self.number = number
    self.earlier = earlier?.numbers
  }

  /// Runs a round, in the middle of which nothing stops.
  package func round(_ body: () -> Void) {
    if let log { log.inside(body) } else { body() }
  }

  /// Ends a round: `numbers` are all that takes it up again.
  package func endRound(_ round: Int, of count: Int, _ numbers: () -> [Double]) {
    guard let log, log.mustStop else { return }
    log.stop(number, TrainingRecord(numbers: numbers()), step: round, of: count)
  }

  /// Ends a round that is all of a training.
  package func finishRound(_ numbers: () -> [Double]) {
    guard let log else { return }
    let record = TrainingRecord(numbers: numbers())
    if log.mustStop { log.stop(number, record, step: 0, of: 0) }
    log.keep(number, record)
  }

  /// Ends the last round.
  package func finish(_ numbers: () -> [Double]) {
    log?.finish(number, TrainingRecord(numbers: numbers()))
  }
}
