import Autodiff
import Learning
import Numerics

/// A judge with a network in it: P(class | x) = softmax of its logits.
public protocol NeuralClassifier: Classifier, Trainable {
  var features: Int { get }
  var classes: Int { get }
  /// Decides the initial weights and the order in which training goes through the data.
  var seed: UInt64 { get }
  /// The learning rate that suits this model.
  var learningRate: Float { get }

  /// x [n, features] → [n, classes].
  func logits(_ x: Tensor) -> Tensor
  /// What training makes small, in nats an example.
  func loss(_ x: Tensor, _ labels: [Int]) -> Tensor
}

extension NeuralClassifier {
  /// Minimises the loss by Adam on batches in random order; returns the mean loss of the last round, in nats.
  ///
  /// The learning rate falls linearly to 0. `onStep` is told of every batch and may stop the training.
  @discardableResult
  public func fit(
    _ data: Dataset, epochs: Int = 60, batch: Int = 50, learningRate: Float? = nil,
    file: StaticString = #fileID, line: UInt = #line, onStep: (inout TrainingStep) -> Void = { _ in }
  ) -> Float {
    noteCaller(file, line)
    require(
      data.features == features && data.classes <= classes,
      "fit: data of \(data.features) features and \(data.classes) classes for a model of \(features) and \(classes)")
    let loop = TrainingLoop([parameters], on: tape)
    var feed = BatchFeed(data, size: batch, seed: seed, skipping: parameters.updates)
    let steps = epochs * feed.perEpoch
    let rate = LearningRate.linear(from: learningRate ?? self.learningRate, steps: steps)
    let trainer = Trainer(parameters, Adam(learningRate: rate), tape: tape)
    var sum: Float = 0
    var counted = 0
    _ = trainer.minimize(loop, steps: steps) { step in
      onStep(&step)
      if step.number > steps - feed.perEpoch {
        sum += step.loss
        counted += 1
      }
    } loss: { tape in
      let (x, labels) = feed.next(on: tape)
      return self.loss(x, labels)
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
