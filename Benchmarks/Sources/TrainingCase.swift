import Autodiff
import Generative
import Learning
import Numerics

/// A model and data for it; what is measured is one whole training step, noise and optimiser included.
struct TrainingCase: Sendable {
  let name: String
  /// Makes the model; the closure that comes back is one step.
  let prepare: @Sendable () -> () -> Void

  static let all = [
    TrainingCase(name: "vae-64-32-2-b64") { variationalAutoencoder(64, 32, 2, batch: 64) },
    TrainingCase(name: "vae-784-256-32-b128") { variationalAutoencoder(784, 256, 32, batch: 128) },
    TrainingCase(name: "gan-ring", prepare: ringGAN),
    TrainingCase(name: "ddpm-ring", prepare: ringDiffusion),
  ]

  func measure() -> Measurement {
    let time = seconds(prepare())
    return Measurement(name: name, median: time.median * 1e6, best: time.best * 1e6, unit: "µs/step")
  }

  /// Data as the peers' scripts use them: one batch of uniform numbers.
  private static func variationalAutoencoder(_ pixels: Int, _ hidden: Int, _ latent: Int, batch: Int) -> () -> Void {
    let θ = Parameters(seed: 1)
    let encoder = Dense(pixels, hidden, .relu, in: θ)
    let μHead = Dense(hidden, latent, in: θ)
    let σHead = Dense(hidden, latent, in: θ)
    let decoder = MLP([latent, hidden, pixels], .relu, in: θ)
    let trainer = Trainer(θ, Adam(learningRate: 1e-3), tape: Tape(seed: 2))
    var random = RandomGenerator(seed: 4)
    let data = random.uniforms(batch * pixels)
    return {
      trainer.minimize { tape in
        let x = tape.constant(data, [batch, pixels])
        let h = encoder(x)
        let μ = μHead(h)
        let logσ² = σHead(h)
        let z = μ + exp(0.5 * logσ²) * tape.normal(μ.shape)
        return (bernoulliNLL(x, logits: decoder(z)) - 0.5 * sum(1 + logσ² - square(μ) - exp(logσ²))) / Float(batch)
      }
    }
  }

  /// A step of the discriminator, then one of the generator, on 128 points.
  private static func ringGAN() -> () -> Void {
    let θG = Parameters(seed: 1)
    let θD = Parameters(seed: 2)
    let generator = MLP([2, 64, 64, 64, 2], .leakyReLU(0.01), in: θG)
    let discriminator = MLP([2, 64, 64, 64, 1], .leakyReLU(0.01), in: θD)
    let tape = Tape(seed: 3)
    let judge = Trainer(θD, Adam(learningRate: 1e-3, β1: 0.5, β2: 0.9), tape: tape)
    let faker = Trainer(θG, Adam(learningRate: 1e-3, β1: 0.5, β2: 0.9), tape: tape)
    var random = RandomGenerator(seed: 4)
    let data = random.normals(128 * 2)
    return {
      judge.minimize { tape in
        let real = discriminator(tape.constant(data, [128, 2]))
        let fake = discriminator(stopGradient(generator(tape.normal([128, 2]))))
        return mean(softplus(-real)) + mean(softplus(fake))
      }
      faker.minimize { tape in mean(softplus(-discriminator(generator(tape.normal([128, 2]))))) }
    }
  }

  /// The noise in 256 points predicted from 18 Fourier features and 32 numbers for the time.
  private static func ringDiffusion() -> () -> Void {
    let θ = Parameters(seed: 1)
    let network = MLP([50, 128, 128, 128, 2], .silu, in: θ)
    let trainer = Trainer(θ, Adam(learningRate: 1e-3), tape: Tape(seed: 3))
    var random = RandomGenerator(seed: 4)
    let data = random.normals(256 * 2)
    let times = random.uniforms(256 * 32)
    let signal = random.uniforms(256)
    return {
      trainer.minimize { tape in
        let ε = tape.normal([256, 2])
        let s = tape.constant(signal, [256, 1])
        let x = s * tape.constant(data, [256, 2]) + squareRoot(1 - square(s)) * ε
        var features = x
        for octave in 0..<4 {
          let angle = x * (1.570_796_4 * Float(1 << octave))
          features = concatenate(features, concatenate(sin(angle), cos(angle)))
        }
        return mean(square(network(concatenate(features, tape.constant(times, [256, 32]))) - ε))
      }
    }
  }
}
