import CPNG
import Display

/// A picture as a PNG file.
package enum PNG {
  /// The bytes of a PNG file, each pixel of the picture enlarged to `scale × scale`.
  ///
  /// - Returns: `nil` where the picture has no pixels or its bytes do not fill it.
  package static func encode(_ picture: Picture, scale: Int = 1) -> [UInt8]? {
    let channels = picture.channels.rawValue
    guard picture.width > 0, picture.height > 0, scale > 0,
      picture.bytes.count == picture.width * picture.height * channels
    else { return nil }
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(picture.width * scale)
    image.height = png_uint_32(picture.height * scale)
    image.format = picture.channels == .grey ? png_uint_32(PNG_FORMAT_GRAY) : png_uint_32(PNG_FORMAT_FLAG_COLOR)
    let pixels = scale == 1 ? picture.bytes : picture.enlarged(by: scale).bytes
    var capacity = png_alloc_size_t(pixels.count + pixels.count / 100 + 4096)
    var file = [UInt8](repeating: 0, count: capacity)
    let written = png_image_write_to_memory(&image, &file, &capacity, 0, pixels, 0, nil)
    guard written != 0, capacity <= file.count else { return nil }
    return Array(file.prefix(capacity))
  }
}
