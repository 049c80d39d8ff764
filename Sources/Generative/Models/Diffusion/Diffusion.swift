import Autodiff
import Learning
import Numerics

/// A network that tells noise from data, at every strength of noise; run back from pure noise it makes data.
///
/// Ho et al. 2020. Without further arguments it is the recipe for points on a ring.
public final class Diffusion: Trainable {
  /// The quantity that the network predicts of x_t = √ᾱ x₀ + √(1 − ᾱ) ε. Each tells the other two.
  public enum Prediction: Equatable, Sendable {
    /// ε
    case noise
    /// x₀
    case original
    /// v = √ᾱ ε − √(1 − ᾱ) x₀ (Salimans & Ho 2022, appendix D)
    case velocity
  }

  public let features: Int
  /// Classes that can be asked for; 0 where there are none.
  public let classes: Int
  public let prediction: Prediction
  public let schedule: NoiseSchedule
  public let parameters: Parameters
  let denoiser: any Denoiser
  let scale: DataScale
  /// Estimates of x₀ are kept within ± this.
  let limit: Float
  let timestepEmbedding: TimestepEmbedding
  public let tape: Tape
  public let recipe = TrainingRecipe(steps: 5_000, batch: 256, learningRate: 1e-3)

  /// - Parameters:
  ///   - hidden: widths of the hidden layers.
  ///   - fourier: waves of each coordinate that the network sees; by default 4, for pixels none.
  ///   - scale: `.pixels` for grey levels from 0 to 1.
  ///   - limit: the largest coordinate that data have; while sampling, estimates stay within. By default 2.
  ///   - seed: decides the initial weights, the order of the batches and the noise.
  public convenience init(
    features: Int, classes: Int = 0, prediction: Prediction = .noise, schedule: NoiseSchedule = .linear(steps: 100),
    hidden: [Int] = [128, 128, 128], fourier: Int? = nil, scale: DataScale = .unchanged, limit: Float = 2,
    seed: UInt64 = 0
  ) {
    self.init(
      features: features, classes: classes, prediction: prediction, schedule: schedule, scale: scale, limit: limit,
      seed: seed
    ) { conditions, θ in
      DenseDenoiser(
        features: features, conditions: conditions, hidden: hidden, fourier: fourier ?? (scale == .pixels ? 0 : 4),
        in: θ)
    }
  }

  /// Creates a model with a network of one's own: `denoiser` makes it, given how many numbers it is told besides x.
  public init(
    features: Int, classes: Int = 0, prediction: Prediction, schedule: NoiseSchedule, scale: DataScale,
    limit: Float = 2, seed: UInt64 = 0, denoiser: (_ conditions: Int, Parameters) -> any Denoiser
  ) {
    self.features = features
    self.classes = classes
    self.prediction = prediction
    self.schedule = schedule
    self.scale = scale
    self.limit = scale == .pixels ? 1 : limit
    parameters = Parameters(seed: seed)
    self.denoiser = denoiser(TimestepEmbedding.width + classes, parameters)
    timestepEmbedding = TimestepEmbedding(steps: schedule.steps)
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// E ‖target − network(x_t, t)‖², a mean over numbers, t ~ U{1 … T}, ε ~ N(0, I): x₀ [n, features].
  ///
  /// Ho et al. 2020, eq. 14. A class of −1 stands for "any".
  public func loss(_ x0: Tensor, _ labels: [Int] = []) -> Tensor {
    let t = x0.tape.integers(below: schedule.steps, count: x0.shape[0]).map { $0 + 1 }
    let ε = x0.tape.normal(x0.shape)
    let a = column(t, on: x0.tape) { schedule.signal(at: $0) }
    let s = column(t, on: x0.tape) { schedule.noise(at: $0) }
    let xt = a * x0 + s * ε
    let target =
      switch prediction {
      case .noise: ε
      case .original: x0
      case .velocity: a * ε - s * x0
      }
    return mean(square(target - network(xt, t, labels)))
  }
  // snippet.end

  /// The network's answer at steps t.
  func network(_ xt: Tensor, _ t: [Int], _ labels: [Int]) -> Tensor {
    var conditions = timestepEmbedding(t, on: xt.tape)
    if classes > 0 {
      let known = labels.isEmpty ? [Int](repeating: -1, count: t.count) : labels
      conditions = concatenate(conditions, oneHot(known, classes: classes, on: xt.tape))
    }
    return denoiser.predict(xt, conditions)
  }

  private func column(_ t: [Int], on tape: Tape, _ value: (Int) -> Double) -> Tensor {
    tape.constant(t.map { Float(value($0)) }, [t.count, 1])
  }
}
