import Foundation

/// The file of reference vectors, looked for in `shared` beside the project's folder.
struct Reference: Decodable {
  struct VAE: Decodable {
    let shape: [String: Int]
    let x, epsilon: [Double]
    let parameters, gradients: [String: [Double]]
    let loss, nll_sum, kl_sum: Double
  }
  struct GAN: Decodable {
    let leaky_slope, loss_d, loss_g: Double
    let z, x: [Double]
    let generator, discriminator, grad_d, grad_g: [String: [Double]]
  }
  struct CrossEntropy: Decodable {
    let x, W, b, grad_W, grad_b: [Double]
    let labels: [Int]
    let loss: Double
  }

  let vae: VAE
  let gan: GAN
  let softmax_cross_entropy: CrossEntropy

  static let url: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/reference/autodiff-vectors.json")
  }()

  static var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func load() throws -> Reference {
    try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
  }
}
