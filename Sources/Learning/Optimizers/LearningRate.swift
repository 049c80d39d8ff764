import Numerics

/// The size of an optimiser's steps, as a function of the number of steps made: a number, or a curve.
public enum LearningRate: Equatable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case constant(Float)
  /// A straight line from the first value to the last within so many steps, then the last.
  case linear(from: Float, to: Float = 0, steps: Int)
  /// Half a cosine from the first value to the last within so many steps, slow at both ends, then the last (Loshchilov
  /// & Hutter 2017, eq. 5).
  case cosine(from: Float, to: Float = 0, steps: Int)
  /// A rise from 0 in so many steps, then the other one from its beginning.
  indirect case warmUp(steps: Int, then: LearningRate)

  public init(floatLiteral value: Float) { self = .constant(value) }

  public init(integerLiteral value: Int) { self = .constant(Float(value)) }

  /// The rate of the step with this number, counted from 0.
  public func at(_ step: Int) -> Float {
    switch self {
    case .constant(let rate): return rate
    case .linear(let first, let last, let steps):
      return first + (last - first) * progress(step, of: steps)
    case .cosine(let first, let last, let steps):
      return last + (first - last) * 0.5 * (1 + cos(3.141_592_7 * progress(step, of: steps)))
    case .warmUp(let steps, let then):
      return step < steps ? then.at(0) * Float(step + 1) / Float(steps) : then.at(step - steps)
    }
  }

  private func progress(_ step: Int, of steps: Int) -> Float {
    step >= steps ? 1 : Float(step) / Float(steps)
  }
}
