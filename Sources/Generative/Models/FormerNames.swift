import Autodiff
import Learning

// Former names of the models: what a learner wrote with them still compiles.

extension Autoencoder {
  @available(*, deprecated, renamed: "latent")
  public var code: Int { latent }

  @available(*, deprecated, renamed: "init(features:latent:hidden:output:seed:)")
  public convenience init(
    features: Int, code: Int, hidden: [Int] = [128], output: Activation? = nil, seed: UInt64 = 0
  ) {
    self.init(features: features, latent: code, hidden: hidden, output: output, seed: seed)
  }
}

extension GenerativeAdversarialNetwork {
  @available(*, deprecated, renamed: "latent")
  public var noise: Int { latent }

  @available(*, deprecated, renamed: "generatorGradients(at:longest:)")
  public func pulls(on inputs: [Float], longest: Float = .infinity) -> [Float] {
    generatorGradients(at: inputs, longest: longest)
  }

  @available(
    *, deprecated,
    renamed: "init(features:latent:generator:discriminator:slope:objective:r1:pack:kernels:scale:seed:)"
  )
  public convenience init(
    features: Int, noise: Int, generator: [Int] = [64, 64, 64], discriminator: [Int] = [64, 64, 64],
    slope: Float = 0.01, objective: Objective = .nonSaturating, r1: Float = 0, pack: Int = 1, kernels: Int = 0,
    scale: DataScale = .unchanged, seed: UInt64 = 0
  ) {
    self.init(
      features: features, latent: noise, generator: generator, discriminator: discriminator, slope: slope,
      objective: objective, r1: r1, pack: pack, kernels: kernels, scale: scale, seed: seed)
  }

  @available(*, deprecated, renamed: "discriminatorLoss(real:latent:)")
  public func discriminatorLoss(real x: Tensor, noise z: Tensor) -> Tensor { discriminatorLoss(real: x, latent: z) }

  @available(*, deprecated, renamed: "generatorLoss(latent:)")
  public func generatorLoss(noise z: Tensor) -> Tensor { generatorLoss(latent: z) }
}

extension ConditionalGAN {
  @available(*, deprecated, renamed: "latent")
  public var noise: Int { latent }

  @available(*, deprecated, renamed: "init(features:classes:latent:hidden:slope:r1:scale:seed:)")
  public convenience init(
    features: Int, classes: Int, noise: Int, hidden: [Int] = [128, 128], slope: Float = 0.01, r1: Float = 1,
    scale: DataScale = .pixels, seed: UInt64 = 0
  ) {
    self.init(
      features: features, classes: classes, latent: noise, hidden: hidden, slope: slope, r1: r1, scale: scale,
      seed: seed)
  }

  @available(*, deprecated, renamed: "discriminatorLoss(real:_:latent:)")
  public func discriminatorLoss(real x: Tensor, _ y: Tensor, noise z: Tensor) -> Tensor {
    discriminatorLoss(real: x, y, latent: z)
  }

  @available(*, deprecated, renamed: "generatorLoss(_:latent:)")
  public func generatorLoss(_ y: Tensor, noise z: Tensor) -> Tensor { generatorLoss(y, latent: z) }
}
