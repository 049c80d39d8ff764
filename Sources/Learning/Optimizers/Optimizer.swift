import Autodiff
import Numerics

/// A method that changes parameters by their gradients. What it remembers from step to step is kept with the
/// parameters.
public protocol Optimizer {
  func step(_ θ: Parameters)
}

/// m ← μ m + g, θ ← θ − α m: gradient descent, with momentum where μ > 0 (Polyak 1964).
public struct SGD: Optimizer {
  public let learningRate: LearningRate
  public let momentum: Float

  public init(learningRate: LearningRate, momentum: Float = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public func step(_ θ: Parameters) {
    θ.recordAccess(to: .all)
    let α = learningRate.at(θ.updates)
    let g = θ.gradient
    let m = θ.firstMoment
    let value = θ.value
    forEachLanes(θ) { index in
      let velocity = m.lanes(index) * momentum + g.lanes(index)
      m.store(velocity, at: index)
      value.store(value.lanes(index) - velocity * α, at: index)
    }
    θ.updates += 1
  }
}

/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − α m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ).
///
/// Kingma & Ba 2014, algorithm 1. Gradients below 10⁻¹⁶ and means below 10⁻³⁰ count as 0: they change nothing, but
/// where a unit has died its means would shrink to numbers with which processors take a hundred times as long.
public struct Adam: Optimizer {
  public let learningRate: LearningRate
  public let β1: Float
  public let β2: Float
  public let ε: Float

  public init(learningRate: LearningRate, β1: Float = 0.9, β2: Float = 0.999, ε: Float = 1e-8) {
    self.learningRate = learningRate
    self.β1 = β1
    self.β2 = β2
    self.ε = ε
  }

  public func step(_ θ: Parameters) {
    θ.recordAccess(to: .all)
    let α = learningRate.at(θ.updates)
    θ.updates += 1
    forEachRange(
      θ.length,
      AdamStep(
        α: α, β1: β1, β2: β2, ε: ε, scale1: 1 / Float(1 - power(Double(β1), θ.updates)),
        scale2: 1 / Float(1 - power(Double(β2), θ.updates)), value: θ.value, gradient: θ.gradient, first: θ.firstMoment,
        second: θ.secondMoment))
  }
}

/// A step of Adam on some of the numbers.
private struct AdamStep: RangeWork {
  let α: Float
  let β1: Float
  let β2: Float
  let ε: Float
  let scale1: Float
  let scale2: Float
  let value: Floats
  let gradient: Floats
  let first: Floats
  let second: Floats

  func run(_ range: Range<Int>) {
    for index in stride(from: range.lowerBound, to: range.upperBound, by: 16) {
      let g = gradient.lanes(index).zeroBelow(1e-16)
      let m = (first.lanes(index) * β1 + g * (1 - β1)).zeroBelow(1e-30)
      let v = (second.lanes(index) * β2 + g * g * (1 - β2)).zeroBelow(1e-30)
      first.store(m, at: index)
      second.store(v, at: index)
      value.store(value.lanes(index) - m * scale1 * α / ((v * scale2).squareRoot() + ε), at: index)
    }
  }
}

@inline(__always)
func forEachLanes(_ θ: Parameters, _ body: (Int) -> Void) {
  var index = 0
  while index < θ.length {
    body(index)
    index += 16
  }
}

extension Lanes {
  /// Numbers of a smaller magnitude replaced by 0.
  @inline(__always)
  fileprivate func zeroBelow(_ bound: Float) -> Lanes {
    replacing(with: Float(0), where: Lanes(bits: bits & 0x7FFF_FFFF) .< Lanes(repeating: bound))
  }
}

/// base to a whole power, by repeated squaring: the same bits everywhere.
func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var factor = base
  var left = exponent
  while left > 0 {
    if left & 1 == 1 { result *= factor }
    factor *= factor
    left &>>= 1
  }
  return result
}
