import Numerics

extension NoiseSchedule {
  // snippet.sampler
  /// Walks from noise to data: `count` examples of `features` numbers.
  ///
  /// - Parameters:
  ///   - steps: how many of the T steps are made; all of them unless it is given.
  ///   - stochasticity: η, 1 for DDPM's fresh noise at each step, 0 for DDIM's none.
  ///   - onStep: is shown t and the examples at every stop, the noise first.
  ///   - estimate: E[x₀ | x_t] of examples [count, features] at step t, by a network or exactly.
  public func sample(
    _ count: Int, features: Int, steps: Int? = nil, stochasticity: Double = 1,
    using generator: inout RandomGenerator, onStep: (_ t: Int, _ x: [Float]) -> Void = { _, _ in },
    estimate: (_ x: [Float], _ t: Int) -> [Float]
  ) -> [Float] {
    var x = generator.normals(count * features)
    let stops = stops(steps ?? self.steps)
    onStep(stops[0], x)
    for index in 1..<stops.count {
      let step = reverse(from: stops[index - 1], to: stops[index], stochasticity: stochasticity)
      let x0 = estimate(x, stops[index - 1])
      require(x0.count == x.count, "sample: \(x0.count) estimates for \(x.count) numbers")
      let (a, b, σ) = (Float(step.estimate), Float(step.current), Float(step.noise))
      let z = σ > 0 ? generator.normals(x.count) : []
      for i in x.indices {
        x[i] = a * x0[i] + b * x[i]
        if σ > 0 { x[i] += σ * z[i] }
      }
      onStep(stops[index], x)
    }
    return x
  }
  // snippet.end
}
