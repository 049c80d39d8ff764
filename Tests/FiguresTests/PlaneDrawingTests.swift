import Events
import Testing

@testable import Figures

@Suite struct PlaneDrawingTests {
  private let side = 200

  /// How bright a pixel is: 0 … 255.
  private func brightness(_ picture: Picture, _ x: Int, _ y: Int) -> Int {
    let start = (y * side + x) * 3
    return picture.bytes[start..<start + 3].reduce(0) { $0 + Int($1) } / 3
  }

  /// An arrow from the left to the middle, over a heat map of this value where there is one.
  private func arrow(over value: Float? = nil, length: Float = 0.8) throws -> Picture {
    let bounds = Bounds(1)
    var recording = Recording()
    if let value {
      // One cell in a corner is the other end of the scale.
      let values = [1 - value] + [Float](repeating: value, count: 99)
      recording.add(.field(Field(name: "n", columns: 10, rows: 10, values: values, bounds: bounds)))
    }
    recording.add(.arrows(Arrows(name: "n", x: [-length], y: [0], dx: [length], dy: [0], bounds: bounds)))
    guard case .plane(let plane)? = recording.items.first else { throw Absent() }
    return PlaneDrawing(plane, side: side).picture
  }

  private struct Absent: Error {}

  private func points(_ classes: [Int]) throws -> PlaneDrawing {
    let places = classes.map { _ in Float(0) }
    let cloud = PointCloud(name: "n", x: places, y: places, classes: classes, bounds: Bounds(1))
    guard case .plane(let plane)? = Recording([.points(cloud)]).items.first else { throw Absent() }
    return PlaneDrawing(plane, side: side)
  }

  /// Where there are several classes, below the picture and nowhere in it.
  @Test func aLegendNamesTheColours() throws {
    for classes in [[], [3, 3]] { #expect(try points(classes).pictureWithLegend == points(classes).picture) }
    let drawing = try points([0, 1])
    let picture = drawing.picture, whole = drawing.pictureWithLegend
    #expect(whole.height == 213)
    #expect(whole.bytes.count == 213 * side * 3)
    #expect(whole.bytes.starts(with: picture.bytes))
    let legend = whole.bytes.dropFirst(picture.bytes.count)
    for colour in [[86, 156, 235], [240, 160, 60], [244, 241, 222]] as [[UInt8]] {
      let starts = stride(from: legend.startIndex, to: legend.endIndex, by: 3)
      let count = starts.count { Array(legend[$0..<$0 + 3]) == colour }
      #expect(count > 10, "\(colour)")
    }
    // As many lines as they need.
    #expect(try points(Array(-20..<20)).pictureWithLegend.height > 213)
  }

  /// Two barbs behind the tip, none at the tail, and nothing beyond.
  @Test func anArrowHasAHead() throws {
    let picture = try arrow()
    #expect(brightness(picture, 97, 98) > 100)
    #expect(brightness(picture, 97, 101) > 100)
    #expect(brightness(picture, 23, 97) < 40)
    #expect(brightness(picture, 103, 100) < 40)
  }

  /// A head of less than two pixels would be one more dot.
  @Test func aShortArrowIsALineAlone() throws {
    let picture = try arrow(length: 0.03)
    for y in 0..<side where abs(y - 100) > 2 {
      for x in 0..<side { #expect(brightness(picture, x, y) < 40) }
    }
  }

  @Test(arguments: [0, 1] as [Float]) func anArrowContrastsWithTheHeatMapBelow(value: Float) throws {
    let picture = try arrow(over: value)
    let ground = brightness(picture, 60, 150)
    for place in [(90, 100), (97, 98)] {
      let contrast = brightness(picture, place.0, place.1) - ground
      #expect(value == 1 ? contrast < -50 : contrast > 50)
    }
  }

  /// Of more arrows and points than a picture can show, some are drawn, from all over the plane.
  @Test func whatIsTooManyIsThinned() {
    func drawn(_ count: Int) -> [Picture] {
      let zeros = [Float](repeating: 0, count: count)
      let x = (0..<count).map { 2 * Float($0) / Float(count) - 1 }
      let points = PointCloud(name: "p", x: x, y: zeros, bounds: Bounds(1))
      let arrows = Arrows(name: "p", x: x, y: zeros, dx: zeros, dy: zeros, bounds: Bounds(1))
      return Recording([.points(points), .arrows(arrows)]).items.compactMap {
        if case .plane(let plane) = $0 { PlaneDrawing(plane, side: 64).picture } else { nil }
      }
    }
    let few = drawn(5_000), many = drawn(120_000)
    // A line from the left to the right, whichever of its points are drawn.
    func row(_ picture: Picture) -> [Bool] { (0..<64).map { picture.bytes[(32 * 64 + $0) * 3 + 1] > 100 } }
    #expect(row(few[0]).allSatisfy { $0 })
    #expect(row(many[0]).allSatisfy { $0 })
  }
}
