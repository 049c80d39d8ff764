import Numerics

/// Principal components: the flat surface that keeps most of the variance. The check for every autoencoder.
///
/// code = V (x − μ), x̂ = μ + Vᵀ code; the rows of V are the eigenvectors of the covariance with the largest
/// eigenvalues (Pearson 1901; Bishop 2006, section 12.1).
public struct PrincipalComponents: Sendable {
  public let features: Int
  /// The number of components that are kept.
  public let count: Int
  let mean: [Double]
  /// V, `[count, features]`.
  let components: Matrix
  /// Variance along every component, largest first, those that are not kept as well: `[features]`.
  public let variances: [Double]

  /// Fits `inputs [_, features]`; its covariance is diagonalised in about features³ × 40 operations.
  public init(_ inputs: [Float], features: Int, count: Int, file: StaticString = #fileID, line: UInt = #line) {
    noteCaller(file, line)
    require(count >= 0 && count <= features, "PrincipalComponents: \(count) components of \(features) features")
    require(!inputs.isEmpty, "PrincipalComponents: there are no examples")
    let moments = Moments(inputs, features: features)
    let system = moments.covariance.symmetricEigensystem()
    self.features = features
    self.count = count
    mean = moments.mean
    variances = system.values.map { max(0, $0) }
    components = Matrix(rows: count, columns: features, values: Array(system.vectors.values[..<(count * features)]))
  }

  /// Codes `[_, count]` of `inputs [_, features]`.
  public func encode(_ inputs: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Float] {
    noteCaller(file, line)
    require(inputs.count % features == 0, "encode: \(inputs.count) numbers are no rows of \(features)")
    var codes: [Float] = []
    codes.reserveCapacity(inputs.count / features * count)
    for start in stride(from: 0, to: inputs.count, by: features) {
      for component in 0..<count {
        var sum = 0.0
        for feature in 0..<features {
          sum += components.values[component * features + feature] * (Double(inputs[start + feature]) - mean[feature])
        }
        codes.append(Float(sum))
      }
    }
    return codes
  }

  /// Examples `[_, features]` of `codes [_, count]`.
  public func decode(_ codes: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Float] {
    noteCaller(file, line)
    require(count > 0 && codes.count % count == 0, "decode: \(codes.count) numbers are no rows of \(count)")
    var inputs: [Float] = []
    inputs.reserveCapacity(codes.count / count * features)
    for start in stride(from: 0, to: codes.count, by: count) {
      for feature in 0..<features {
        var sum = mean[feature]
        for component in 0..<count {
          sum += components.values[component * features + feature] * Double(codes[start + component])
        }
        inputs.append(Float(sum))
      }
    }
    return inputs
  }

  /// Mean squared error of a feature after encoding and decoding.
  public func reconstructionError(_ inputs: [Float]) -> Double {
    let decoded = decode(encode(inputs))
    var sum = 0.0
    for index in inputs.indices {
      let difference = Double(inputs[index]) - Double(decoded[index])
      sum += difference * difference
    }
    return sum / Double(max(1, inputs.count))
  }

  /// Mean ln N(x; μ, W Wᵀ + σ² I) of probabilistic PCA at its maximum, in nats an example of `inputs`: σ² is the mean
  /// variance of the components left out (Tipping & Bishop 1999, eq. 4, 7 and 8). The most that a linear VAE's ELBO can
  /// be.
  public func meanLogLikelihood(_ inputs: [Float], file: StaticString = #fileID, line: UInt = #line) -> Double {
    noteCaller(file, line)
    require(count < features, "meanLogLikelihood: with all components kept there is no noise")
    var noise = 0.0
    for variance in variances[count...] { noise += variance / Double(features - count) }
    require(noise > 0, "meanLogLikelihood: the components kept leave no noise")
    var logDeterminant = Double(features - count) * log(noise)
    for variance in variances[..<count] { logDeterminant += log(variance) }
    let codes = encode(inputs)
    let rows = inputs.count / features
    var squares = 0.0
    for row in 0..<rows {
      var rest = 0.0  // what lies outside the components
      for feature in 0..<features {
        let difference = Double(inputs[row * features + feature]) - mean[feature]
        rest += difference * difference
      }
      for component in 0..<count {
        let code = Double(codes[row * count + component])
        rest -= code * code
        squares += code * code / variances[component]
      }
      squares += rest / noise
    }
    return -0.5 * (Double(features) * log(2 * Double.pi) + logDeterminant + squares / Double(max(1, rows)))
  }
}
