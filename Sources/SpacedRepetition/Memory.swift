/// The belief of FSRS about one memory.
public struct Memory: Equatable, Sendable {
  /// Days until the probability of recall has fallen to 0.9.
  public var stability: Double
  /// 1 (easy) to 10 (hard).
  public var difficulty: Double

  public init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}
