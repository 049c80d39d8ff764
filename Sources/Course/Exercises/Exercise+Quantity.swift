extension Exercise.Quantity {
  /// `0.5 ± 0.01 nats`
  ///
  /// - Parameter number: how its numbers are written; as in a file of exercises, where nothing else is said.
  package func text(_ number: (Double) -> String = Self.number) -> String {
    let range = tolerance > 0 ? "\(number(value)) ± \(number(tolerance))" : number(value)
    return unit.isEmpty ? range : "\(range) \(unit)"
  }

  /// Whole numbers without a fraction; all others with the digits that tell them apart.
  package static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
