import Autodiff
import Numerics

/// The report of a training loop after each step, by which it can be told to stop.
public struct TrainingStep {
  /// The number of the step, counted from 1.
  public let number: Int
  /// The number of steps that there will be.
  public let count: Int
  public let loss: Float
  var isLast = false

  /// Ends the training after this step.
  public mutating func stop() { isLast = true }
}

/// θ ← θ − α ∇θ ℓ: records a loss, differentiates it with respect to θ alone, and lets an optimiser step.
public struct Trainer<Method: Optimizer> {
  public let θ: Parameters
  public let optimizer: Method
  public let tape: Tape
  /// The longest that the gradient of all parameters together may be; a longer one is shortened to it.
  public let gradientLimit: Float

  public init(_ θ: Parameters, _ optimizer: Method, tape: Tape, gradientLimit: Float = .infinity) {
    require(gradientLimit > 0, "Trainer: the gradient's limit \(gradientLimit) must be above 0")
    self.θ = θ
    self.optimizer = optimizer
    self.tape = tape
    self.gradientLimit = gradientLimit
  }

  /// Makes one step; returns the loss before it.
  @discardableResult
  public func minimize(file: StaticString = #fileID, line: UInt = #line, _ loss: (Tape) -> Tensor) -> Float {
    noteCaller(file, line)
    stopTrainingIfAsked(step: θ.updates)
    tape.rewind()
    let ℓ = loss(tape)
    θ.differentiate(ℓ)
    if gradientLimit < .infinity { θ.clipGradient(to: gradientLimit) }
    optimizer.step(θ)
    θ.updateAverage()
    return ℓ.scalar
  }

  /// The steps of a `fit`: up to so many in all, unless `onStep` calls `stop()`; returns the last loss, which is not a
  /// number where none were left to make.
  package func minimize(
    _ loop: TrainingLoop, steps: Int, onStep: (inout TrainingStep) -> Void, loss: (Tape) -> Tensor
  ) -> Float {
    loop.run(to: steps) {
      (minimize(loss), 0)
    } report: { number, losses in
      var report = TrainingStep(number: number, count: steps, loss: losses.0)
      onStep(&report)
      return !report.isLast
    }.0
  }

  /// Makes so many steps of a model of your own, unless `onStep` calls `stop()` on what it is given; returns the last
  /// loss, which is not a number where there were no steps to make.
  @discardableResult
  public func minimize(
    steps: Int, file: StaticString = #fileID, line: UInt = #line,
    onStep: (inout TrainingStep) -> Void = { _ in }, loss: (Tape) -> Tensor
  ) -> Float {
    var last = Float.nan
    for step in 0..<max(0, steps) {
      last = minimize(file: file, line: line, loss)
      var report = TrainingStep(number: step + 1, count: steps, loss: last)
      onStep(&report)
      if report.isLast { break }
    }
    return last
  }
}
