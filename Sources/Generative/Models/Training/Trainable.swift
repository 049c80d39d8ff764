// Generative: the models, the baselines, data sets, metrics.

import Autodiff
import Learning

/// A model with one loss. Parameters, a tape and the loss of a batch are all that it takes; training, checkpoints and
/// going on after a stop come with it.
///
/// `fit` trains *up to* so many steps: on a model that was stopped, or restored, it goes on behind the steps already
/// made, with the batches and the noise that would have come next, and reaches the same bits as without the break.
/// Called again on a model that has made them all, it does nothing; more steps need a larger number.
public protocol Trainable: AnyObject {
  /// θ
  var parameters: Parameters { get }
  /// The tape on which steps are recorded, and from which their noise comes; its seed decides the order of the batches.
  var tape: Tape { get }
  /// Numbers in an example; 0, unless it is given, for any number.
  var features: Int { get }
  /// Classes that the model can tell apart; 0, unless it is given, where they play no part.
  var classes: Int { get }
  /// The recipe of `fit` where it is told none.
  var recipe: TrainingRecipe { get }

  /// Returns the loss that training makes small: a tensor of one number.
  func loss(_ batch: Batch) -> Tensor
}

extension Trainable {
  public var features: Int { 0 }
  public var classes: Int { 0 }
  public var recipe: TrainingRecipe { TrainingRecipe() }

  /// The checkpoint of all that the training needs to go on from here; its `bytes` are for a file.
  public var checkpoint: Checkpoint { Checkpoint(of: parameters, generators: [tape.random]) }

  /// Goes back to where the checkpoint was made.
  /// - Throws: `CheckpointError` where it is of another model; then nothing is changed.
  public func restore(_ checkpoint: Checkpoint) throws(CheckpointError) {
    try checkpoint.restore(to: parameters)
    if let random = checkpoint.generators.first { tape.random = random }
  }
}
