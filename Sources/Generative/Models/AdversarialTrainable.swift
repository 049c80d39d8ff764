import Autodiff
import Learning

/// Two networks that train against each other, and can be put down and taken up again like a `Trainable`.
///
/// `fit` trains *up to* so many rounds, counted by the generator's updates.
public protocol AdversarialTrainable: AnyObject {
  var generatorParameters: Parameters { get }
  var discriminatorParameters: Parameters { get }
  /// Where steps are recorded, and where their noise comes from.
  var tape: Tape { get }
}

extension AdversarialTrainable {
  /// All that the training needs to go on from here: G's and D's checkpoints.
  public var checkpoints: (generator: Checkpoint, discriminator: Checkpoint) {
    (Checkpoint(of: generatorParameters, generators: [tape.random]), Checkpoint(of: discriminatorParameters))
  }

  /// Goes back to where the checkpoints were made.
  /// - Throws: `CheckpointError` where they are of another model; then nothing is changed.
  public func restore(_ checkpoints: (generator: Checkpoint, discriminator: Checkpoint)) throws(CheckpointError) {
    try checkpoints.discriminator.check(discriminatorParameters)
    try checkpoints.generator.restore(to: generatorParameters)
    try checkpoints.discriminator.restore(to: discriminatorParameters)
    if let random = checkpoints.generator.generators.first { tape.random = random }
  }
}
