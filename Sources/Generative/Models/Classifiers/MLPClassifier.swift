import Autodiff
import Learning

/// A judge with hidden layers: P(class | x) = softmax(f(x)), f a network of ReLUs.
///
/// The same loss as logistic regression; the boundary between classes may bend (Bishop 2006, section 5.2).
public final class MLPClassifier: NeuralClassifier {
  public let features: Int
  public let classes: Int
  public let learningRate: Float = 5e-3
  /// Weights and biases of every layer.
  public let parameters: Parameters
  public let tape: Tape
  let network: MLP

  /// - Parameters:
  ///   - hidden: widths of the hidden layers.
  ///   - seed: decides the initial weights and the order of the batches.
  public init(features: Int, hidden: [Int] = [64], classes: Int, seed: UInt64 = 0) {
    self.features = features
    self.classes = classes
    parameters = Parameters(seed: seed)
    network = MLP([features] + hidden + [classes], .relu, named: "network", in: parameters)
    tape = Tape(seed: seed)
  }

  public func logits(_ x: Tensor) -> Tensor { network(x) }

  // snippet.loss
  /// −(1/n) Σ log P(label | x), in nats: x [n, features].
  public func loss(_ x: Tensor, _ labels: [Int]) -> Tensor {
    crossEntropy(labels, logits: network(x))
  }
  // snippet.end
}
