/// The report of a GAN's training after each round, by which it can be told to stop.
public struct AdversarialStep: Sendable {
  /// The number of the round, counted from 1.
  public let number: Int
  /// The number of rounds that there will be.
  public let count: Int
  /// D's loss before the round, in nats.
  public let discriminatorLoss: Float
  /// G's loss in the middle of the round, in nats.
  public let generatorLoss: Float
  var isLast = false

  /// Ends the training after this round.
  public mutating func stop() { isLast = true }
}
