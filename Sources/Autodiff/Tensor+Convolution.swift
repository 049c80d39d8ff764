import Numerics

// Pictures are tensors [count, height, width, channels]: the channels of a pixel lie side by side, so that a tensor of
// pictures is also a matrix with a row for each pixel, and a convolution is a product of matrices.

/// What a window sees at each place: [n, h, w, c] → [n, rows, columns, side · side · c], zeros beyond the edge.
public func unfold(_ x: Tensor, _ window: Window) -> Tensor {
  let pictures = Pictures(x.shape, window, "unfold")
  let y = x.tape.recordOfPictures(
    .unfold(x.checked(on: x.tape).slot, window),
    [pictures.count, pictures.rows, pictures.columns, window.count * pictures.channels])
  pictures.unfold(x.value, into: y.value)
  return y
}

/// The opposite: patches [n, rows, columns, side · side · c], each added where the window sees it → [n, h, w, c].
public func fold(_ patches: Tensor, _ window: Window) -> Tensor {
  let shape = patches.shape
  require(
    shape.rank == 4 && shape[3] % window.count == 0,
    "fold: patches of shape \(shape.description) for a window of \(window.side) × \(window.side)")
  let result: Shape = [
    shape[0], window.length(of: shape[1]), window.length(of: shape[2]), shape[3] / window.count,
  ]
  let y = patches.tape.recordOfPictures(.fold(patches.checked(on: patches.tape).slot, window), result)
  Pictures(result, window, "fold").fold(patches.value, into: y.value)
  return y
}

/// The largest number in each place of a window, channel by channel: [n, h, w, c] → [n, rows, columns, c].
public func maximumPool(_ x: Tensor, _ window: Window) -> Tensor {
  let pictures = Pictures(x.shape, window, "maximumPool")
  let y = x.tape.recordOfPictures(
    .maximumPool(x.checked(on: x.tape).slot, window),
    [pictures.count, pictures.rows, pictures.columns, pictures.channels])
  let kept = x.tape.arena.allocate(y.shape.count)
  x.tape.nodes[Int(y.slot)].auxiliary = kept
  pictures.maximum(x.value, into: y.value, where: kept.places(y.shape.count))
  return y
}

/// The mean over each place of a window, channel by channel; beyond the edge there are zeros.
public func meanPool(_ x: Tensor, _ window: Window) -> Tensor {
  let pictures = Pictures(x.shape, window, "meanPool")
  let y = x.tape.recordOfPictures(
    .meanPool(x.checked(on: x.tape).slot, window),
    [pictures.count, pictures.rows, pictures.columns, pictures.channels])
  pictures.total(x.value, into: y.value)
  let factor = 1 / Float(window.count)
  map(y.value, into: y.value, y.shape.count) { $0 * factor }
  return y
}

/// Each row so many times, one after the other: [r, c] → [r · times, c]. What is known of a picture, for all its pixels.
public func repeatRows(_ x: Tensor, times: Int) -> Tensor {
  require(x.shape.rank == 2 && times >= 1, "repeatRows: \(times) times a tensor of shape \(x.shape.description)")
  let (rows, columns) = (x.shape.rows, x.shape.columns)
  let y = x.tape.record(
    .repeatRows(x.checked(on: x.tape).slot), Shape(rows: rows * times, columns: columns))
  for row in 0..<rows * times {
    (y.value + row * columns).copy(x.value + row / times * columns, count: columns)
  }
  return y
}

extension Floats {
  /// The same memory as whole numbers: where the largest were.
  func places(_ count: Int) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(self).bindMemory(to: Int32.self, capacity: count)
  }
}

extension Tape {
  /// Records an operation on pictures. The tape learns their rules with the first one: a model without pictures does not
  /// bring them along to a browser.
  fileprivate func recordOfPictures(_ operation: Operation, _ shape: Shape) -> Tensor {
    propagatePictures = { tape, node, dy in
      switch node.operation {
      case .unfold(let x, let window): tape.propagateUnfold(dy, x, window)
      case .fold(let patches, let window): tape.propagateFold(node, dy, patches, window)
      case .maximumPool(let x, _): tape.propagateMaximumPool(node, dy, x)
      case .meanPool(let x, let window): tape.propagateMeanPool(dy, x, window)
      default: break
      }
    }
    return record(operation, shape)
  }

  func propagateUnfold(_ dy: Floats, _ x: Slot, _ window: Window) {
    guard let (dx, accumulate) = gradient(x) else { return }
    Pictures(shape(x), window, "unfold").fold(dy, into: dx, accumulate: accumulate)
  }

  func propagateFold(_ node: Node, _ dy: Floats, _ patches: Slot, _ window: Window) {
    guard let (dx, accumulate) = gradient(patches) else { return }
    Pictures(node.shape, window, "fold").unfold(dy, into: dx, accumulate: accumulate)
  }

  func propagateMaximumPool(_ node: Node, _ dy: Floats, _ x: Slot) {
    guard let (dx, accumulate) = gradient(x), let kept = node.auxiliary else { return }
    if !accumulate { dx.update(repeating: 0, count: shape(x).count) }
    let places = UnsafeRawPointer(kept).assumingMemoryBound(to: Int32.self)
    for index in 0..<node.shape.count { dx[Int(places[index])] += dy[index] }
  }

  func propagateMeanPool(_ dy: Floats, _ x: Slot, _ window: Window) {
    guard let (dx, accumulate) = gradient(x) else { return }
    Pictures(shape(x), window, "meanPool").spread(
      dy, times: 1 / Float(window.count), into: dx, accumulate: accumulate)
  }

  func propagateRepeatRows(_ node: Node, _ dy: Floats, _ x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let (rows, columns) = (shape(x).rows, shape(x).columns)
    let times = node.shape.rows / rows
    for row in 0..<rows {
      sumRows(
        dy + row * times * columns, rows: times, columns: columns, into: dx + row * columns, accumulate: accumulate)
    }
  }
}
