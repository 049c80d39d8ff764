import Numerics

/// A mixture of equally likely, round Gaussians whose places are known: what a model should find can be counted.
public struct GaussianModes: Sendable {
  public let features: Int
  /// `[modes, features]`.
  public let centres: [Float]
  /// σ, the same in every direction.
  public let deviation: Float

  public init(centres: [[Float]], deviation: Float, file: StaticString = #fileID, line: UInt = #line) {
    noteCaller(file, line)
    features = centres.first?.count ?? 0
    require(
      features > 0 && centres.allSatisfy { $0.count == centres[0].count }, "GaussianModes: centres differ in length")
    require(deviation > 0, "GaussianModes: the deviation must be above 0")
    var flat: [Float] = []
    for centre in centres { flat.append(contentsOf: centre) }
    self.centres = flat
    self.deviation = deviation
  }

  /// Gaussians on a circle; everything is divided by `scale`.
  public static func ring(
    modes: Int = 8, radius: Float = 2, deviation: Float = 0.1, scale: Float = 1.414
  ) -> GaussianModes {
    let centres = (0..<modes).map { mode in
      let angle = 2 * Float.pi * Float(mode) / Float(modes)
      return [radius / scale * cos(angle), radius / scale * sin(angle)]
    }
    return GaussianModes(centres: centres, deviation: deviation / scale)
  }

  /// `side` × `side` Gaussians at a distance of `spacing`, around the origin; everything is divided by `scale`.
  public static func grid(
    side: Int = 5, spacing: Float = 2, deviation: Float = 0.05, scale: Float = 2.828
  ) -> GaussianModes {
    let offset = Float(side - 1) / 2
    let centres = (0..<side * side).map { mode in
      [Float(mode % side) - offset, Float(mode / side) - offset].map { $0 * spacing / scale }
    }
    return GaussianModes(centres: centres, deviation: deviation / scale)
  }

  public var modes: Int { centres.count / features }

  /// Draws points `[count, features]`, labelled with their modes.
  public func sample(_ count: Int, using generator: inout RandomGenerator) -> Dataset {
    var inputs: [Float] = []
    var labels: [Int] = []
    for _ in 0..<count {
      let mode = generator.integer(below: modes)
      labels.append(mode)
      for axis in 0..<features { inputs.append(centres[mode * features + axis] + deviation * generator.normal()) }
    }
    return Dataset(inputs: inputs, labels: labels, features: features, classes: modes)
  }

  /// The result of `count(in:)`.
  public struct Count: Sendable {
    /// Modes with at least one point within 3σ.
    public let modes: Int
    /// Share of the points within 3σ of a centre; in two dimensions a Gaussian keeps 98.89 % there.
    public let shareNear: Double
    /// Points within 3σ, for each mode.
    public let pointsPerMode: [Int]
  }

  /// Counts the modes that points `[_, features]` have found: a point counts for its nearest centre, within 3σ.
  public func count(in points: [Float], file: StaticString = #fileID, line: UInt = #line) -> Count {
    noteCaller(file, line)
    require(points.count % features == 0, "count: \(points.count) numbers are no points of \(features)")
    var pointsPerMode = Array(repeating: 0, count: modes)
    for nearest in nearestNeighbours(of: points, in: centres, features: features, count: 1)
    where nearest[0].squaredDistance <= 9 * deviation * deviation {
      pointsPerMode[nearest[0].index] += 1
    }
    let near = pointsPerMode.reduce(0) { $0 + $1 }
    return Count(
      modes: pointsPerMode.count { $0 > 0 },
      shareNear: Double(near) / Double(max(1, points.count / features)),
      pointsPerMode: pointsPerMode)
  }
}
