import Autodiff
import Learning
import Randomness

/// Multinomial logistic regression: P(class | x) = softmax(x W + b), one layer and nothing else.
///
/// A judge: it learns where one class ends and the next begins, and nothing about what the classes look like.
/// Its loss is convex in W and b, so training finds the same answer from any start; it starts at zero.
public final class LogisticRegression: Classifier {
  public let features: Int
  public let classes: Int

  /// W [features, classes] and b [1, classes].
  public let parameters: Parameters
  let layer: Dense
  let tape: Tape
  private let seed: UInt64

  /// `seed` decides the order in which training goes through the data.
  public init(features: Int, classes: Int, seed: UInt64 = 0) {
    self.features = features
    self.classes = classes
    self.seed = seed
    parameters = Parameters(seed: seed)
    layer = Dense(features, classes, initial: .zeros, in: parameters)
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// −(1/n) Σ log P(label | x), in nats (Bishop 2006, eq. 4.108): x [n, features].
  public func loss(_ x: Tensor, _ labels: [Int]) -> Tensor {
    crossEntropy(labels, logits: layer(x))
  }
  // snippet.end

  /// Minimises the loss by Adam on batches in random order; returns the mean loss of the last round, in nats.
  ///
  /// The learning rate falls linearly to 0. `onStep` is told of every batch and may stop the training.
  @discardableResult
  public func fit(
    _ data: Dataset, epochs: Int = 60, batch: Int = 50, learningRate: Float = 0.03,
    file: StaticString = #fileID, line: UInt = #line, onStep: (inout TrainingStep) -> Void = { _ in }
  ) -> Float {
    noteCaller(file, line)
    require(
      data.features == features && data.classes <= classes,
      "fit: data of \(data.features) features and \(data.classes) classes for a model of \(features) and \(classes)")
    var batches = Batches(of: data.count, size: min(batch, data.count), seed: seed)
    let steps = epochs * batches.perEpoch
    let trainer = Trainer(parameters, Adam(learningRate: .linear(from: learningRate, steps: steps)), tape: tape)
    var sum: Float = 0
    var counted = 0
    trainer.minimize(steps: steps) { step in
      onStep(&step)
      if step.number > steps - batches.perEpoch {
        sum += step.loss
        counted += 1
      }
    } loss: { tape in
      let rows = batches.next()
      return self.loss(tape.constant(data.rows(rows), [rows.count, self.features]), rows.map { data.labels[$0] })
    }
    return counted == 0 ? .nan : sum / Float(counted)
  }

  /// P(class | x) for every row: [count, features] → [count, classes].
  public func probabilities(_ inputs: [Float]) -> [Float] {
    let count = rowCount(inputs)
    return count == 0 ? [] : tape.evaluate { softmax(layer($0.constant(inputs, [count, features]))).array }
  }

  /// The most probable class of every row.
  public func classify(_ inputs: [Float]) -> [Int] {
    let all = probabilities(inputs)
    var labels: [Int] = []
    for row in 0..<rowCount(inputs) { labels.append(Array(all[row * classes..<(row + 1) * classes]).indexOfLargest) }
    return labels
  }

  private func rowCount(_ inputs: [Float]) -> Int {
    require(
      inputs.count % features == 0, "\(inputs.count) numbers are no whole rows of \(features) features")
    return inputs.count / features
  }
}
