import Numerics

// Pictures are tensors [count, height, width, channels]: the channels of a pixel lie side by side, so that a tensor of
// pictures is also a matrix with a row for each pixel, and a convolution is a product of matrices.

/// The pixels in a window at each place: [n, h, w, c] → [n, rows, columns, side · side · c], zeros beyond the edge.
public func unfold(_ x: Tensor, _ window: Window) -> Tensor {
  let pictures = ImageWindows(x.shape, window, "unfold")
  let y = x.tape.recordConvolution(
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
  let y = patches.tape.recordConvolution(.fold(patches.checked(on: patches.tape).slot, window), result)
  ImageWindows(result, window, "fold").fold(patches.value, into: y.value)
  return y
}

/// The largest number in each place of a window, channel by channel: [n, h, w, c] → [n, rows, columns, c].
public func maximumPool(_ x: Tensor, _ window: Window) -> Tensor {
  let pictures = ImageWindows(x.shape, window, "maximumPool")
  let y = x.tape.recordConvolution(
    .maximumPool(x.checked(on: x.tape).slot, window),
    [pictures.count, pictures.rows, pictures.columns, pictures.channels])
  let kept = x.tape.arena.allocate(y.shape.count)
  x.tape.nodes[Int(y.slot)].auxiliary = kept
  pictures.maximum(x.value, into: y.value, where: kept.places(y.shape.count))
  return y
}

/// The mean over each place of a window, channel by channel; beyond the edge there are zeros.
public func meanPool(_ x: Tensor, _ window: Window) -> Tensor {
  let pictures = ImageWindows(x.shape, window, "meanPool")
  let y = x.tape.recordConvolution(
    .meanPool(x.checked(on: x.tape).slot, window),
    [pictures.count, pictures.rows, pictures.columns, pictures.channels])
  pictures.total(x.value, into: y.value)
  let factor = 1 / Float(window.count)
  map(y.value, into: y.value, y.shape.count) { $0 * factor }
  return y
}

extension Floats {
  /// The memory as whole numbers: the places of the largest.
  func places(_ count: Int) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(self).bindMemory(to: Int32.self, capacity: count)
  }
}

extension Tape {
  /// Records an operation on pictures. The tape learns their rules with the first one: a model without pictures does
  /// not bring them along to a browser.
  fileprivate func recordConvolution(_ operation: Operation, _ shape: Shape) -> Tensor {
    backwardConvolution = { tape, node, dy in
      switch node.operation {
      case .unfold(let x, let window): tape.backwardUnfold(dy, x, window)
      case .fold(let patches, let window): tape.backwardFold(node, dy, patches, window)
      case .maximumPool(let x, _): tape.backwardMaximumPool(node, dy, x)
      case .meanPool(let x, let window): tape.backwardMeanPool(dy, x, window)
      default: break
      }
    }
    return record(operation, shape)
  }

  func backwardUnfold(_ dy: Floats, _ x: Slot, _ window: Window) {
    guard let (dx, accumulate) = gradient(x) else { return }
    ImageWindows(shape(x), window, "unfold").fold(dy, into: dx, accumulate: accumulate)
  }

  func backwardFold(_ node: Node, _ dy: Floats, _ patches: Slot, _ window: Window) {
    guard let (dx, accumulate) = gradient(patches) else { return }
    ImageWindows(node.shape, window, "fold").unfold(dy, into: dx, accumulate: accumulate)
  }

  func backwardMaximumPool(_ node: Node, _ dy: Floats, _ x: Slot) {
    guard let (dx, accumulate) = gradient(x), let kept = node.auxiliary else { return }
    if !accumulate { dx.update(repeating: 0, count: shape(x).count) }
    let places = UnsafeRawPointer(kept).assumingMemoryBound(to: Int32.self)
    for index in 0..<node.shape.count { dx[Int(places[index])] += dy[index] }
  }

  func backwardMeanPool(_ dy: Floats, _ x: Slot, _ window: Window) {
    guard let (dx, accumulate) = gradient(x) else { return }
    ImageWindows(shape(x), window, "meanPool").spread(
      dy, times: 1 / Float(window.count), into: dx, accumulate: accumulate)
  }
}
