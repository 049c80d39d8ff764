import Autodiff
import Learning

/// A model with parameters, whose training can be put down and taken up again.
///
/// `fit` trains *up to* so many steps: on a model that was stopped, or restored, it goes on behind the steps already
/// made, with the batches and the noise that would have come next, and reaches the same bits as without the break. Called
/// again on a model that has made them all, it does nothing; more steps need a larger number.
public protocol Trainable: AnyObject {
  /// θ
  var parameters: Parameters { get }
  /// Where steps are recorded, and where their noise comes from.
  var tape: Tape { get }
}

extension Trainable {
  /// All that the training needs to go on from here; its `bytes` are for a file.
  public var checkpoint: Checkpoint { Checkpoint(of: parameters, generators: [tape.random]) }

  /// Goes back to where the checkpoint was made.
  /// - Throws: `CheckpointError` where it is of another model; then nothing is changed.
  public func restore(_ checkpoint: Checkpoint) throws(CheckpointError) {
    try checkpoint.restore(to: parameters)
    if let random = checkpoint.generators.first { tape.random = random }
  }
}
