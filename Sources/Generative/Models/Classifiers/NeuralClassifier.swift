import Autodiff
import Learning
import Numerics

/// A judge with a network in it: P(class | x) = softmax of its logits.
public protocol NeuralClassifier: Classifier, Trainable {
  var features: Int { get }
  var classes: Int { get }
  /// The learning rate that suits this model.
  var learningRate: Float { get }

  /// x [n, features] → [n, classes].
  func logits(_ x: Tensor) -> Tensor
  /// Returns the loss that training makes small, in nats an example.
  func loss(_ x: Tensor, _ labels: [Int]) -> Tensor
}

extension NeuralClassifier {
  public var seed: UInt64 { tape.seed }

  public var recipe: TrainingRecipe { TrainingRecipe(learningRate: learningRate) }

  public func loss(_ batch: Batch) -> Tensor { loss(batch.x, batch.labels) }

  /// Minimises the loss by Adam on batches in random order; returns the mean loss of the last round, in nats.
  ///
  /// The learning rate falls linearly to 0. `onStep` is told of every batch and may stop the training.
  @discardableResult
  public func fit(
    _ data: Dataset, epochs: Int = 60, batch: Int = 50, learningRate: Float? = nil,
    file: StaticString = #fileID, line: UInt = #line, onStep: (inout TrainingStep) -> Void = { _ in }
  ) -> Float {
    noteCaller(file, line)
    let perEpoch = data.count / max(1, min(batch, data.count))
    let steps = epochs * perEpoch
    var sum: Float = 0
    var counted = 0
    _ = fit(data, steps: steps, batch: batch, learningRate: learningRate, file: file, line: line) { step in
      onStep(&step)
      if step.number > steps - perEpoch {
        sum += step.loss
        counted += 1
      }
    }
    return counted == 0 ? .nan : sum / Float(counted)
  }

  /// P(class | x) for every row: [count, features] → [count, classes].
  public func probabilities(_ inputs: [Float]) -> [Float] {
    let count = rowCount(inputs, features)
    return count == 0 ? [] : tape.evaluate { softmax(logits($0.constant(inputs, [count, features]))).array }
  }

  /// The most probable class of every row.
  public func classify(_ inputs: [Float]) -> [Int] {
    let all = probabilities(inputs)
    var labels: [Int] = []
    for start in stride(from: 0, to: all.count, by: classes) {
      labels.append(Array(all[start..<start + classes]).indexOfLargest)
    }
    return labels
  }
}
