/// The progress of a run: `step` of `total`, counted in `unit`.
package struct RunProgress: Equatable, Sendable {
  package var step: Int
  package var total: Int
  package var unit: String

  package init(step: Int, total: Int, unit: String) {
    self.step = step
    self.total = total
    self.unit = unit
  }
}
