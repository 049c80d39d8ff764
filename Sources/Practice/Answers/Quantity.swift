/// A number that is asked for, with its unit.
package struct Quantity: Equatable, Sendable {
  package var value: Double
  /// The tolerance within which an answer is right, in the same unit.
  package var tolerance: Double
  package var unit: String

  package init(value: Double, tolerance: Double, unit: String) {
    self.value = value
    self.tolerance = tolerance
    self.unit = unit
  }
}
