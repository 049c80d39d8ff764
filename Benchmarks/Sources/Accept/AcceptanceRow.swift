/// A figure that the models must reach: how it is measured once, and how often it must be reached.
struct AcceptanceRow: Sendable {
  /// What one seed came to.
  struct Trial: Sendable {
    var figure: String
    var passed: Bool
  }

  /// Number in the table of acceptance; some have two parts.
  var number: Int
  var model: String
  var target: String
  /// How many seeds there are by default, from 1 on.
  var seeds: Int
  /// The share of the seeds that must pass.
  var share: Double = 1
  var trial: @Sendable (UInt64) throws -> Trial

  /// All rows, in order.
  static var all: [AcceptanceRow] {
    (autoencoders + adversarial + diffusion + checks + text).sorted { $0.number < $1.number }
  }
}
