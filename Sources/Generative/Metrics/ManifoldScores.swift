import Numerics

/// Quality and variety of a sample, by balls that reach from each example to its k-th nearest neighbour.
public struct ManifoldScores: Sendable {
  /// Share of the generated examples in some ball around a real one (Kynkäänniemi et al. 2019, eq. 1 and 2).
  public let precision: Double
  /// Share of the real examples in some ball around a generated one (the same).
  public let recall: Double
  /// Real balls around a generated example, of the k that are expected; may exceed 1 (Naeem et al. 2020, eq. 4).
  public let density: Double
  /// Share of the real examples with a generated one in their ball (Naeem et al. 2020, eq. 5).
  public let coverage: Double

  /// Compares `generated [_, features]` with `real [_, features]`.
  /// - Parameter neighbours: k; each sample needs more examples than that. Kynkäänniemi uses 3, Naeem 5.
  public init(
    real: [Float], generated: [Float], features: Int, neighbours: Int = 3,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    require(features > 0 && real.count % features == 0, "ManifoldScores: the real examples are not whole rows")
    require(generated.count % features == 0, "ManifoldScores: the generated examples are not whole rows")
    let realCount = real.count / features
    let generatedCount = generated.count / features
    require(
      neighbours >= 1 && min(realCount, generatedCount) > neighbours,
      "ManifoldScores: \(neighbours) neighbours need more than \(neighbours) examples in each sample")
    let realRadii = squaredRadii(real, features: features, neighbours: neighbours)
    let generatedRadii = squaredRadii(generated, features: features, neighbours: neighbours)
    var precise = 0
    var balls = 0
    var recalled = Array(repeating: false, count: realCount)
    var covered = recalled
    real.withUnsafeBufferPointer { real in
      generated.withUnsafeBufferPointer { generated in
        for j in 0..<generatedCount {
          let before = balls
          for i in 0..<realCount {
            let distance = squaredDistance(
              real.baseAddress! + i * features, generated.baseAddress! + j * features, features)
            if distance <= realRadii[i] {
              balls += 1
              covered[i] = true
            }
            if distance <= generatedRadii[j] { recalled[i] = true }
          }
          if balls > before { precise += 1 }
        }
      }
    }
    precision = Double(precise) / Double(generatedCount)
    recall = Double(recalled.count { $0 }) / Double(realCount)
    density = Double(balls) / Double(neighbours * generatedCount)
    coverage = Double(covered.count { $0 }) / Double(realCount)
  }
}

/// Squared distance of each example to its k-th nearest neighbour in the same sample.
private func squaredRadii(_ sample: [Float], features: Int, neighbours: Int) -> [Float] {
  nearestNeighbours(of: sample, in: sample, features: features, count: neighbours, excludingSelf: true)
    .map { $0[neighbours - 1].squaredDistance }
}
