/// A number within its tolerance and with its unit earns 1, any other 0. Source: ACCEPTANCE 3.
public struct NumberScore: Equatable, Sendable {
  public enum Unit: Sendable {
    /// The unit that was asked for, or none where none was.
    case right
    case missing
    case wrong
  }

  public let isWithinTolerance: Bool
  public let unit: Unit

  /// 0 or 1.
  public var mark: Double { isWithinTolerance && unit == .right ? 1 : 0 }

  /// `tolerance` is absolute, in the same unit as `expected`.
  public init(answer: Double, expected: Double, tolerance: Double, unit: Unit) {
    // 0.51 is within 0.5 ± 0.01, though in binary 0.51 − 0.5 is a little more than 0.01: four roundings are forgiven.
    let magnitude = max(abs(answer), abs(expected), abs(tolerance))
    let slack = magnitude.isFinite ? 4 * magnitude.ulp : 0
    isWithinTolerance = abs(answer - expected) <= tolerance + slack
    self.unit = unit
  }
}
