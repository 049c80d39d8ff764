import Foundation

/// The file of reference vectors, looked for in `shared` beside the project's folder.
struct Reference: Decodable {
  struct VAE: Decodable {
    let shape: [String: Int]
    let x, epsilon: [Double]
    let parameters, gradients: [String: [Double]]
    let loss, nllSum, klSum: Double
  }
  struct GAN: Decodable {
    let leakySlope, lossD, lossG: Double
    let z, x: [Double]
    let generator, discriminator, gradD, gradG: [String: [Double]]
  }
  struct CrossEntropy: Decodable {
    let x, weight, bias, weightGradient, biasGradient: [Double]
    let labels: [Int]
    let loss: Double

    enum CodingKeys: String, CodingKey {
      case x, labels, loss
      case weight = "W"
      case bias = "b"
      case weightGradient = "gradW"
      case biasGradient = "gradB"
    }
  }

  let vae: VAE
  let gan: GAN
  let softmaxCrossEntropy: CrossEntropy

  static let url: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent("shared/reference/autodiff-vectors.json")
  }()

  static var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

  static func load() throws -> Reference {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Reference.self, from: Data(contentsOf: url))
  }
}
