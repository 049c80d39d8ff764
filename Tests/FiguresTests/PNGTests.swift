import CPNG
import Display
import Testing

@testable import Figures

/// What is written is read back by libpng.
@Suite struct PNGTests {
  func decode(_ file: [UInt8], format: UInt32) throws -> (width: Int, height: Int, pixels: [UInt8]) {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    try #require(png_image_begin_read_from_memory(&image, file, file.count) != 0)
    #expect(image.format & UInt32(PNG_FORMAT_FLAG_COLOR) == format & UInt32(PNG_FORMAT_FLAG_COLOR))
    image.format = format
    let channels = format & UInt32(PNG_FORMAT_FLAG_COLOR) == 0 ? 1 : 3
    var pixels = [UInt8](repeating: 0, count: Int(image.width * image.height) * channels)
    try #require(png_image_finish_read(&image, nil, &pixels, 0, nil) != 0)
    return (Int(image.width), Int(image.height), pixels)
  }

  func random(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  @Test(arguments: [(1, 1), (3, 2), (44, 17), (301, 203)]) func greyComesBack(width: Int, height: Int) throws {
    let bytes = random(width * height)
    let picture = Picture(width: width, height: height, channels: .grey, bytes: bytes, caption: "", alternative: "")
    let back = try decode(try #require(PNG.encode(picture)), format: UInt32(PNG_FORMAT_GRAY))
    #expect(back.width == width)
    #expect(back.height == height)
    #expect(back.pixels == bytes)
  }

  @Test func coloursComeBack() throws {
    let bytes = random(5 * 4 * 3)
    let picture = Picture(width: 5, height: 4, channels: .rgb, bytes: bytes, caption: "", alternative: "")
    let back = try decode(try #require(PNG.encode(picture)), format: UInt32(PNG_FORMAT_FLAG_COLOR))
    #expect(back.pixels == bytes)
  }

  @Test func enlargedPixelsStaySquare() throws {
    let grey = Picture(width: 2, height: 1, channels: .grey, bytes: [10, 200], caption: "", alternative: "")
    let back = try decode(try #require(PNG.encode(grey, scale: 3)), format: UInt32(PNG_FORMAT_GRAY))
    #expect((back.width, back.height) == (6, 3))
    #expect(back.pixels == (0..<3).flatMap { _ in [10, 10, 10, 200, 200, 200] as [UInt8] })

    let rgb = Picture(width: 1, height: 2, channels: .rgb, bytes: [1, 2, 3, 4, 5, 6], caption: "", alternative: "")
    let coloured = try decode(try #require(PNG.encode(rgb, scale: 2)), format: UInt32(PNG_FORMAT_FLAG_COLOR))
    #expect(coloured.pixels == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6, 4, 5, 6])
  }

  @Test func whatIsNoPictureIsNotWritten() {
    func encode(_ width: Int, _ height: Int, _ count: Int, scale: Int = 1) -> [UInt8]? {
      let bytes = [UInt8](repeating: 0, count: count)
      return PNG.encode(
        Picture(width: width, height: height, channels: .grey, bytes: bytes, caption: "", alternative: ""), scale: scale
      )
    }
    #expect(encode(0, 0, 0) == nil)
    #expect(encode(2, 2, 3) == nil)
    #expect(encode(2, 2, 5) == nil)
    #expect(encode(1, 1, 1, scale: 0) == nil)
    #expect(encode(-1, -1, 1) == nil)
  }
}
