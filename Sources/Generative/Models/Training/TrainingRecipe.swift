/// The recipe by which a model trains unless its `fit` is told otherwise: with Adam, at a rate that falls linearly to
/// 0.
public struct TrainingRecipe: Equatable, Sendable {
  public var steps: Int
  /// Examples in a batch.
  public var batch: Int
  /// Adam's learning rate at the first step.
  public var learningRate: Float

  public init(steps: Int = 3_000, batch: Int = 50, learningRate: Float = 2e-3) {
    self.steps = steps
    self.batch = batch
    self.learningRate = learningRate
  }
}
