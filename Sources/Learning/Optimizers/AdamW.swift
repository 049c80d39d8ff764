import Autodiff
import Numerics

/// θ ← (1 − α λ) θ before each step of Adam: the weights decay apart from the gradient and its moments.
///
/// Loshchilov & Hutter 2019, algorithm 2.
public struct AdamW: Optimizer {
  public let adam: Adam
  /// λ: the share of each value that a step with rate 1 takes away.
  public let weightDecay: Float

  public init(
    learningRate: LearningRate, weightDecay: Float = 0.01, β1: Float = 0.9, β2: Float = 0.999, ε: Float = 1e-8
  ) {
    adam = Adam(learningRate: learningRate, β1: β1, β2: β2, ε: ε)
    self.weightDecay = weightDecay
  }

  public func step(_ θ: Parameters) {
    θ.recordAccess(to: .all)
    let λ = weightDecay
    let kept = 1 - adam.learningRate.at(θ.updates) * λ
    let value = θ.value
    forEachLanes(θ) { value.store(value.lanes($0) * kept, at: $0) }
    adam.step(θ)
  }
}
