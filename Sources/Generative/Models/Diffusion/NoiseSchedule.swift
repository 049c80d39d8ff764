import Numerics

/// The schedule by which diffusion turns data into noise: x_t = √ᾱ_t x₀ + √(1 − ᾱ_t) ε, t = 0 (data) … T (noise).
///
/// In Double; index t of each array belongs to step t, index 0 to the data themselves.
public struct NoiseSchedule: Equatable, Sendable {
  /// β_t: share of the variance that step t replaces by noise; β_0 = 0.
  public let beta: [Double]
  /// ᾱ_t = Π_{s ≤ t} (1 − β_s): share of the data's variance that is left; ᾱ_0 = 1.
  public let alphaBar: [Double]

  /// T.
  public var steps: Int { beta.count - 1 }

  /// - Parameter beta: β_1 … β_T, each above 0 and below 1.
  public init(beta: [Double]) {
    require(!beta.isEmpty, "NoiseSchedule: at least one step")
    var product = 1.0
    var alphaBar = [1.0]
    for (index, β) in beta.enumerated() {
      require(β > 0 && β < 1, "NoiseSchedule: β of step \(index + 1) lies between 0 and 1")
      product *= 1 - β
      alphaBar.append(product)
    }
    self.beta = [0] + beta
    self.alphaBar = alphaBar
  }

  /// β from 1e-4 to 0.02 in a straight line at T = 1000, and 1000/T times as much for fewer steps (Ho et al. 2020,
  /// section 4).
  public static func linear(steps: Int) -> NoiseSchedule {
    require(steps >= 2, "NoiseSchedule.linear: at least 2 steps")
    let scale = 1000 / Double(steps)
    return NoiseSchedule(
      beta: (0..<steps).map {
        min(0.999, scale * (1e-4 + (0.02 - 1e-4) * Double($0) / Double(steps - 1)))
      })
  }

  /// ᾱ_t = f(t)/f(0), f(t) = cos² ((t/T + 0.008)/1.008 · π/2), β at most 0.999 (Nichol & Dhariwal 2021, eq. 17).
  public static func cosine(steps: Int) -> NoiseSchedule {
    require(steps >= 1, "NoiseSchedule.cosine: at least 1 step")
    func f(_ t: Int) -> Double {
      let cosine = cosineOfFirstQuarter((Double(t) / Double(steps) + 0.008) / 1.008 * (Double.pi / 2))
      return cosine * cosine
    }
    return NoiseSchedule(beta: (1...steps).map { min(0.999, 1 - f($0) / f($0 - 1)) })
  }

  /// √ᾱ_t: what x₀ is multiplied by.
  public func signal(at t: Int) -> Double { alphaBar[t].squareRoot() }

  /// √(1 − ᾱ_t): what the noise is multiplied by.
  public func noise(at t: Int) -> Double { (1 - alphaBar[t]).squareRoot() }

  // MARK: The way back

  /// A step back: x_s = estimate · x̂₀ + current · x_t + noise · z, z ~ N(0, I).
  public struct ReverseStep: Equatable, Sendable {
    public let estimate: Double
    public let current: Double
    public let noise: Double
  }

  // snippet.posterior
  /// q(x_{t−1} | x_t, x₀): the step of DDPM (Ho et al. 2020, eq. 6 and 7).
  public func posterior(at t: Int) -> ReverseStep {
    let (before, now) = (alphaBar[t - 1], alphaBar[t])
    return ReverseStep(
      estimate: before.squareRoot() * beta[t] / (1 - now),
      current: (1 - beta[t]).squareRoot() * (1 - before) / (1 - now),
      noise: ((1 - before) / (1 - now) * beta[t]).squareRoot())
  }
  // snippet.end

  // snippet.reverse
  /// From t to any s < t: with `stochasticity` η = 1 and s = t − 1 that of DDPM, with η = 0 DDIM, which draws no noise.
  ///
  /// Song et al. 2021, eq. 12 and 16, with ε̂ = (x_t − √ᾱ_t x̂₀)/√(1 − ᾱ_t).
  public func reverse(from t: Int, to s: Int, stochasticity η: Double = 1) -> ReverseStep {
    let (after, now) = (alphaBar[s], alphaBar[t])
    let variance = η * η * (1 - after) / (1 - now) * (1 - now / after)
    let current = (max(0, 1 - after - variance) / (1 - now)).squareRoot()
    return ReverseStep(
      estimate: after.squareRoot() - current * now.squareRoot(), current: current, noise: variance.squareRoot())
  }
  // snippet.end

  /// The stops of a way back in so many steps: T, …, 0, evenly spaced.
  public func stops(_ count: Int) -> [Int] {
    require(count >= 1 && count <= steps, "a way back of \(count) steps; this schedule has \(steps)")
    return (0...count).map { steps - ($0 * steps + count / 2) / count }
  }
}
