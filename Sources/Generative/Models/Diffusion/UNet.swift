import Autodiff
import Learning
import Numerics

/// A small denoiser of square pictures: down to half the size, up again, and across (Ronneberger et al. 2015).
///
/// The half-sized path sees what belongs together; the bridge across keeps the edges sharp. Time and class come in at
/// both sizes, as an offset for every channel.
public final class UNet: Denoiser {
  let side: Int
  let entry: Convolution
  let entryConditions: Dense
  let before: Convolution
  let down: Convolution
  let downConditions: Dense
  let middle: Convolution
  let up: TransposedConvolution
  let after: Convolution
  let exit: Convolution

  /// - Parameters:
  ///   - side: pixels along an edge; even.
  ///   - channels: at full size; twice as many at half.
  public init(side: Int, conditions: Int, channels: Int = 16, in θ: Parameters) {
    require(side >= 2 && side % 2 == 0, "UNet: a side of \(side) pixels; it must be even")
    self.side = side
    entry = Convolution(1, channels, named: "entry", in: θ)
    entryConditions = Dense(conditions, channels, named: "entry conditions", in: θ)
    before = Convolution(channels, channels, .silu, named: "before", in: θ)
    down = Convolution(channels, 2 * channels, stride: 2, named: "down", in: θ)
    downConditions = Dense(conditions, 2 * channels, named: "down conditions", in: θ)
    middle = Convolution(2 * channels, 2 * channels, .silu, named: "middle", in: θ)
    up = TransposedConvolution(2 * channels, channels, .silu, named: "up", in: θ)
    after = Convolution(2 * channels, channels, .silu, named: "after", in: θ)
    exit = Convolution(channels, 1, scale: 0.1, named: "exit", in: θ)
  }

  /// x [n, side · side] and conditions [n, _] → [n, side · side].
  public func predict(_ x: Tensor, _ conditions: Tensor) -> Tensor {
    let pictures = reshape(x, [x.shape[0], side, side, 1])
    let full = before(conditioned(entry(pictures), entryConditions(conditions)))
    let half = middle(conditioned(down(full), downConditions(conditions)))
    let joined = concatenate(up(half), full)
    return reshape(exit(after(joined)), x.shape)
  }

  /// SiLU of the pictures with an offset [n, channels] for each channel of each of them.
  private func conditioned(_ pictures: Tensor, _ offsets: Tensor) -> Tensor {
    let shape = pictures.shape
    let pixels = shape[1] * shape[2]
    let rows = reshape(pictures, [shape[0] * pixels, shape[3]])
    return activate(reshape(rows + repeatRows(offsets, times: pixels), shape), .silu)
  }
}

extension Diffusion {
  /// A diffusion model of square pictures with grey levels 0…1, with a `UNet` for its network.
  public static func convolutional(
    side: Int, classes: Int = 0, channels: Int = 16, prediction: Prediction = .original,
    schedule: NoiseSchedule = .cosine(steps: 100), seed: UInt64 = 0
  ) -> Diffusion {
    Diffusion(
      features: side * side, classes: classes, prediction: prediction, schedule: schedule, scale: .pixels, seed: seed
    ) { conditions, θ in
      UNet(side: side, conditions: conditions, channels: channels, in: θ)
    }
  }
}
