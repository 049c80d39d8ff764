import Autodiff
import Foundation
import Learning
import SpacedRepetition

/// FSRS's parameters, fitted to a learner's own log: the most likely ones, with a weak pull towards the standard
/// values, so that what the log says nothing about stays as it is.
///
/// Fitted to the first four fifths of the reviews; what they predict is compared on the last fifth, which they have not
/// seen.
package struct ParameterFit: Sendable {
  package static let fewestReviews = 400

  package let parameters: SpacedRepetition.Parameters
  /// Reviews that were predicted for the comparison.
  package let heldOut: Int
  /// Log loss on them, in nats a review: of the parameters of before, and of the new ones.
  package let lossBefore: Double
  package let loss: Double

  /// Whether the new parameters predict better what they have not seen.
  package var isBetter: Bool { loss < lossBefore }

  /// - Parameters:
  ///   - steps: of Adam, over all reviews at once.
  ///   - onStep: is told how far it is, 0 to 1, and may end it by returning false.
  /// - Returns: `nil` if it was ended.
  /// - Throws: `FitError` where the log is too short.
  package init?(
    _ history: ReviewHistory, before: SpacedRepetition.Parameters, steps: Int = 400,
    onStep: (Double) -> Bool = { _ in true }
  ) throws(FitError) {
    guard history.count >= Self.fewestReviews else { throw .tooFewReviews(history.count) }
    // A tenth of what is asked for must say something about forgetting, or the comparison is chance.
    guard history.informativeCount >= Self.fewestReviews / 10 else { throw .tooFewDays(history.informativeCount) }
    let end = history.time(of: 0.8)
    guard let fitted = Self.fit(history, before: end, steps: steps, onStep) else { return nil }
    parameters = fitted
    heldOut = history.informative(end...)
    lossBefore = history.logLoss(before, end...)
    loss = history.logLoss(fitted, end...)
  }

  private static func fit(
    _ history: ReviewHistory, before end: Int64, steps: Int, _ onStep: (Double) -> Bool
  ) -> SpacedRepetition.Parameters? {
    let standard = SpacedRepetition.Parameters.standard.values
    // A lowest value of 0 has no logarithm; a thousandth of the standard one stands for it.
    let lowest = zip(SpacedRepetition.Parameters.lowest, standard).map { Float(log(max($0 / $1, 0.001))) }
    let highest = zip(SpacedRepetition.Parameters.highest, standard).map { Float(log($0 / $1)) }
    let θ = Learning.Parameters(seed: 0)
    let logFactors = θ.add("log factors", [1, standard.count], .zeros)
    let trainer = Trainer(θ, Adam(learningRate: .cosine(from: 0.05, to: 0.001, steps: steps)), tape: Tape(seed: 0))
    let count = Float(max(1, history.informative(..<end)))
    for step in 0..<steps {
      trainer.minimize { tape in
        let u = logFactors.on(tape)
        // A normal prior of deviation 1 on each u.
        return (MemoryTape(u).loss(history, before: end) + 0.5 * sum(square(u))) / count
      }
      let values = θ.values
      θ.values = values.indices.map { min(max(values[$0], lowest[$0]), highest[$0]) }
      guard onStep(Double(step + 1) / Double(steps)) else { return nil }
    }
    let values = zip(standard, θ.values).map { $0 * exp(Double($1)) }
    let bounds = zip(SpacedRepetition.Parameters.lowest, SpacedRepetition.Parameters.highest)
    do throws(ParametersError) {
      return try SpacedRepetition.Parameters(zip(values, bounds).map { min(max($0, $1.0), $1.1) })
    } catch {
      // Only what is not a number lies outside after this; such a fit is none.
      return .standard
    }
  }
}
