import Events
import Figures
import TestSupport
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

  /// Without colours each class has its sign, the most frequent one in a cell wins, and a line says which is whose.
  @Test func classesAreSigns() throws {
    let points = PointCloud(
      name: "Two", x: [-0.9, -0.9, -0.9, 0.9], y: [0.9, 0.9, 0.9, -0.9], classes: [4, 7, 7, 4], bounds: Bounds(1))
    #expect(
      PlaneText(try plane(.points(points)), width: 40, rows: 8).lines == [
        "┌──────────┐",
        "│x         │",
        "│          │",
        "│          │",
        "│          │",
        "│         o│",
        "└──────────┘",
        "o class 4 · x class 7",
      ])
  }

  @Test func manyClassesAreDigitsOrLetters() throws {
    let x: [Float] = [-0.9, 0, 0.9], y: [Float] = [0, 0, 0]
    let digits = PointCloud(name: "Many", x: x, y: y, classes: [0, 3, 8], bounds: Bounds(1))
    let lines = PlaneText(try plane(.points(digits)), width: 40, rows: 8).lines
    #expect(lines[3] == "│0    3   8│")
    #expect(lines.last == "0–8 points, by class")
    let letters = PointCloud(name: "Many", x: x, y: y, classes: [-2, 3, 80], bounds: Bounds(1))
    #expect(
      PlaneText(try plane(.points(letters)), width: 40, rows: 8).lines.last == "a class -2 · b class 3 · c class 80")
  }

  /// Points and arrows over a heat map share no character with its shades.
  @Test func pointsAndArrowsStandOutFromAHeatMap() throws {
    let bounds = Bounds(1)
    let plane = try plane(
      .field(Field(name: "D", columns: 8, rows: 8, values: (0..<64).map { Float($0 % 8) }, bounds: bounds)),
      .arrows(Arrows(name: "D", x: [-0.9, 0.9], y: [0.9, -0.9], dx: [0.8, 0], dy: [0, 0.8], bounds: bounds)),
      .points(PointCloud(name: "D", x: [-0.9, 0], y: [0.9, 0], bounds: bounds)))
    #expect(
      PlaneText(plane, width: 40, rows: 8).lines == [
        "o→→→→→→==++**%",
        "....::-==++**%",
        "....::-==++**%",
        "....::-o=++**↑",
        "....::-==++**↑",
        "....::-==++**↑",
        "....::-==++**↑",
        "o points · → arrows · . low @ high",
      ])
  }

  @Test func aReadersPlaceIsSeenAmongClasses() throws {
    let points = PointCloud(name: "Map", x: [-0.9, 0.9], y: [0, 0], classes: [0, 1], bounds: Bounds(1))
    let lines = PlaneText(try plane(.points(points)).marked(x: 0, y: 0), width: 40, rows: 8).lines
    #expect(lines[3] == "│o  ━━╋━━ x│")
    #expect(lines.last == "o class 0 · x class 1 · ╋ here")
  }

  /// Any plane fits, whatever its numbers.
  @Test func anyPlaneFits() throws {
    var random = SeededGenerator(seed: 9)
    let odd: [Float] = [.nan, .infinity, -.infinity, 3e38, -3e38, 0, 1, -1]
    func numbers(_ count: Int) -> [Float] {
      (0..<count).map { _ in
        Bool.random(using: &random) ? odd.randomElement(using: &random)! : .random(in: -2...2, using: &random)
      }
    }
    for _ in 0..<200 {
      let count = Int.random(in: 0...30, using: &random)
      let classes = (0..<count).map { _ in Int.random(in: -40...40, using: &random) }
      let points = PointCloud(
        name: "n", x: numbers(count), y: numbers(count), classes: Bool.random(using: &random) ? classes : [],
        bounds: Bounds(1))
      let arrows = Arrows(
        name: "n", x: numbers(count), y: numbers(count), dx: numbers(count), dy: numbers(count), bounds: Bounds(1))
      let field = Field(name: "n", columns: 3, rows: 3, values: numbers(9), bounds: Bounds(1))
      let hasField = Bool.random(using: &random)
      let plane = try plane(.points(points), .arrows(arrows), hasField ? .field(field) : .arrows(arrows))
      let width = Int.random(in: 30...100, using: &random), rows = Int.random(in: 6...40, using: &random)
      let lines = PlaneText(plane, width: width, rows: rows).lines
      #expect(lines.count <= rows && lines.allSatisfy { $0.columns <= width }, "\(lines)")
    }
  }

  /// In colour, points are dots over a field that stays to be seen: eight in a cell.
  @Test func pointsAreDotsOverTheField() throws {
    let values = (0..<64).map { Float($0 % 8) }
    let plane = try plane(
      .field(Field(name: "Rising", columns: 8, rows: 8, values: values, bounds: Bounds(1))),
      .points(
        PointCloud(
          name: "Rising", x: [-0.99, 0.99, 0.99], y: [0.99, -0.99, -0.85], classes: [0, 1, 1], bounds: Bounds(1))))
    let cells = PlaneCells(plane, width: 16, rows: 4)
    #expect(cells.columns == 8)
    let lines = cells.lines(.full)
    let signs = lines.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    #expect(signs == ["⠁▀▀▀▀▀▀▀", "▀▀▀▀▀▀▀▀", "▀▀▀▀▀▀▀▀", "▀▀▀▀▀▀▀⢠"])
    // The colour of its class, over its field's made darker.
    #expect(lines[0].hasPrefix("\u{1B}[38;2;86;156;235m\u{1B}[48;2;16;10;30m⠁"), "\(lines[0].debugDescription)")
    #expect(lines[3].contains("\u{1B}[38;2;240;160;60m"))
  }
}
