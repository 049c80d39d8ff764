import Events
import Testing

@testable import Figures

@Suite struct ClassColoursTests {
  private func labels(_ classes: [Int]) throws -> [String] {
    let x = classes.map { Float($0) }
    let cloud = PointCloud(name: "n", x: x, y: x, classes: classes, bounds: Bounds(1))
    guard case .plane(let plane)? = Recording([.points(cloud)]).items.first else { throw Absent() }
    return ClassColours(plane).entries.map(\.label)
  }

  private struct Absent: Error {}

  @Test func eachColourHasItsClasses() throws {
    #expect(try labels([]) == [])
    #expect(try labels([4, 4]) == [])
    #expect(try labels([4, 1, 4]) == ["1", "4"])
    #expect(try labels([-1, 0, 9]) == ["-1,9", "0"])
    #expect(try labels(Array(0..<40)).first == "0,10,20…")
  }

  /// A plane's classes are those of the points that it shows now.
  @Test func laterPointsHaveTheirOwnClasses() throws {
    func cloud(_ classes: [Int]) -> Event {
      .points(PointCloud(name: "n", x: [0, 1], y: [0, 1], classes: classes, bounds: Bounds(1)))
    }
    guard case .plane(let plane)? = Recording([cloud([0, 1]), cloud([5, 3])]).items.first else { throw Absent() }
    #expect(plane.classes == [3, 5])
  }
}
