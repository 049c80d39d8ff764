import Autodiff
import Learning

/// Multinomial logistic regression: P(class | x) = softmax(x W + b), one layer and nothing else.
///
/// A judge: it learns where one class ends and the next begins, and nothing about what the classes look like.
/// Its loss is convex in W and b, so training finds the same answer from any start; it starts at zero.
public final class LogisticRegression: NeuralClassifier {
  public let features: Int
  public let classes: Int
  public let learningRate: Float = 0.03
  /// W [features, classes] and b [1, classes].
  public let parameters: Parameters
  public let tape: Tape
  let layer: Dense

  /// `seed` decides the order in which training goes through the data.
  public init(features: Int, classes: Int, seed: UInt64 = 0) {
    self.features = features
    self.classes = classes
    parameters = Parameters(seed: seed)
    layer = Dense(features, classes, initial: .zeros, in: parameters)
    tape = Tape(seed: seed)
  }

  public func logits(_ x: Tensor) -> Tensor { layer(x) }

  // snippet.loss
  /// −(1/n) Σ log P(label | x), in nats (Bishop 2006, eq. 4.108): x [n, features].
  public func loss(_ x: Tensor, _ labels: [Int]) -> Tensor {
    crossEntropy(labels, logits: layer(x))
  }
  // snippet.end
}
