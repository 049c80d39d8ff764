/// What the training of a GAN says after each round, and how it is told to stop.
public struct AdversarialStep: Sendable {
  /// counted from 1
  public let number: Int
  /// how many there will be
  public let count: Int
  /// before the round, in nats
  public let discriminatorLoss: Float
  /// in the middle of it, in nats
  public let generatorLoss: Float
  var isLast = false

  /// Ends the training after this round.
  public mutating func stop() { isLast = true }
}
