import Numerics

/// Distance of samples from the training data: their mean distance to the nearest training example, divided by that of
/// a training example to the nearest other one.
///
/// Copies score 0. Unseen real data score about 1, having the same neighbours as training examples have. A model
/// whose samples score clearly less than 1 stays closer to its training data than reality does.
public func memorizationScore(
  _ samples: [Float], training: [Float], features: Int, file: StaticString = #fileID, line: UInt = #line
) -> Double {
  noteCaller(file, line)
  require(samples.count >= features, "memorizationScore: there are no samples")
  require(training.count >= 2 * features, "memorizationScore: at least two training examples")
  let own = meanNearestDistance(samples, training, features: features, excludingSelf: false)
  let usual = meanNearestDistance(training, training, features: features, excludingSelf: true)
  require(usual > 0, "memorizationScore: every training example has a twin")
  return own / usual
}

/// Share of the samples that lie as near to a real example as `quantile` of the real ones lie to another.
public func plausibleShare(
  _ samples: [Float], real: [Float], features: Int, quantile: Double = 0.95,
  file: StaticString = #fileID, line: UInt = #line
) -> Double {
  noteCaller(file, line)
  require(samples.count >= features, "plausibleShare: there are no samples")
  require(real.count >= 2 * features, "plausibleShare: at least two real examples")
  require((0...1).contains(quantile), "plausibleShare: the quantile lies between 0 and 1")
  let usual = nearestNeighbours(of: real, in: real, features: features, count: 1, excludingSelf: true)
    .map { $0[0].squaredDistance }.sorted()
  let limit = usual[Int((quantile * Double(usual.count - 1)).rounded(.toNearestOrEven))]
  let nearest = nearestNeighbours(of: samples, in: real, features: features, count: 1)
  return Double(nearest.count { $0[0].squaredDistance <= limit }) / Double(nearest.count)
}

/// The nearest training example of each sample: its number, and the distance. To be shown beside the samples.
public func nearestExamples(
  _ samples: [Float], in training: [Float], features: Int, file: StaticString = #fileID, line: UInt = #line
) -> [(index: Int, distance: Float)] {
  noteCaller(file, line)
  require(training.count >= features, "nearestExamples: there are no training examples")
  return nearestNeighbours(of: samples, in: training, features: features, count: 1)
    .map { ($0[0].index, $0[0].squaredDistance.squareRoot()) }
}

private func meanNearestDistance(
  _ samples: [Float], _ references: [Float], features: Int, excludingSelf: Bool
) -> Double {
  let nearest = nearestNeighbours(
    of: samples, in: references, features: features, count: 1, excludingSelf: excludingSelf)
  var sum = 0.0
  for neighbours in nearest { sum += Double(neighbours[0].squaredDistance).squareRoot() }
  return sum / Double(nearest.count)
}
