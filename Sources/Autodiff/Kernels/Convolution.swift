import Numerics

/// Pictures in memory: [count, height, width, channels], and the places that a window takes on them.
struct ImageWindows {
  let count: Int
  let height: Int
  let width: Int
  let channels: Int
  let window: Window

  init(_ shape: Shape, _ window: Window, _ name: StaticString) {
    require(
      shape.rank == 4 && shape[1] + 2 * window.padding >= window.side && shape[2] + 2 * window.padding >= window.side,
      "\(name): pictures of shape \(shape.description), a window of \(window.side) × \(window.side): "
        + "it takes [count, height, width, channels], not smaller than the window")
    count = shape[0]
    height = shape[1]
    width = shape[2]
    channels = shape[3]
    self.window = window
  }

  var rows: Int { window.places(along: height) }
  var columns: Int { window.places(along: width) }

  /// Calls the body for each row of pixels in each place of the window that lies in the picture: the first number
  /// in the picture, the first in the window's row of `patches`, and how many numbers.
  @inline(__always)
  func forEachRun(_ body: (_ picture: Int, _ patch: Int, _ count: Int) -> Void) {
    let patch = window.count * channels
    var place = 0
    for picture in 0..<count {
      for row in 0..<rows {
        for column in 0..<columns {
          let left = column * window.stride - window.padding
          let first = max(0, -left)
          let last = min(window.side, width - left)
          for inner in 0..<window.side {
            let y = row * window.stride - window.padding + inner
            if y < 0 || y >= height || first >= last { continue }
            body(
              ((picture * height + y) * width + left + first) * channels,
              place * patch + (inner * window.side + first) * channels, (last - first) * channels)
          }
          place += 1
        }
      }
    }
  }

  /// patches[place, ·] = what the window sees there, zeros beyond the edge.
  func unfold(_ x: Floats, into patches: Floats, accumulate: Bool = false) {
    if accumulate {
      forEachRun { picture, patch, count in
        for index in 0..<count { patches[patch + index] += x[picture + index] }
      }
      return
    }
    if window.padding > 0 { patches.update(repeating: 0, count: count * rows * columns * window.count * channels) }
    forEachRun { picture, patch, count in (patches + patch).update(from: x + picture, count: count) }
  }

  /// x = the sum of all patches, each where the window sees it.
  func fold(_ patches: Floats, into x: Floats, accumulate: Bool = false) {
    if !accumulate { x.update(repeating: 0, count: count * height * width * channels) }
    forEachRun { picture, patch, count in
      for index in 0..<count { x[picture + index] += patches[patch + index] }
    }
  }

  /// y[place, channel] = the largest number in the window; `where` it is, as a place in x.
  func maximum(_ x: Floats, into y: Floats, where places: UnsafeMutablePointer<Int32>) {
    y.update(repeating: -.infinity, count: count * rows * columns * channels)
    places.update(repeating: 0, count: count * rows * columns * channels)
    let patch = window.count * channels
    forEachRun { picture, position, count in
      let place = position / patch * channels
      for index in 0..<count {
        let target = place + index % channels
        // Not `>`: what is not a number shows in the result.
        if !(x[picture + index] <= y[target]) {
          y[target] = x[picture + index]
          places[target] = Int32(picture + index)
        }
      }
    }
  }

  /// y[place, channel] = the sum over the window.
  func total(_ x: Floats, into y: Floats) {
    y.update(repeating: 0, count: count * rows * columns * channels)
    let patch = window.count * channels
    forEachRun { picture, position, count in
      let place = position / patch * channels
      for index in 0..<count { y[place + index % channels] += x[picture + index] }
    }
  }

  /// The way back from `total`: each pixel gets what the windows that saw it got.
  func spread(_ d: Floats, times factor: Float, into x: Floats, accumulate: Bool) {
    if !accumulate { x.update(repeating: 0, count: count * height * width * channels) }
    let patch = window.count * channels
    forEachRun { picture, position, count in
      let place = position / patch * channels
      for index in 0..<count { x[picture + index] += factor * d[place + index % channels] }
    }
  }
}
