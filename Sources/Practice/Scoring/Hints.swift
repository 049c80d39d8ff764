/// The cost of hints.
public enum Hints {
  /// The part of a full mark that each hint takes, unless an exercise states another.
  public static var standardCost: Double { 0.1 }

  /// max(0, mark − hints · cost).
  public static func mark(_ mark: Double, after hints: Int, costing cost: Double = standardCost) -> Double {
    max(0, mark - Double(hints) * cost)
  }
}
