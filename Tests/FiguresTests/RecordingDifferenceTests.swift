import Events
import Figures
import Testing

@Suite struct RecordingDifferenceTests {
  private func difference(_ a: Event, _ b: Event) throws -> Recording.Item.Difference? {
    let (left, right) = (try #require(Recording([a]).items.first), try #require(Recording([b]).items.first))
    return left.difference(from: right)
  }

  @Test func theFirstLineThatIsNotTheSame() throws {
    func table(_ rows: String...) -> Event { .table(Table(name: "T", head: ["a"], rows: rows.map { [$0] })) }
    #expect(try difference(table("1", "2", "3"), table("1", "4", "5")) == .words("T: a 2", "T: a 4"))
    #expect(try difference(table("1", "2"), table("1")) == .words("T: a 2", nil))
    #expect(try difference(table("1", "2"), table("1", "2")) == nil)
  }

  /// Figures are written with four digits.
  @Test func theFirstNumberBehindTheSameWords() throws {
    func series(_ y: Float) -> Event { .series(Series(name: "loss", x: [0, 1, 2], y: [0, y, 9])) }
    #expect(try difference(series(1), series(1.000001)) == .number("y 2", 1, 1.000001))
    func metric(_ value: Float) -> Event { .metric(Metric(name: "m", value: value)) }
    #expect(try difference(metric(0), metric(-0.0)) == .number("the value", 0, -0.0))
    #expect(try difference(metric(.nan), metric(.nan)) == nil)
    func points(_ x: Float) -> Event {
      .points(PointCloud(name: "p", x: [x, 0.5], y: [0, 1], classes: [0, 1], bounds: Bounds(2)))
    }
    #expect(try difference(points(0.1), points(0.1000001)) == .number("x 1", 0.1, 0.1000001))
    #expect(try difference(points(0.1), points(0.1)) == nil)
  }
}
