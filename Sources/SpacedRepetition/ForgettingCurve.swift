import Numerics

/// R(t, S) = (1 + F·t/S)^(−w₂₀), F = 0.9^(−1/w₂₀) − 1, so that R(S, S) = 0.9.
///
/// t and S in days. Source: FSRS-6, forgetting curve.
struct ForgettingCurve: Sendable {
  let decay: Double
  let factor: Double

  init(_ parameters: Parameters) {
    decay = -parameters[20]
    factor = pow(0.9, 1 / decay) - 1
  }

  /// Probability of recall after `days`.
  func recall(days: Double, stability: Double) -> Double {
    pow(1 + factor * days / stability, decay)
  }

  /// Days until the probability of recall has fallen to `retention`.
  func days(until retention: Double, stability: Double) -> Double {
    stability / factor * (pow(retention, 1 / decay) - 1)
  }
}
