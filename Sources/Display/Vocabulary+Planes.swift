import Events

// What lies in a plane. Field, arrows and points of one name are drawn over one another; said again, they take the place
// of the former ones, so that a picture moves while a model learns.

/// Shows points [count, 2], coloured by class where `classes` are given.
public func scatter(_ name: String, _ points: [Float], classes: [Int] = [], bounds: Bounds) {
  check(bounds, "scatter")
  let count = points.count / 2
  guard points.count == 2 * count, classes.isEmpty || classes.count == count else {
    stop("scatter: \(points.count) numbers for points of 2, and \(classes.count) classes")
  }
  let (x, y) = columns(points)
  cell.say(.points(PointCloud(name: name, x: x, y: y, classes: classes, bounds: bounds)))
}

/// Shows the values of a function as a heat map: `value` gets all points of the grid, [resolution², 2], at once.
public func heat(_ name: String, bounds: Bounds, resolution: Int = 40, value: ([Float]) -> [Float]) {
  check(bounds, "heat")
  guard (1...4096).contains(resolution) else { stop("heat: a resolution of \(resolution) is not from 1 to 4096") }
  let values = value(bounds.grid(resolution))
  guard values.count == resolution * resolution else {
    stop("heat: \(values.count) values for \(resolution * resolution) points")
  }
  cell.say(.field(Field(name: name, columns: resolution, rows: resolution, values: values, bounds: bounds)))
}

/// Shows an arrow at each of the points [count, 2], along the directions [count, 2].
public func arrows(_ name: String, at points: [Float], along directions: [Float], bounds: Bounds) {
  check(bounds, "arrows")
  guard points.count % 2 == 0, points.count == directions.count else {
    stop("arrows: \(points.count / 2) points, but \(directions.count / 2) directions")
  }
  let (x, y) = columns(points)
  let (dx, dy) = columns(directions)
  cell.say(.arrows(Arrows(name: name, x: x, y: y, dx: dx, dy: dy, bounds: bounds)))
}

/// Shows a table. Every row is as long as the head.
public func table(_ name: String, _ head: [String], _ rows: [[String]]) {
  for row in rows where row.count != head.count {
    stop("table: a row of \(row.count) under a head of \(head.count)")
  }
  cell.say(.table(Table(name: name, head: head, rows: rows)))
}

/// Shows an amount for each label.
public func bars(_ name: String, _ labels: [String], _ values: [Float]) {
  guard labels.count == values.count else {
    stop("bars: \(labels.count) labels, but \(values.count) values")
  }
  cell.say(.bars(Bars(name: name, labels: labels, values: values)))
}

/// Shows how often values fall into each of `bins` equal parts of the range.
public func histogram(_ name: String, _ values: [Float], in range: ClosedRange<Float>, bins: Int = 20) {
  let width = (range.upperBound - range.lowerBound) / Float(bins)
  guard bins > 0, width > 0, width.isFinite else { stop("histogram: \(bins) bins need a range that is not empty") }
  var counts = [Float](repeating: 0, count: bins)
  for value in values where range.contains(value) {
    counts[min(bins - 1, Int((value - range.lowerBound) / width))] += 1
  }
  var labels: [String] = []
  for bin in 0..<bins {
    // Three decimals say where a bar stands; more would be noise of the arithmetic.
    let middle = range.lowerBound + (Float(bin) + 0.5) * width
    labels.append("\((middle * 1000).rounded(.toNearestOrEven) / 1000)")
  }
  cell.say(.bars(Bars(name: name, labels: labels, values: counts)))
}

private func check(_ bounds: Bounds, _ name: String) {
  for range in [bounds.x, bounds.y] {
    let width = range.upperBound - range.lowerBound
    guard width > 0, width.isFinite else {
      stop("\(name): bounds from \(range.lowerBound) to \(range.upperBound) show nothing")
    }
  }
}

private func columns(_ points: [Float]) -> (x: [Float], y: [Float]) {
  var x: [Float] = []
  var y: [Float] = []
  x.reserveCapacity(points.count / 2)
  y.reserveCapacity(points.count / 2)
  for index in 0..<points.count / 2 {
    x.append(points[2 * index])
    y.append(points[2 * index + 1])
  }
  return (x, y)
}
