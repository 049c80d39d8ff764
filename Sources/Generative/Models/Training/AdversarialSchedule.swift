/// The schedule by which a generator and a discriminator learn: Adam for each. The defaults are those of points on a
/// ring.
public struct AdversarialSchedule: Sendable {
  public var steps: Int
  public var batch: Int
  public var generatorRate: Float
  public var discriminatorRate: Float
  /// Whether both rates fall linearly to 0.
  public var rateFalls: Bool
  /// β₁ and β₂ of both.
  public var momentum: (first: Float, second: Float)
  /// Steps of D for each of G.
  public var discriminatorSteps: Int
  /// The share of G's moving average that a step keeps; 0 keeps no average.
  public var averaging: Float

  public init(
    steps: Int = 5_000, batch: Int = 128, generatorRate: Float = 1e-3, discriminatorRate: Float = 1e-3,
    rateFalls: Bool = true, momentum: (first: Float, second: Float) = (0.5, 0.9), discriminatorSteps: Int = 1,
    averaging: Float = 0
  ) {
    self.steps = steps
    self.batch = batch
    self.generatorRate = generatorRate
    self.discriminatorRate = discriminatorRate
    self.rateFalls = rateFalls
    self.momentum = momentum
    self.discriminatorSteps = discriminatorSteps
    self.averaging = averaging
  }

  /// Points on a ring in a browser: half the work. With networks of width 48.
  public static let light = AdversarialSchedule(steps: 8_000, batch: 64)
  /// D learns ten times slower than G: with two layers of width 64 and slope 0.2 it collapses.
  public static let collapsing = AdversarialSchedule(steps: 3_000, discriminatorRate: 1e-4, rateFalls: false)
  /// 8×8 digits: with noise of 16, layers of width 128, 128 and R1 = 1.
  public static let digits = AdversarialSchedule(
    steps: 6_000, batch: 64, generatorRate: 5e-4, discriminatorRate: 5e-4, momentum: (0.5, 0.99), averaging: 0.995)
}

extension GenerativeAdversarialNetwork {
  public typealias Schedule = AdversarialSchedule
}
