import Display
import Figures
import Testing

@testable import Terminal

@Suite struct PlaneTextTests {
  func plane(_ events: Event...) throws -> Plane {
    guard case .plane(let plane)? = Recording(events).items.first else {
      throw Absent()
    }
    return plane
  }

  struct Absent: Error {}

  @Test func pointsAreDots() throws {
    let ring = (0..<24).map { Float($0) * .pi / 12 }
    let cosines: [Float] = ring.map { angle in 0.8 * Self.sine(angle + .pi / 2) }
    let plane = try plane(
      .points(PointCloud(name: "Ring", x: cosines, y: ring.map { 0.8 * Self.sine($0) }, classes: [], bounds: Bounds(1)))
    )
    #expect(
      PlaneText(plane, width: 20, rows: 8).lines == [
        "┌────────────┐",
        "│   ⢀⠠⠠⠄⠄⡀   │",
        "│ ⢀⠐      ⠂⡀ │",
        "│ ⡂        ⢐ │",
        "│ ⠅        ⠨ │",
        "│ ⠈⠠      ⠄⠁ │",
        "│   ⠈⠐⠐⠂⠂⠁   │",
        "└────────────┘",
      ])
  }

  /// Bhaskara's approximation, good enough for a picture.
  static func sine(_ angle: Float) -> Float {
    let turned = (angle / (2 * .pi)).truncatingRemainder(dividingBy: 1) * 2 * .pi
    let x = turned > .pi ? turned - .pi : turned
    let value = 16 * x * (.pi - x) / (5 * .pi * .pi - 4 * x * (.pi - x))
    return turned > .pi ? -value : value
  }

  @Test func aHeatMapIsShades() throws {
    let values = (0..<64).map { Float($0 % 8) }
    let plane = try plane(.field(Field(name: "Rising", columns: 8, rows: 8, values: values, bounds: Bounds(1))))
    let lines = PlaneText(plane, width: 16, rows: 4).lines
    #expect(lines == Array(repeating: "..:-=+*%", count: 4))
  }
}
