import CPNG
import Files
import Testing

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

  func pixels(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 251) } }

  @Test(arguments: [(1, 1), (3, 2), (44, 17), (301, 203)]) func greyComesBack(width: Int, height: Int) throws {
    let bytes = pixels(width * height)
    let file = try #require(PNG.encode(bytes, width: width, height: height, channels: 1))
    let back = try decode(file, format: UInt32(PNG_FORMAT_GRAY))
    #expect(back.width == width)
    #expect(back.height == height)
    #expect(back.pixels == bytes)
  }

  @Test func coloursComeBack() throws {
    let bytes = pixels(5 * 4 * 3)
    let file = try #require(PNG.encode(bytes, width: 5, height: 4, channels: 3))
    let back = try decode(file, format: UInt32(PNG_FORMAT_FLAG_COLOR))
    #expect(back.pixels == bytes)
  }

  @Test func whatIsNoPictureIsNotWritten() {
    func encode(_ width: Int, _ height: Int, _ count: Int) -> [UInt8]? {
      PNG.encode([UInt8](repeating: 0, count: count), width: width, height: height, channels: 1)
    }
    #expect(encode(0, 0, 0) == nil)
    #expect(encode(2, 2, 3) == nil)
    #expect(encode(2, 2, 5) == nil)
    #expect(encode(-1, -1, 1) == nil)
  }
}
