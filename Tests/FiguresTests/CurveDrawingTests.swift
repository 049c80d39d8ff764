import Events
import Foundation
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct CurveDrawingTests {
  let curve = Series(name: "loss", x: [1, 11, 21], y: [2.3, 0.5, 0.25])

  func element(_ curve: Series) throws -> XMLElement {
    try #require(try XMLDocument(xmlString: CurveDrawing(curve).svg, options: []).rootElement())
  }

  /// The points of the line, in the drawing's units.
  func points(_ curve: Series) throws -> [(x: Double, y: Double)] {
    let line = try #require(try element(curve).elements(forName: "polyline").first)
    let points = try #require(line.attribute(forName: "points")?.stringValue)
    return try points.split(separator: " ").map { point in
      let numbers = try point.split(separator: ",").map { try #require(Double($0)) }
      try #require(numbers.count == 2)
      return (numbers[0], numbers[1])
    }
  }

  @Test func saysWhatItShows() throws {
    let root = try element(curve)
    #expect(root.name == "svg")
    #expect(root.attribute(forName: "role")?.stringValue == "img")
    #expect(root.attribute(forName: "aria-label")?.stringValue == curve.sentence)
  }

  @Test(arguments: [#"a "quoted" <name> & more"#, "]]>", "'", "σ 🙂"]) func anyNameIsWellFormed(name: String) throws {
    let named = Series(name: name, x: curve.x, y: curve.y)
    #expect(try element(named).attribute(forName: "aria-label")?.stringValue == named.sentence)
  }

  /// A page says the name below the drawing, and so does not have it inside.
  @Test func whatTheAxisCountsStandsBelowIt() throws {
    func texts(_ svg: String) -> [(text: String, y: Double)] {
      svg.matches(of: /<text[^>]* y="(?<y>[^"]+)"[^>]*>(?<text>[^<]*)</).map { (String($0.text), Double($0.y) ?? .nan) }
    }
    let drawing = CurveDrawing(curve, unit: "step").svg
    #expect(texts(drawing).filter { $0.text == "loss" }.isEmpty)
    #expect(texts(drawing).last.map { $0.text == "step" && $0.y < 280 } == true)
    #expect(texts(CurveDrawing(curve).svg).filter { $0.text == "step" || $0.text == "x" }.isEmpty)
  }

  @Test func lineFollowsTheFigures() throws {
    let points = try points(curve)
    #expect(points.count == 3)
    #expect(points.map(\.x) == points.map(\.x).sorted())
    #expect(abs(points[1].x - (points[0].x + points[2].x) / 2) < 0.2)
    // Down is up: the largest value has the smallest ordinate.
    #expect(points[0].y < points[1].y)
    #expect(points[1].y < points[2].y)
    #expect(points.allSatisfy { (0...640).contains($0.x) && (0...280).contains($0.y) })
  }

  /// A loss is drawn from zero: half the height is half the amount.
  @Test func amountsAreDrawnFromZero() throws {
    let points = try points(Series(name: "n", x: [0, 1, 2], y: [4, 2, 0]))
    let raised = try self.points(Series(name: "n", x: [0, 1], y: [4, 2]))
    #expect(raised.map(\.y) == points.prefix(2).map(\.y))
    let negative = try self.points(Series(name: "n", x: [0, 1], y: [-4, -2]))
    #expect(negative.map(\.y) == [240, 12])
  }

  @Test func pointsThatAreNoNumbersAreLeftOut() throws {
    #expect(try points(Series(name: "n", x: [0, .nan, 1, 2], y: [1, 1, .infinity, 2])).count == 2)
    #expect(CurveDrawing(Series(name: "n", x: [], y: [])).svg == "")
  }

  @Test(arguments: [
    Series(name: "one", x: [5], y: [5]), Series(name: "flat", x: [1, 2], y: [0, 0]),
    Series(name: "steep", x: [-3e38, 3e38], y: [3e38, -3e38]), Series(name: "upright", x: [1, 1], y: [0, 1]),
  ]) func oddCurvesStayInTheFrame(curve: Series) throws {
    let points = try points(curve)
    #expect(points.count == curve.x.count)
    #expect(points.allSatisfy { (0...640).contains($0.x) && (0...280).contains($0.y) })
  }

  /// Directories on the paper are written as figures are.
  @Test func coordinatesAreFigures() {
    let canvas = DrawingCanvas()
    for tenths in -50...9_999 {
      #expect(canvas.text(Float(tenths) / 10) == Figure.text((Float(tenths) / 10 * 10).rounded() / 10))
    }
    #expect(canvas.text(.nan) == Figure.text(.nan))
    #expect(canvas.text(1e9) == Figure.text(1e9))
  }
}
