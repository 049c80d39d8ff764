import Numerics

/// Fréchet distance between two samples `[_, features]`, each taken for a Gaussian:
/// ‖μ_a − μ_b‖² + tr(Σ_a + Σ_b − 2 (Σ_a Σ_b)^½), in squared units of the data (Dowson & Landau 1982).
///
/// Pictures are first encoded by principal components or a network that was fitted to the *reference* alone. Small
/// samples score too high: compare only figures that come from equally many examples.
public func frechetDistance(
  _ a: [Float], _ b: [Float], features: Int, file: StaticString = #fileID, line: UInt = #line
) -> Double {
  noteCaller(file, line)
  require(!a.isEmpty && !b.isEmpty, "frechetDistance: a sample is empty")
  return frechetDistance(Moments(a, features: features), Moments(b, features: features))
}

/// Fréchet distance between two Gaussians.
package func frechetDistance(_ a: Moments, _ b: Moments) -> Double {
  var distance = a.covariance.trace + b.covariance.trace
  for (first, second) in zip(a.mean, b.mean) { distance += (first - second) * (first - second) }
  // Σ_a Σ_b is not symmetric, but Σ_a^½ Σ_b Σ_a^½ is, and has the same eigenvalues.
  let root = a.covariance.symmetricSquareRoot()
  let product = root.multiplied(by: b.covariance).multiplied(by: root)
  for eigenvalue in product.symmetricEigensystem().values { distance -= 2 * max(0, eigenvalue).squareRoot() }
  return max(0, distance)
}
