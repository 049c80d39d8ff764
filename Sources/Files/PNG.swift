import CPNG

/// Pixels as a PNG file.
package enum PNG {
  /// The bytes of a PNG file.
  ///
  /// - Parameters:
  ///   - pixels: `[height × width × channels]`, row by row from the top left.
  ///   - channels: 1 for grey, 3 for red, green and blue.
  /// - Returns: `nil` where there are no pixels, or they do not fill the picture.
  package static func encode(_ pixels: [UInt8], width: Int, height: Int, channels: Int) -> [UInt8]? {
    guard width > 0, height > 0, channels == 1 || channels == 3, pixels.count == width * height * channels else {
      return nil
    }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = channels == 1 ? png_uint_32(PNG_FORMAT_GRAY) : png_uint_32(PNG_FORMAT_FLAG_COLOR)
    var capacity = png_alloc_size_t(pixels.count + pixels.count / 100 + 4096)
    var file = [UInt8](repeating: 0, count: capacity)
    let written = png_image_write_to_memory(&image, &file, &capacity, 0, pixels, 0, nil)
    guard written != 0, capacity <= file.count else { return nil }
    return Array(file.prefix(capacity))
  }
}
