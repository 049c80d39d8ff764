import Events
import Foundation
import TestSupport
import Testing

@testable import Figures

/// Who only reads must be able to tell what others see.
@Suite struct PlaneSentenceTests {
  private func sentence(_ events: Event...) throws -> String {
    try #require(Recording(events).items.first).sentence
  }

  /// Points around each of the centres, each cloud a small disc.
  private func clouds(_ centres: [(Double, Double)], each: Int, radius: Double = 0.1) -> (x: [Float], y: [Float]) {
    var random = SeededGenerator(seed: 3)
    var (x, y): ([Float], [Float]) = ([], [])
    for centre in centres {
      for _ in 0..<each {
        let angle = Double.random(in: 0...(2 * .pi), using: &random)
        let distance = radius * Double.random(in: 0...1, using: &random).squareRoot()
        x.append(Float(centre.0 + distance * cos(angle)))
        y.append(Float(centre.1 + distance * sin(angle)))
      }
    }
    return (x, y)
  }

  private func ring(_ count: Int, radius: Double = 1.5) -> [(Double, Double)] {
    (0..<count).map { index in
      let angle = 2 * .pi * Double(index) / Double(count)
      return (radius * cos(angle), radius * sin(angle))
    }
  }

  @Test func aRingIsNoHeap() throws {
    let ring = clouds(ring(1_600), each: 1, radius: 0), heap = clouds([(0, 0)], each: 400, radius: 0.3)
    let ringSentence = try sentence(.points(PointCloud(name: "n", x: ring.x, y: ring.y, bounds: Bounds(2))))
    #expect(
      try /n: 1600 points around \(0, 0\), 1\.5 ± 0 from there, \d+% in one piece/.wholeMatch(in: ringSentence) != nil,
      "\(ringSentence)")
    let heapSentence = try sentence(.points(PointCloud(name: "n", x: heap.x, y: heap.y, bounds: Bounds(2))))
    #expect(
      try /n: 400 points around .*, 0\.(19|2|21) ± 0\.0\d from there, \d+% in one piece/.wholeMatch(in: heapSentence)
        != nil, "\(heapSentence)")
  }

  @Test func clustersAreCounted() throws {
    for count in [1, 3, 8] {
      let points = clouds(Array(ring(8).prefix(count)), each: 120)
      let sentence = try sentence(.points(PointCloud(name: "n", x: points.x, y: points.y, bounds: Bounds(2))))
      #expect(sentence.hasSuffix(count == 1 ? "% in one piece" : "% in \(count) clusters"), "\(sentence)")
    }
  }

  /// A faker that has collapsed is told from the data that it was to be like.
  @Test func fewClassesAreCompared() throws {
    let real = clouds(ring(8), each: 60), fake = clouds([(1.5, 0), (5, 0)], each: 240)
    let points = PointCloud(
      name: "Fakes", x: real.x + fake.x, y: real.y + fake.y,
      classes: real.x.map { _ in 0 } + fake.x.map { _ in 1 }, bounds: Bounds(2))
    let parts = try sentence(.points(points)).components(separatedBy: "; ")
    #expect(parts.count == 3 && parts[0] == "Fakes: 960 points of 2 classes", "\(parts)")
    #expect(parts[1].hasPrefix("class 0: 50% around (0, 0), 1.5 ± 0.0"), "\(parts)")
    #expect(parts[1].hasSuffix("% in 8 clusters"), "\(parts)")
    #expect(parts[2].hasPrefix("class 1: 50% around (3.25, 0), 1.75 ± 0.0"), "\(parts)")
    #expect(parts[2].hasSuffix("50% outside the picture"), "\(parts)")
  }

  @Test func ofMoreClassesEachHasItsPlace() throws {
    let points = PointCloud(
      name: "n", x: [1, -1, 0, 0], y: [0, 0, 1, -1], classes: [0, 1, 2, 5], bounds: Bounds(2))
    #expect(
      try sentence(.points(points))
        == "n: 4 points of 4 classes around (0, 0), 1 ± 0 from there; class 0: 25% around (1, 0); "
        + "class 1: 25% around (-1, 0); class 2: 25% around (0, 1); class 5: 25% around (0, -1)")
  }

  @Test func arrowsAndFields() throws {
    let bounds = Bounds(2)
    #expect(
      try sentence(
        .field(Field(name: "n", columns: 2, rows: 1, values: [0.25, 0.75], bounds: bounds)),
        .arrows(Arrows(name: "n", x: [0, 0], y: [0, 0], dx: [3, 0], dy: [4, 1], bounds: bounds)))
        == "n: 2 arrows, 3 long on average; a heat map from 0.25 to 0.75")
  }

  @Test func numbersThatAreNoneAreLeftOut() throws {
    let points = PointCloud(name: "n", x: [.nan, 1, .infinity], y: [0, 1, 0], bounds: Bounds(2))
    #expect(try sentence(.points(points)) == "n: 3 points around (1, 1)")
    #expect(try sentence(.points(PointCloud(name: "n", x: [.nan], y: [0], bounds: Bounds(2)))) == "n: 1 point")
    let far = PointCloud(name: "n", x: [3e38, -3e38], y: [0, 0], bounds: Bounds(1))
    #expect(try sentence(.points(far)) == "n: 2 points around (0, 0), 3e+38 ± 0 from there, 100% outside the picture")
  }

  /// Where x is how far the run has come, it has the run's unit.
  @Test func aCurveAlongTheRunHasItsUnit() {
    let recording = Recording([.progress(step: 1000, total: 1000, unit: "round")])
    func unit(_ x: [Float]) -> String? { recording.unit(of: Series(name: "n", x: x, y: x)) }
    #expect(unit([1, 501, 1000]) == "round")
    #expect(unit([1, 2, 4, 8]) == nil)
    #expect(unit([0.5, 500, 1000]) == nil)
    #expect(unit([500, 100]) == nil)
    #expect(unit([500, 2000]) == nil)
    #expect(unit([]) == nil)
    #expect(Recording().unit(of: Series(name: "n", x: [1], y: [1])) == nil)
  }
}
