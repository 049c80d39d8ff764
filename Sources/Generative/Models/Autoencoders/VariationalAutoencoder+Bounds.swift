import Autodiff
import Learning
import Numerics

/// The parts of a VAE's loss, and the tightness of the bound; all in nats, of `inputs [_, features]`.
extension VariationalAutoencoder {
  /// The two parts of −ELBO, means over pictures.
  public struct Terms: Sendable {
    /// E_q[−log p(x | z)]
    public let reconstruction: Double
    /// KL(q(z | x) ‖ N(0, I)) of each dimension of the code.
    public let divergencePerDimension: [Double]

    public var divergence: Double {
      var sum = 0.0
      for nats in divergencePerDimension { sum += nats }
      return sum
    }

    /// −ELBO with β = 1.
    public var negativeELBO: Double { reconstruction + divergence }
  }

  /// Reconstruction (the mean over `samples` codes of each picture) and KL.
  public func terms(_ inputs: [Float], samples: Int = 8, using generator: inout RandomGenerator) -> Terms {
    let count = rowCount(inputs, features)
    require(count > 0 && samples > 0, "terms: no pictures, or no samples")
    var reconstruction = 0.0
    for _ in 0..<samples {
      let losses = logWeights(inputs, using: &generator).negativeLogLikelihoods
      for loss in losses { reconstruction += Double(loss) / Double(count * samples) }
    }
    let perPicture = inBlocks(inputs, columns: features, on: tape) { x in
      let (μ, logσ²) = encoder(x)
      return -0.5 * (1 + logσ² - square(μ) - exp(logσ²))
    }
    var divergence = [Double](repeating: 0, count: latent)
    for index in perPicture.indices { divergence[index % latent] += Double(perPicture[index]) / Double(count) }
    return Terms(reconstruction: reconstruction, divergencePerDimension: divergence)
  }

  /// IWAE_k: mean of −log (1/k) Σᵢ p(x, zᵢ)/q(zᵢ | x) with zᵢ ~ q, an upper bound on −log p(x) that falls with k.
  ///
  /// Burda et al. 2016, eq. 8. With k = 1 it is −ELBO.
  public func importanceBound(_ inputs: [Float], samples: Int = 100, using generator: inout RandomGenerator) -> Double {
    let count = rowCount(inputs, features)
    require(count > 0 && samples > 0, "importanceBound: no pictures, or no samples")
    var all = [[Double]](repeating: [], count: count)
    for _ in 0..<samples {
      let weights = logWeights(inputs, using: &generator).logWeights
      for row in 0..<count { all[row].append(Double(weights[row])) }
    }
    var sum = 0.0
    for row in 0..<count { sum += logSumExp(all[row]) - log(Double(samples)) }
    return -sum / Double(count)
  }

  /// Dimensions whose mean code differs from picture to picture: Var_x μ_d(x) > 0.01 (Burda et al. 2016, section 5.1).
  public func activeUnits(_ inputs: [Float]) -> [Int] {
    let variances = columnVariances(encode(inputs), features: latent)
    return variances.indices.filter { variances[$0] > 0.01 }
  }

  /// Draws z ~ q once for each picture: −log p(x | z), and log p(x | z) + log p(z) − log q(z | x).
  private func logWeights(
    _ inputs: [Float], using generator: inout RandomGenerator
  ) -> (negativeLogLikelihoods: [Float], logWeights: [Float]) {
    let count = rowCount(inputs, features)
    var losses: [Float] = []
    var weights: [Float] = []
    // Block by block: the whole of MNIST would take gigabytes at once.
    for start in stride(from: 0, to: count, by: blockRows) {
      let rows = min(blockRows, count - start)
      tape.evaluate { tape in
        let x = tape.constant([Float](inputs[start * features..<(start + rows) * features]), [rows, features])
        let ε = tape.constant(generator.normals(rows * latent), [rows, latent])
        let (μ, logσ²) = encoder(x)
        let z = μ + exp(0.5 * logσ²) * ε
        let y = decoder(z)
        let nll = sum(likelihood == .bernoulli ? softplus(y) - x * y : squaredErrorNLL(x, y), over: 1)
        // The constants of the two Gaussians cancel.
        let ratio = 0.5 * sum(square(ε) + logσ² - square(z), over: 1)
        losses.append(contentsOf: nll.array)
        weights.append(contentsOf: (ratio - nll).array)
      }
    }
    return (losses, weights)
  }
}
