// Display: what a cell may write; imported by cells alone.

import Events

// Everything that a lesson's cell may say. A cell draws nothing: it says what there is, and whoever runs it - the
// terminal, the page builder, the browser - draws it.

/// The source of all of a run's randomness: the cell's `//| seed:`, or what the reader chose with `--seed`.
public var seed: UInt64 { Host.seed ?? 0 }

/// Says one line of prose.
public func text(_ line: String) {
  cell.say(.text(line))
}

#if !hasFeature(Embedded)
  /// Prints what is shown like any other text, in its place among the figures.
  public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    var line = ""
    for (index, item) in items.enumerated() {
      if index > 0 { line += separator }
      line += "\(item)"
    }
    cell.print(line + terminator)
  }

  /// A cell has no input: what comes in is the host's, and a cell that waited for a line would wait for ever.
  public func readLine(strippingNewline: Bool = true) -> String? {
    stop("readLine: a cell has no input; a number that the reader may set is `parameter(\"name\", 1, in: 0...10)`")
  }
#else
  /// Prints what is shown like any other text, in its place among the figures.
  public func print(_ line: String, terminator: String = "\n") {
    cell.print(line + terminator)
  }
#endif

/// Says how far the work is: `step` of `total`, counted in `unit` (in the singular: "step", "epoch").
public func progress(_ step: Int, of total: Int, unit: String = "step") {
  cell.say(.progress(step: step, total: total, unit: unit))
}

/// Adds the point (x, y) to the curve called `name`, which is drawn while it grows.
public func plot(_ name: String, x: Float, y: Float) {
  cell.say(.series(Series(name: name, x: [x], y: [y])))
}

/// Draws the curve called `name` through all points (x[i], y[i]).
///
/// - Precondition: `x` and `y` have the same count.
public func plot(_ name: String, x: [Float], y: [Float]) {
  guard x.count == y.count else {
    stop("plot: \(x.count) values of x, but \(y.count) of y")
  }
  cell.say(.series(Series(name: name, x: x, y: y)))
}

/// Reports a figure, with the band in which it should fall where there is one.
public func metric(_ name: String, _ value: Float, unit: String = "", expected: ClosedRange<Float>? = nil) {
  cell.say(.metric(Metric(name: name, value: value, unit: unit, expected: expected)))
}

/// Keeps what was learned: the numbers count towards the run's digest.
public func keep(_ name: String, _ values: [Float]) {
  cell.digest.add(name)
  cell.digest.add(values)
  cell.say(.kept(name: name, count: values.count))
}

/// A number that the reader may set: `learn run 3.1 --set name=value`, or a slider on the page.
///
/// - Returns: what was set, else `value`.
public func parameter(_ name: String, _ value: Float, in range: ClosedRange<Float>, step: Float = 0) -> Float {
  let chosen = Host.setting(name, standard: value)
  let setting = Setting(name: name, value: chosen, range: range, step: step)
  cell.say(.parameter(setting))
  guard range.contains(chosen) else {
    stop("\(name) = \(chosen) is outside \(range.lowerBound)...\(range.upperBound)")
  }
  guard chosen == value || setting.nearestChoice == chosen else {
    stop("\(name) = \(chosen) is between two steps of \(step): the nearest is \(setting.nearestChoice)")
  }
  return chosen
}

/// Ends the cell with a sentence that says what is wrong.
public func stop(_ message: String, line: Int? = nil) -> Never {
  cell.endLine()
  cell.say(.error(message: message, line: line))
  Host.stop()
}

/// The host writes this in front of each cell that it compiles.
public func beginCell(_ id: String) {
  cell.endLine()
  cell.id = id
  Host.start()
}

/// The host writes this behind the last cell that it compiles.
public func finishCell() {
  cell.endLine()
  cell.say(.done(seed: seed, seconds: Host.seconds, digest: cell.digest.hexadecimal))
  #if !hasFeature(Embedded)
    guard Host.explores, explorer?.cellID == cell.id else { return }
    while let point = Host.nextPoint() { explorer?.show(point) }
  #endif
}
