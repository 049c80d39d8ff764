import Events

/// Lets the reader move through two numbers, with arrow keys in the terminal and a pointer on a page.
///
/// `learn explore 3.1` keeps the trained model and asks for the picture at each point; a plain run shows the one at
/// `start`. The same point should show the same picture: what is random in it needs a generator of its own.
///
/// - Parameters:
///   - axes: what the two numbers are called.
///   - start: 0 unless it is given, or the middle of a range that has no 0.
///   - picture: says with `show`, `text`, `bars` … what there is at the point.
public func explore(
  _ name: String, x: ClosedRange<Float>, y: ClosedRange<Float>, axes: [String] = ["x", "y"],
  start: (x: Float, y: Float)? = nil, _ picture: @escaping (_ x: Float, _ y: Float) -> Void
) {
  explore(name, ranges: [x, y], axes: axes, start: start.map { [$0.x, $0.y] } ?? []) { picture($0[0], $0[1]) }
}

/// Lets the reader move through up to sixteen numbers, two at a time.
///
/// - Parameters:
///   - axes: what the numbers are called; where none are given, z1, z2 and so on.
///   - start: [ranges.count]; 0 unless it is given, or the middle of a range that has no 0.
///   - picture: says with `show`, `text`, `bars` … what there is at the point [ranges.count].
public func explore(
  _ name: String, ranges: [ClosedRange<Float>], axes: [String] = [], start: [Float] = [],
  _ picture: @escaping (_ point: [Float]) -> Void
) {
  guard (1...16).contains(ranges.count) else { stop("explore: \(ranges.count) ranges; it takes 1 to 16") }
  guard axes.isEmpty || axes.count == ranges.count, start.isEmpty || start.count == ranges.count else {
    stop("explore: \(axes.count) names and \(start.count) numbers to start at, for \(ranges.count) ranges")
  }
  // Said again by a cell that needs another one, it is the later cell's.
  if let former = explorer, isSame(former.cellID, cell.id) { stop("explore: a cell explores once") }
  var exploration = Exploration(name: name, axes: axes, from: [], to: [], start: start)
  for (axis, range) in ranges.enumerated() {
    let width = range.upperBound - range.lowerBound
    guard width > 0, width.isFinite else {
      stop("explore: from \(range.lowerBound) to \(range.upperBound) there is no way")
    }
    if !start.isEmpty, !range.contains(start[axis]) {
      stop("explore: the start \(start[axis]) is outside \(range.lowerBound)...\(range.upperBound)")
    }
    exploration.from.append(range.lowerBound)
    exploration.to.append(range.upperBound)
    if axes.isEmpty { exploration.axes.append("z\(axis + 1)") }
    if start.isEmpty { exploration.start.append(range.contains(0) ? 0 : range.lowerBound + width / 2) }
  }
  cell.endLine()
  cell.say(.explore(exploration))
  explorer = Explorer(exploration, cellID: cell.id, picture: picture)
  explorer?.show(exploration.start)
}

/// Equality of the bytes: that of `String` needs tables of Unicode, which a page would have to load.
private func isSame(_ a: String, _ b: String) -> Bool { Array(a.utf8) == Array(b.utf8) }
