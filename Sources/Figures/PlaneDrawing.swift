import Events

/// A plane as a picture: one drawing for the terminal, the page and a saved file.
package struct PlaneDrawing {
  private let plane: Plane
  private let side: Int
  private var pixels: [Colour]

  package struct Colour: Sendable {
    package var red: Float, green: Float, blue: Float

    init(_ red: Float, _ green: Float, _ blue: Float) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Whether black is easier to see on it than white.
    var isBright: Bool { 0.299 * red + 0.587 * green + 0.114 * blue > 120 }

    func mixed(with other: Colour, _ share: Float) -> Colour {
      Colour(
        red + share * (other.red - red), green + share * (other.green - green), blue + share * (other.blue - blue))
    }
  }

  /// The colour of arrows, and of the mark of a reader's place.
  package static var markColour: Colour { Palette.arrow }

  /// Returns the colour of the points of a class; `nil` for points that have none.
  package static func colour(ofPoint label: Int?) -> Colour { label.map(Palette.ofClass) ?? Palette.point }

  /// - Parameter side: pixels of the square picture from left to right and from top to bottom.
  package init(_ plane: Plane, side: Int) {
    self.plane = plane
    self.side = max(8, side)
    pixels = Array(repeating: Palette.ground, count: self.side * self.side)
    drawField()
    drawArrows()
    drawPoints()
    drawMark()
  }

  package var picture: Picture { picture(pixels) }

  /// The picture with a row below it that says which colour is which class, where there are several.
  package var pictureWithLegend: Picture {
    picture(pixels + LegendDrawing(ClassColours(plane), width: side).pixels)
  }

  private func picture(_ pixels: [Colour]) -> Picture {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * pixels.count)
    for pixel in pixels {
      bytes.append(byte(pixel.red))
      bytes.append(byte(pixel.green))
      bytes.append(byte(pixel.blue))
    }
    return Picture(
      width: side, height: pixels.count / side, channels: .rgb, bytes: bytes, caption: plane.name,
      alternative: plane.sentence)
  }

  private func byte(_ value: Float) -> UInt8 { UInt8(min(255, max(0, value))) }

  /// The place of a point, in pixels from the left and from the top; `nil` for what is no place.
  private func place(_ x: Float, _ y: Float) -> (x: Float, y: Float)? {
    let bounds = plane.bounds
    guard let right = Figure.share(of: x, from: bounds.x.lowerBound, to: bounds.x.upperBound),
      let up = Figure.share(of: y, from: bounds.y.lowerBound, to: bounds.y.upperBound)
    else { return nil }
    let across = right * Float(side), down = (1 - up) * Float(side)
    // Far outside is outside; so large a number could not be turned into a pixel either.
    guard abs(across) < 1e5, abs(down) < 1e5 else { return nil }
    return (across, down)
  }

  private mutating func drawField() {
    guard let field = plane.field, field.columns > 0, field.rows > 0 else { return }
    let finite = field.values.filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max() else { return }
    for y in 0..<side {
      for x in 0..<side {
        let value = field.values[y * field.rows / side * field.columns + x * field.columns / side]
        guard value.isFinite else { continue }
        pixels[y * side + x] = Palette.heat(Figure.share(of: value, from: low, to: high) ?? 0.5)
      }
    }
  }

  /// The number of arrows of which more hide one another: of twice as many, every other one is drawn.
  private static let mostArrows = 5_000
  private static let mostPoints = 100_000

  /// Indices of those that are drawn.
  private static func drawn(_ count: Int, _ maximum: Int) -> StrideTo<Int> {
    stride(from: 0, to: count, by: max(1, (count + maximum - 1) / maximum))
  }

  /// A line that grows stronger, with a head where it ends.
  private mutating func drawArrows() {
    guard let arrows = plane.arrows else { return }
    let ground = pixels
    for index in Self.drawn(arrows.x.count, Self.mostArrows) {
      guard let start = place(arrows.x[index], arrows.y[index]),
        let end = place(arrows.x[index] + arrows.dx[index], arrows.y[index] + arrows.dy[index])
      else { continue }
      stroke(from: start, to: end, strength: 0.5...0.95, over: ground)
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = (dx * dx + dy * dy).squareRoot()
      let head = min(max(3, Float(side) / 50), 0.45 * length)
      // Less than two pixels would be a blot.
      guard head >= 2 else { continue }
      let (back, aside) = (head / length, head / length / 2)
      for turn in [-aside, aside] {
        let barb = (x: end.x - back * dx - turn * dy, y: end.y - back * dy + turn * dx)
        stroke(from: end, to: barb, strength: 1...1, over: ground)
      }
    }
  }

  /// A line that is bright over what is dark below, and dark over what is bright.
  private mutating func stroke(
    from start: (x: Float, y: Float), to end: (x: Float, y: Float), strength: ClosedRange<Float>, over ground: [Colour]
  ) {
    let steps = Int(max(abs(end.x - start.x), abs(end.y - start.y), 1).rounded(.up))
    for step in 0...min(steps, 4 * side) {
      let share = Float(step) / Float(steps)
      let (x, y) = (start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
      guard x >= 0, y >= 0, Int(x) < side, Int(y) < side else { continue }
      let colour = ground[Int(y) * side + Int(x)].isBright ? Palette.ground : Palette.arrow
      let now = strength.lowerBound + share * (strength.upperBound - strength.lowerBound)
      mark(x, y, radius: max(0.5, Float(side) / 600), colour, now)
    }
  }

  private mutating func drawPoints() {
    guard let points = plane.points else { return }
    let radius = max(0.5, Float(side) / 190)
    for index in Self.drawn(points.x.count, Self.mostPoints) {
      guard let place = place(points.x[index], points.y[index]) else { continue }
      let colour = points.classes.isEmpty ? Palette.point : Palette.ofClass(points.classes[index])
      // Over a heat map a dark rim keeps a point apart from a ground of its own colour, where pixels are small enough.
      if plane.field != nil, side >= 100 {
        mark(place.x, place.y, radius: radius + max(0.5, radius / 2), Palette.ground, 0.7)
      }
      mark(place.x, place.y, radius: radius, colour, plane.field == nil ? 0.75 : 0.95)
    }
  }

  /// A cross through the place, which covers as little as it can.
  private mutating func drawMark() {
    guard let wished = plane.mark, let place = place(wished.x, wished.y) else { return }
    for step in 2...max(4, side / 12) {
      let distance = Float(step)
      for (dx, dy) in [(distance, 0), (-distance, 0), (0, distance), (0, -distance)] {
        mark(place.x + dx, place.y + dy, radius: 0.4, Palette.arrow, 1)
      }
    }
  }

  /// A disc, its edge softened over one pixel.
  private mutating func mark(_ x: Float, _ y: Float, radius: Float, _ colour: Colour, _ strength: Float) {
    let left = max(0, Int(x - radius - 1)), right = min(side - 1, Int(x + radius + 1))
    let top = max(0, Int(y - radius - 1)), bottom = min(side - 1, Int(y + radius + 1))
    guard left <= right, top <= bottom else { return }
    for row in top...bottom {
      for column in left...right {
        let dx = Float(column) + 0.5 - x, dy = Float(row) + 0.5 - y
        let cover = min(1, max(0, radius + 0.5 - (dx * dx + dy * dy).squareRoot()))
        if cover > 0 {
          pixels[row * side + column] = pixels[row * side + column].mixed(with: colour, cover * strength)
        }
      }
    }
  }
}

/// The colours of pictures. Classes differ in brightness, too, and the heat map rises in brightness alone, so that
/// nothing depends on telling red from green.
enum Palette {
  static let ground = PlaneDrawing.Colour(22, 24, 32)
  static let point = PlaneDrawing.Colour(244, 241, 222)
  static let arrow = PlaneDrawing.Colour(255, 255, 255)

  private static let classes: [PlaneDrawing.Colour] = [
    .init(86, 156, 235), .init(240, 160, 60), .init(90, 200, 160), .init(225, 100, 110), .init(180, 140, 240),
    .init(240, 220, 110), .init(110, 210, 230), .init(235, 150, 200), .init(160, 200, 90), .init(200, 200, 205),
  ]

  static func ofClass(_ label: Int) -> PlaneDrawing.Colour { classes[index(of: label)] }

  /// Classes of one index share a colour.
  static func index(of label: Int) -> Int { ((label % classes.count) + classes.count) % classes.count }

  private static let heatStops: [PlaneDrawing.Colour] = [
    .init(32, 20, 60), .init(50, 60, 130), .init(36, 120, 142), .init(70, 180, 120), .init(235, 225, 80),
  ]

  /// 0 is dark, 1 is bright.
  static func heat(_ value: Float) -> PlaneDrawing.Colour {
    let position = min(1, max(0, value)) * Float(heatStops.count - 1)
    let index = min(heatStops.count - 2, Int(position))
    return heatStops[index].mixed(with: heatStops[index + 1], position - Float(index))
  }
}
