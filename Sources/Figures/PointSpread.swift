import Events

/// The spread of points, in a few figures: their mean, how far they are from it, and the clusters that they form.
struct PointSpread {
  private let bounds: Bounds
  /// The number of points that are finite.
  private let count: Int
  private let mean: (x: Double, y: Double)
  private let distance: (mean: Double, deviation: Double)
  /// The number of points beyond the picture's edges.
  private let outside: Int
  /// The number of clusters, and of the points that lie in them.
  private let clusters: (count: Int, points: Int)

  /// `nil` where no point is finite.
  init?(_ points: PointCloud) {
    let places = zip(points.x, points.y).filter { $0.isFinite && $1.isFinite }.map { (x: Double($0), y: Double($1)) }
    guard !places.isEmpty else { return nil }
    bounds = points.bounds
    count = places.count
    let total = Double(places.count)
    let mean = (x: places.reduce(0) { $0 + $1.x } / total, y: places.reduce(0) { $0 + $1.y } / total)
    self.mean = mean
    let distances = places.map { ($0.x - mean.x).magnitude(with: $0.y - mean.y) }
    let middle = distances.reduce(0, +) / total
    distance = (middle, (distances.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / total).squareRoot())
    let cells = Self.cells(places, points.bounds)
    outside = places.count - cells.values.reduce(0, +)
    clusters = Self.clusters(cells, of: places.count)
  }

  /// `around (0.01, 0.09)`
  var place: String { "around (\(bounds.text(mean.x)), \(bounds.text(mean.y)))" }

  /// `around (0.01, 0.09), 1.4 ± 0.1 from there, 97% in 8 clusters`
  var sentence: String {
    var text = place
    if count > 1 { text += ", \(bounds.text(distance.mean)) ± \(bounds.text(distance.deviation)) from there" }
    // Few points always look like clusters, and where most lie between them, they are none.
    if count >= 100, 2 * clusters.points >= count {
      // A ring that is closed is one piece, too.
      let name = clusters.count == 1 ? "one piece" : "\(clusters.count) clusters"
      text += ", \(Figure.percent(clusters.points, of: count)) in \(name)"
    }
    if outside > 0 { text += ", \(Figure.percent(outside, of: count)) outside the picture" }
    return text
  }

  private static let side = 24

  /// The number of points in each cell of a coarse grid over the picture.
  private static func cells(_ places: [(x: Double, y: Double)], _ bounds: Bounds) -> [Int: Int] {
    var cells: [Int: Int] = [:]
    for place in places {
      guard let right = Figure.share(of: Float(place.x), from: bounds.x.lowerBound, to: bounds.x.upperBound),
        let up = Figure.share(of: Float(place.y), from: bounds.y.lowerBound, to: bounds.y.upperBound),
        (0...1).contains(right), (0...1).contains(up)
      else { continue }
      let column = min(side - 1, Int(right * Float(side))), row = min(side - 1, Int(up * Float(side)))
      cells[row * side + column, default: 0] += 1
    }
    return cells
  }

  /// A cluster is neighbouring cells that hold one point in a hundred each, and one in fifty together.
  private static func clusters(_ cells: [Int: Int], of count: Int) -> (count: Int, points: Int) {
    var dense = cells.filter { $0.value >= 2 && 100 * $0.value >= count }
    var clusters = (count: 0, points: 0)
    while let first = dense.keys.first {
      var waiting = [first]
      var points = dense.removeValue(forKey: first) ?? 0
      while let cell = waiting.popLast() {
        for row in cell / side - 1...cell / side + 1 {
          for column in cell % side - 1...cell % side + 1 where (0..<side).contains(column) {
            guard let more = dense.removeValue(forKey: row * side + column) else { continue }
            points += more
            waiting.append(row * side + column)
          }
        }
      }
      if 50 * points >= count { clusters = (clusters.count + 1, clusters.points + points) }
    }
    return clusters
  }
}

extension Double {
  /// √(x² + y²)
  func magnitude(with other: Double) -> Double { (self * self + other * other).squareRoot() }
}

extension Bounds {
  /// A length or place, to a hundredth of what the bounds span: more would be noise.
  func text(_ value: Double) -> String {
    let span = Double(min(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound))
    guard span > 0, span.isFinite else { return Figure.text(Float(value)) }
    let step = Double.powerOfTen(span.decimalExponent - 2)
    return Figure.text(Float((value / step).rounded() * step))
  }
}
