import Events
import TestSupport
import Testing

@testable import Figures

@Suite struct PictureScalingTests {
  func picture(_ width: Int, _ height: Int, _ bytes: [UInt8], _ channels: Picture.Channels = .grey) -> Picture {
    Picture(width: width, height: height, channels: channels, bytes: bytes, caption: "C", alternative: "A")
  }

  @Test func roomEnlargesByWholeNumbers() {
    let small = picture(2, 1, [10, 200])
    #expect(small.fitting(width: 5, height: 9, largestScale: 3) == picture(4, 2, [10, 10, 200, 200, 10, 10, 200, 200]))
    #expect(small.fitting(width: 100, height: 100, largestScale: 1) == small)
    #expect(small.fitting(width: 3, height: 3, largestScale: 4) == small)
  }

  @Test func whatIsTooLargeBecomesMeans() {
    let large = picture(4, 2, [0, 100, 8, 8, 200, 100, 8, 8])
    #expect(large.fitting(width: 2, height: 9, largestScale: 3) == picture(2, 1, [100, 8]))
    #expect(large.fitting(width: 9, height: 1, largestScale: 3) == picture(2, 1, [100, 8]))
    let rgb = picture(2, 1, [0, 10, 20, 100, 30, 40], .rgb)
    #expect(rgb.fitting(width: 1, height: 1, largestScale: 3) == picture(1, 1, [50, 20, 30], .rgb))
  }

  /// The pictures of a sheet stay apart, however small they become.
  @Test(arguments: [30, 44, 60, 80, 88]) func guttersStay(room: Int) {
    // Ten pictures of eight columns beside one another, in two rows, of one grey each.
    var bytes = [UInt8](repeating: 0, count: 89 * 17)
    for y in 0..<17 where y % 9 != 8 {
      for x in 0..<89 where x % 9 != 8 { bytes[y * 89 + x] = UInt8(50 + x / 9 * 10 + y / 9 * 100) }
    }
    let fitted = picture(89, 17, bytes).fitting(width: room, height: 90, largestScale: 3)
    #expect(fitted.width <= room)
    let tile = (fitted.width + 1) / 10
    #expect(fitted.width == 10 * tile - 1)
    for x in 0..<fitted.width {
      let isGutter = x % tile == tile - 1
      #expect((fitted.bytes[x] == 0) == isGutter, "column \(x) of \(fitted.width)")
      if !isGutter { #expect(fitted.bytes[x] == UInt8(50 + x / tile * 10)) }
    }
    let dark = (0..<fitted.height).filter { row in
      (0..<fitted.width).allSatisfy { fitted.bytes[row * fitted.width + $0] == 0 }
    }
    #expect(dark.count == 1)
  }

  @Test(arguments: [(8, 8, 60), (481, 8, 1), (80, 16, 6), (1, 16_384, 1), (1, 400, 4), (0, 0, 480)])
  func filesAreEnlargedWithinBounds(width: Int, height: Int, scale: Int) {
    #expect(picture(width, height, []).enlargement == scale)
  }

  @Test func anyPictureFits() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let (w, h) = (Int.random(in: 1...70, using: &random), Int.random(in: 1...70, using: &random))
      let (width, height) = (Int.random(in: 1...90, using: &random), Int.random(in: 1...90, using: &random))
      let fitted = picture(w, h, [UInt8](repeating: 9, count: w * h)).fitting(
        width: width, height: height, largestScale: 3)
      #expect(fitted.width <= width && fitted.height <= height)
      #expect(fitted.bytes == [UInt8](repeating: 9, count: fitted.width * fitted.height))
    }
  }

  /// Any numbers in a plane are drawn, however far apart they are.
  @Test func planesOfAnyNumbers() {
    let huge = Float.greatestFiniteMagnitude
    let odd: [Float] = [huge, -huge, .infinity, -.infinity, .nan, 0, 1, .leastNonzeroMagnitude, -1]
    for bounds in [Bounds(1), Bounds(huge), Bounds(x: -1...huge, y: -huge ... -1)] {
      let recording = Recording([
        .field(Field(name: "n", columns: 3, rows: 3, values: odd, bounds: bounds)),
        .arrows(Arrows(name: "n", x: odd, y: odd, dx: odd, dy: odd.reversed(), bounds: bounds)),
        .points(PointCloud(name: "n", x: odd, y: odd.reversed(), classes: [], bounds: bounds)),
      ])
      guard case .plane(let plane)? = recording.items.first else {
        Issue.record("no plane")
        return
      }
      let picture = PlaneDrawing(plane, side: 30).picture
      #expect(picture.bytes.count == 30 * 30 * 3)
      #expect(Set(picture.bytes).count > 3)
    }
  }

  @Test func enlargedPixelsStaySquare() {
    let grey = Picture(width: 2, height: 1, channels: .grey, bytes: [10, 200], caption: "", alternative: "")
    let large = grey.enlarged(by: 3)
    #expect((large.width, large.height) == (6, 3))
    #expect(large.bytes == (0..<3).flatMap { _ in [10, 10, 10, 200, 200, 200] as [UInt8] })
    let rgb = Picture(width: 1, height: 2, channels: .rgb, bytes: [1, 2, 3, 4, 5, 6], caption: "", alternative: "")
    #expect(
      rgb.enlarged(by: 2).bytes == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6])
    var unfilled = rgb
    unfilled.bytes = [1]
    #expect(unfilled.enlarged(by: 2) == unfilled)
  }
}
