import Foundation
import Generative
import Numerics
import Testing

@Suite struct NoiseScheduleTests {
  @Test(.enabled(if: SharedFiles.areThere, "shared/reference is not beside the project"))
  func agreesWithTheReference() throws {
    let file = try JSONSerialization.jsonObject(with: SharedFiles.data("reference/autodiff-vectors.json"))
    let all = try #require(file as? [String: Any])
    let schedules = [
      ("ddpm_linear_1000", NoiseSchedule.linear(steps: 1_000)), ("ddpm_cosine_1000", .cosine(steps: 1_000)),
    ]
    for (name, schedule) in schedules {
      let expected = try #require(all[name] as? [String: Any])
      let indices = try #require(expected["index"] as? [Int])
      let betas = try #require(expected["beta"] as? [Double])
      let alphas = try #require(expected["alpha_bar"] as? [Double])
      for (place, index) in indices.enumerated() {
        // The file counts steps from 0.
        #expect(abs(schedule.beta[index + 1] - betas[place]) <= 1e-12, "\(name), β of step \(index)")
        // At the very end of the cosine the file has f(T)/f(0) = 0; here β is capped first, and leaves 2.4e-9.
        #expect(abs(schedule.alphaBar[index + 1] - alphas[place]) <= 5e-9, "\(name), ᾱ of step \(index)")
      }
      if let variances = expected["posterior_variance"] as? [Double] {
        for (place, index) in indices.enumerated() {
          let noise = schedule.posterior(at: index + 1).noise
          #expect(abs(noise * noise - variances[place]) <= 1e-12)
        }
      }
    }
  }

  /// Row 16 of the acceptance table.
  @Test func endsInNoise() {
    #expect(abs(NoiseSchedule.linear(steps: 1_000).alphaBar[1_000] - 4.04e-5) < 5e-8)
    for steps in [50, 100, 1_000] {
      #expect(NoiseSchedule.linear(steps: steps).alphaBar[steps] <= 1e-3)
      #expect(NoiseSchedule.cosine(steps: steps).alphaBar[steps] <= 1e-3)
    }
  }

  static let schedules = [
    NoiseSchedule.linear(steps: 50), .linear(steps: 100), .linear(steps: 1_000), .cosine(steps: 100),
  ]

  /// Row 17: with the exact score of N(0, s²) the samples' variance follows by recursion.
  @Test(
    arguments: zip(
      schedules,
      [
        (0.196557, 0.223138, 0.853636, 0.927276), (0.219228, 0.236053, 0.920810, 0.963419),
        (0.246125, 0.248498, 0.991067, 0.996252), (0.232746, 0.242193, 0.954609, 0.975553),
      ]))
  func varianceAfterSampling(schedule: NoiseSchedule, expected: (Double, Double, Double, Double)) {
    func variance(_ s²: Double, stochasticity: Double) -> Double {
      var variance = 1.0
      for t in stride(from: schedule.steps, to: 0, by: -1) {
        let step = schedule.reverse(from: t, to: t - 1, stochasticity: stochasticity)
        let a = schedule.alphaBar[t]
        // E[x₀ | x_t] = gain · x_t
        let gain = a.squareRoot() * s² / (a * s² + 1 - a)
        let factor = step.estimate * gain + step.current
        variance = factor * factor * variance + step.noise * step.noise
      }
      return variance
    }
    #expect(abs(variance(0.25, stochasticity: 1) - expected.0) < 1e-5)
    #expect(abs(variance(0.25, stochasticity: 0) - expected.1) < 1e-5)
    #expect(abs(variance(1, stochasticity: 1) - expected.2) < 1e-5)
    #expect(abs(variance(1, stochasticity: 0) - expected.3) < 1e-5)
  }

  /// The same for the sampler itself, in Float and with drawn numbers.
  @Test(arguments: [(0.0, 0.242193), (1.0, 0.232746)])
  func samplerHasThatVariance(stochasticity: Double, expected: Double) {
    let schedule = NoiseSchedule.cosine(steps: 100)
    var generator = RandomGenerator(seed: 1)
    let x = schedule.sample(40_000, features: 1, stochasticity: stochasticity, using: &generator) { x, t in
      let a = schedule.alphaBar[t]
      let gain = Float(a.squareRoot() * 0.25 / (a * 0.25 + 1 - a))
      return x.map { gain * $0 }
    }
    let variance = x.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(x.count)
    #expect(abs(variance / expected - 1) < 0.03)
  }

  /// Row 19.
  @Test(arguments: schedules)
  func fullyStochasticDDIMIsDDPM(schedule: NoiseSchedule) {
    #expect(schedule.alphaBar[0] == 1)
    for t in 1...schedule.steps {
      let (ddim, ddpm) = (schedule.reverse(from: t, to: t - 1), schedule.posterior(at: t))
      #expect(abs(ddim.estimate - ddpm.estimate) < 1e-6)
      #expect(abs(ddim.current - ddpm.current) < 1e-6)
      #expect(abs(ddim.noise - ddpm.noise) < 1e-6)
    }
    #expect(schedule.posterior(at: 1).noise == 0)
    #expect(schedule.stops(7).first == schedule.steps && schedule.stops(7).last == 0)
    #expect(schedule.stops(schedule.steps) == Array((0...schedule.steps).reversed()))
  }

  /// Row 18: with the exact denoiser all modes are found and kept.
  @Test(arguments: [0.0, 1.0]) func exactDenoiserFindsTheRing(stochasticity: Double) {
    let ring = GaussianModes.ring()
    let schedule = NoiseSchedule.linear(steps: 100)
    var generator = RandomGenerator(seed: 1)
    let samples = schedule.sample(2_500, features: 2, stochasticity: stochasticity, using: &generator) { x, t in
      ring.denoised(x, signal: Float(schedule.signal(at: t)), noise: Float(schedule.noise(at: t)))
    }
    let found = ring.count(in: samples)
    #expect(found.modes == 8)
    #expect(found.shareNear >= 0.985)
  }
}
