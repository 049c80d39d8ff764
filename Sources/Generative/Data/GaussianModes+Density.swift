import Numerics

extension GaussianModes {
  /// ln p(x) of one point, in nats.
  public func logDensity(_ x: [Float]) -> Double {
    let variance = Double(deviation) * Double(deviation)
    let terms = squaredDistances(x, centresTimes: 1).map { -0.5 * $0 / variance }
    return logSumExp(terms) - log(Double(modes)) - 0.5 * Double(features) * log(2 * Double.pi * variance)
  }

  /// The exact denoiser: E[x₀ | x_t] for x_t = `signal` · x₀ + `noise` · ε, ε ~ N(0, I), of points `[_, features]`.
  ///
  /// What a perfectly trained diffusion model would answer; each mode pulls in proportion to its posterior probability.
  public func denoised(_ points: [Float], signal: Float, noise: Float) -> [Float] {
    require(points.count % features == 0, "denoised: \(points.count) numbers are no points of \(features)")
    let (a, s) = (Double(signal), Double(noise))
    let variance = Double(deviation) * Double(deviation)
    let spread = a * a * variance + s * s  // of x_t around a · centre
    var result: [Float] = []
    for start in stride(from: 0, to: points.count, by: features) {
      let x = Array(points[start..<start + features])
      let logWeights = squaredDistances(x, centresTimes: a).map { -0.5 * $0 / spread }
      let total = logSumExp(logWeights)
      let weights = logWeights.map { exp($0 - total) }
      for axis in 0..<features {
        var mean = 0.0
        for mode in 0..<modes {
          let centre = Double(centres[mode * features + axis])
          mean += weights[mode] * (centre + a * variance / spread * (Double(x[axis]) - a * centre))
        }
        result.append(Float(mean))
      }
    }
    return result
  }

  private func squaredDistances(_ x: [Float], centresTimes factor: Double) -> [Double] {
    require(x.count == features, "GaussianModes: a point has \(features) numbers, not \(x.count)")
    return (0..<modes).map { mode in
      var sum = 0.0
      for axis in 0..<features {
        let difference = Double(x[axis]) - factor * Double(centres[mode * features + axis])
        sum += difference * difference
      }
      return sum
    }
  }
}
