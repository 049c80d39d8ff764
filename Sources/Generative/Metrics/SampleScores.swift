import Numerics

/// Drawn examples beside the training data: several scores at once, because any single one can be fooled.
public struct SampleScores: Sendable {
  /// Distance between the two spreads; 0 where they match (`frechetDistance`).
  public let frechet: Double
  /// Share of the drawn examples that lie among real ones (`ManifoldScores`, 3 neighbours).
  public let precision: Double
  /// Share of the real examples that lie among drawn ones.
  public let recall: Double
  /// Share of the real examples that have a drawn one nearby.
  public let coverage: Double
  /// Distance to the nearest training example: 0 for copies, about 1 for unseen real ones (`memorizationScore`).
  public let nearness: Double
}

/// Scores drawn examples against the same training data, again and again.
///
/// All but `nearness` are measured on principal components of the training data, as pictures are too wide for
/// covariances and balls. Compare only figures that come from equally many examples.
public struct SampleScorer: Sendable {
  let training: [Float]
  let features: Int
  let components: PrincipalComponents
  let codes: [Float]

  /// - Parameters:
  ///   - training: `[_, features]`.
  ///   - components: how many principal components are kept.
  public init(
    _ training: [Float], features: Int, components: Int = 16, file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    self.training = training
    self.features = features
    self.components = PrincipalComponents(training, features: features, count: components)
    codes = self.components.encode(training)
  }

  /// The scores of `samples [_, features]`.
  public func callAsFunction(
    _ samples: [Float], file: StaticString = #fileID, line: UInt = #line
  ) -> SampleScores {
    noteCaller(file, line)
    let drawn = components.encode(samples)
    let manifold = ManifoldScores(real: codes, generated: drawn, features: components.count)
    return SampleScores(
      frechet: frechetDistance(drawn, codes, features: components.count), precision: manifold.precision,
      recall: manifold.recall, coverage: manifold.coverage,
      nearness: memorizationScore(samples, training: training, features: features))
  }
}
