import Numerics

extension Face {
  /// Grey levels `[side · side]`, 0 paper to 1 ink, edges softened over one pixel.
  public func drawn(side: Int = 24) -> [Float] {
    require(side >= 8, "Face: \(side) pixels are too few for a face; at least 8")
    let pixel = 2 / Float(side)
    let angle = tilt * 0.436
    let (cosine, sine) = (cos(angle), sin(angle))
    var image: [Float] = []
    image.reserveCapacity(side * side)
    for row in 0..<side {
      for column in 0..<side {
        // The middle of the pixel, in a square from −1 to 1 that leans with the head; y grows downwards.
        let x = (Float(column) + 0.5) * pixel - 1
        let y = (Float(row) + 0.5) * pixel - 1
        image.append(ink(x * cosine + y * sine, y * cosine - x * sine, pixel))
      }
    }
    return image
  }

  /// Returns the darkness, 0 … 1, at a point of the upright head.
  private func ink(_ x: Float, _ y: Float, _ pixel: Float) -> Float {
    /// 1 inside, 0 outside, by the distance to the edge.
    func inside(_ distance: Float) -> Float { min(1, max(0, 0.5 - distance / pixel)) }
    let head = ellipse(x, y, 0.70 + 0.14 * width, 0.88)
    let across = x.magnitude  // both halves are alike
    let eye = ellipse(across - 0.30, y + 0.18, 0.13, 0.035 + 0.075 * (eyes + 1) / 2)
    // A brow falls towards the nose when angry, and rises with the mood.
    let browHeight = -0.40 - 0.10 * brows + 0.14 * (0.30 - across) * (1 - brows) / 2
    let brow = max((y - browHeight).magnitude - 0.035, (across - 0.30).magnitude - 0.15)
    let nose = max(x.magnitude - 0.035, (y - 0.10).magnitude - 0.13)
    // A parabola: its ends rise with a smile, while its middle sinks.
    let mouthHeight = 0.46 + smile * (0.10 - 0.22 * (x / 0.36) * (x / 0.36))
    let mouth = max((y - mouthHeight).magnitude - 0.045, x.magnitude - 0.36)
    var ink = 0.25 * inside(head)
    ink += 0.45 * inside(head.magnitude - 0.03)  // its outline
    for feature in [eye, brow, nose, mouth] { ink = max(ink, inside(feature)) }
    return min(1, ink)
  }

  /// About the distance to an ellipse around the origin; negative inside.
  private func ellipse(_ x: Float, _ y: Float, _ a: Float, _ b: Float) -> Float {
    let scaled = (x * x / (a * a) + y * y / (b * b)).squareRoot()
    let gradient = (x * x / (a * a * a * a) + y * y / (b * b * b * b)).squareRoot()
    return gradient == 0 ? -min(a, b) : scaled * (scaled - 1) / gradient
  }
}
