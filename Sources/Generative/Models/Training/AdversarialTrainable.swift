import Autodiff
import Learning

/// Two networks that train against each other: a generator G and a discriminator D, each with a loss of its own.
/// Training, checkpoints and going on after a stop come with it, as they do with `Trainable`.
///
/// `fit` trains *up to* so many rounds, counted by the generator's updates.
public protocol AdversarialTrainable: AnyObject {
  var generatorParameters: Parameters { get }
  var discriminatorParameters: Parameters { get }
  /// The tape on which steps are recorded, and from which their noise comes; its seed decides the order of the batches.
  var tape: Tape { get }
  /// Numbers in z, of which G makes an example.
  var latent: Int { get }
  /// Numbers in an example; 0, unless it is given, for any number.
  var features: Int { get }
  /// Classes that can be asked for; 0, unless it is given, where they play no part.
  var classes: Int { get }
  /// The schedule of `fit` where it is told none.
  var recipe: AdversarialSchedule { get }

  /// D's loss on a batch, and on what G makes of z [rows of the batch, latent].
  func discriminatorLoss(_ batch: Batch, latent z: Tensor) -> Tensor
  /// G's loss on what it makes of z [n, latent]. The labels are those that D has just seen.
  func generatorLoss(_ labels: [Int], latent z: Tensor) -> Tensor
}

extension AdversarialTrainable {
  public var features: Int { 0 }
  public var classes: Int { 0 }
  public var recipe: AdversarialSchedule { AdversarialSchedule() }

  /// The checkpoints of G and D: all that the training needs to go on from here.
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
