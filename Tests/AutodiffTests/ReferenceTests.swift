import Autodiff
import Foundation
import Numerics
import Testing

/// Losses and gradients against those that JAX found in Float64 (`shared/reference/autodiff-vectors.json`).
@Suite(.enabled(if: Reference.exists, "shared/reference is not beside the project"))
struct ReferenceTests {
  @Test func variationalAutoencoder() throws {
    let reference = try Reference.load()
    let vae = reference.vae
    let tape = Tape(seed: 0)
    let shape = vae.shape
    let model = ReferenceVAE(vae)
    let terms = model.terms(on: tape, vae)
    #expect(abs(Double(terms.nll.scalar) / vae.nllSum - 1) < 1e-5)
    #expect(abs(Double(terms.kl.scalar) / vae.klSum - 1) < 1e-5)
    let loss = (terms.nll + terms.kl) / Float(shape["batch"]!)
    #expect(abs(Double(loss.scalar) / vae.loss - 1) < 1e-5)
    for (name, tensor) in model.tensors(on: tape) {
      let gradient = tape.gradient(of: loss, withRespectTo: tensor)
      #expect(relativeError(gradient, vae.gradients[name]!) < 1e-4, "gradient of \(name)")
    }
  }

  @Test func generatorAndDiscriminator() throws {
    let gan = try Reference.load().gan
    let tape = Tape(seed: 0)
    let slope = Float(gan.leakySlope)
    func network(_ values: [String: [Double]], _ widths: [Int]) -> [String: Tensor] {
      [
        "w1": tape.constant(floats(values["w1"]!), [widths[0], widths[1]]),
        "b1": tape.constant(floats(values["b1"]!), [1, widths[1]]),
        "w2": tape.constant(floats(values["w2"]!), [widths[1], widths[2]]),
        "b2": tape.constant(floats(values["b2"]!), [1, widths[2]]),
      ]
    }
    func apply(_ θ: [String: Tensor], _ x: Tensor) -> Tensor {
      let hidden = dense(x, weight: θ["w1"]!, bias: θ["b1"]!, .leakyReLU(slope))
      return dense(hidden, weight: θ["w2"]!, bias: θ["b2"]!, .none)
    }
    let g = network(gan.generator, [2, 4, 2])
    let d = network(gan.discriminator, [2, 4, 1])
    let z = tape.constant(floats(gan.z), [3, 2])
    let x = tape.constant(floats(gan.x), [3, 2])
    let lossD = mean(softplus(-apply(d, x))) + mean(softplus(apply(d, stopGradient(apply(g, z)))))
    let lossG = mean(softplus(-apply(d, apply(g, z))))
    #expect(abs(Double(lossD.scalar) / gan.lossD - 1) < 1e-5)
    #expect(abs(Double(lossG.scalar) / gan.lossG - 1) < 1e-5)
    for (name, tensor) in d {
      #expect(relativeError(tape.gradient(of: lossD, withRespectTo: tensor), gan.gradD[name]!) < 1e-4, "D's \(name)")
    }
    for (name, tensor) in g {
      #expect(relativeError(tape.gradient(of: lossG, withRespectTo: tensor), gan.gradG[name]!) < 1e-4, "G's \(name)")
      #expect(tape.gradient(of: lossD, withRespectTo: tensor).allSatisfy { $0 == 0 })
    }
  }

  @Test func softmaxCrossEntropy() throws {
    let reference = try Reference.load().softmaxCrossEntropy
    let tape = Tape(seed: 0)
    let x = tape.constant(floats(reference.x), [3, 5])
    let weight = tape.constant(floats(reference.weight), [5, 3])
    let bias = tape.constant(floats(reference.bias), [1, 3])
    let loss = crossEntropy(reference.labels, logits: x • weight + bias)
    #expect(abs(Double(loss.scalar) / reference.loss - 1) < 1e-5)
    #expect(relativeError(tape.gradient(of: loss, withRespectTo: weight), reference.weightGradient) < 1e-4)
    #expect(relativeError(tape.gradient(of: loss, withRespectTo: bias), reference.biasGradient) < 1e-4)
  }
}

/// The VAE of the reference file, on plain tensors: encoder w1, heads wm and wl, decoder w2, w3.
struct ReferenceVAE {
  private let values: [(name: String, values: [Float], shape: Shape)]

  init(_ vae: Reference.VAE) {
    let pixels = vae.shape["pixels"]!
    let hidden = vae.shape["hidden"]!
    let latent = vae.shape["latent"]!
    let shapes: [(String, Shape)] = [
      ("w1", [pixels, hidden]), ("b1", [1, hidden]), ("wm", [hidden, latent]), ("bm", [1, latent]),
      ("wl", [hidden, latent]), ("bl", [1, latent]), ("w2", [latent, hidden]), ("b2", [1, hidden]),
      ("w3", [hidden, pixels]), ("b3", [1, pixels]),
    ]
    values = shapes.map { ($0.0, floats(vae.parameters[$0.0]!), $0.1) }
    cache = Cache()
  }

  private final class Cache { var tensors: [(String, Tensor)] = [] }
  private let cache: Cache

  func tensors(on tape: Tape) -> [(String, Tensor)] {
    if cache.tensors.isEmpty { cache.tensors = values.map { ($0.name, tape.constant($0.values, $0.shape)) } }
    return cache.tensors
  }

  func terms(on tape: Tape, _ vae: Reference.VAE) -> (nll: Tensor, kl: Tensor) {
    let θ = Dictionary(uniqueKeysWithValues: tensors(on: tape))
    let batch = vae.shape["batch"]!
    let pixels = vae.shape["pixels"]!
    let latent = vae.shape["latent"]!
    let x = tape.constant(floats(vae.x), [batch, pixels])
    let ε = tape.constant(floats(vae.epsilon), [batch, latent])
    let h = dense(x, weight: θ["w1"]!, bias: θ["b1"]!, .relu)
    let μ = dense(h, weight: θ["wm"]!, bias: θ["bm"]!, .none)
    let logσ² = dense(h, weight: θ["wl"]!, bias: θ["bl"]!, .none)
    let z = μ + exp(0.5 * logσ²) * ε
    let logits = dense(
      dense(z, weight: θ["w2"]!, bias: θ["b2"]!, .relu), weight: θ["w3"]!, bias: θ["b3"]!, .none)
    return (bernoulliNLL(x, logits: logits), -0.5 * sum(1 + logσ² - square(μ) - exp(logσ²)))
  }
}

func floats(_ values: [Double]) -> [Float] { values.map { Float($0) } }

/// ‖a − b‖ / ‖b‖
func relativeError(_ a: [Float], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  let difference = zip(a, b).reduce(0.0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
  return (difference / max(b.reduce(0.0) { $0 + $1 * $1 }, 1e-300)).squareRoot()
}
