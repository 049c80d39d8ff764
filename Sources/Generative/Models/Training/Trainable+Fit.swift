import Autodiff
import Learning
import Numerics

extension Trainable {
  /// Minimises the loss by Adam up to so many steps, on batches in random order; the learning rate falls linearly to 0.
  /// Returns the last batch's loss.
  ///
  /// - Parameters:
  ///   - steps: in all, and so for `batch` and `learningRate`: those of the model's recipe unless they are given.
  ///   - averaging: how much of the weights' moving average a step keeps; 0 keeps none.
  ///   - onStep: is told of every step and may stop the training.
  @discardableResult
  public func fit(
    _ data: Dataset, steps: Int? = nil, batch: Int? = nil, learningRate: Float? = nil, averaging: Float = 0,
    file: StaticString = #fileID, line: UInt = #line, onStep: (inout TrainingStep) -> Void = { _ in }
  ) -> Float {
    noteCaller(file, line)
    requireFit(data, features: features, classes: classes)
    var recipe = recipe
    if let steps { recipe.steps = steps }
    if let batch { recipe.batch = batch }
    if let learningRate { recipe.learningRate = learningRate }
    return train(
      parameters, on: tape, data, recipe, averaging: averaging, file: file, line: line, onStep: onStep, loss: loss)
  }
}

/// The training of every model with one loss. No part of the extension, so that a browser need not compile it again
/// for each model.
func train(
  _ θ: Parameters, on tape: Tape, _ data: Dataset, _ recipe: TrainingRecipe, averaging: Float, file: StaticString,
  line: UInt, onStep: (inout TrainingStep) -> Void, loss: (Batch) -> Tensor
) -> Float {
  if averaging > 0 { θ.keepAverage(decay: averaging) }
  let loop = TrainingLoop([θ], on: tape)
  var loader = BatchLoader(data, size: recipe.batch, seed: tape.seed, skipping: θ.updates)
  let trainer = Trainer(
    θ, Adam(learningRate: .linear(from: recipe.learningRate, steps: recipe.steps)), tape: tape)
  return trainer.minimize(loop, steps: recipe.steps, onStep: onStep) { loss(loader.next(on: $0)) }
}

/// Ends the program where the data are not such as a model takes; 0 features or classes stand for any number.
func requireFit(_ data: Dataset, features: Int, classes: Int) {
  if classes == 0 {
    require(
      features == 0 || data.features == features,
      "fit: data of \(data.features) features for a model of \(features)")
  } else {
    require(
      (features == 0 || data.features == features) && data.classes <= classes,
      "fit: data of \(data.features) features and \(data.classes) classes for a model of \(features) and \(classes)")
  }
}
