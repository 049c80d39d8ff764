import Display

/// Pictures side by side, each as large as its share of the room allows.
package struct PictureRow {
  /// `nil` where there is nothing to see.
  package let picture: Picture?

  /// - Parameters:
  ///   - width: pixels from left to right that all of them may take together.
  ///   - height: pixels from top to bottom.
  package init(_ pictures: [Picture], width: Int, height: Int) {
    let gap = 2
    let share = pictures.isEmpty ? 0 : (width - gap * (pictures.count - 1)) / pictures.count
    guard share > 0, height > 0 else {
      picture = nil
      return
    }
    let scaled = pictures.map { Scaled($0, width: share, height: height) }
    let rows = scaled.map(\.height).max() ?? 0
    let columns = scaled.reduce(gap * (pictures.count - 1)) { $0 + $1.width }
    var bytes = [UInt8](repeating: 0, count: columns * rows * 3)
    var left = 0
    for part in scaled {
      for row in 0..<part.height {
        for column in 0..<part.width {
          for (channel, byte) in part.pixel(column, row).enumerated() {
            bytes[(row * columns + left + column) * 3 + channel] = byte
          }
        }
      }
      left += part.width + gap
    }
    picture = Picture(
      width: columns, height: rows, channels: .rgb, bytes: bytes, caption: "",
      alternative: pictures.map(\.sentence).joined(separator: " "))
  }

  /// A picture enlarged by a whole number, or made smaller by leaving out pixels.
  private struct Scaled {
    let picture: Picture
    let factor: Int
    let step: Int
    let width: Int
    let height: Int

    init(_ picture: Picture, width: Int, height: Int) {
      self.picture = picture
      factor = max(1, min(width / picture.width, height / picture.height))
      step = max(1, (picture.width + width - 1) / width, (picture.height + height - 1) / height)
      self.width = picture.width * factor / step
      self.height = picture.height * factor / step
    }

    func pixel(_ column: Int, _ row: Int) -> [UInt8] {
      let index = (row * step / factor * picture.width + column * step / factor) * picture.channels.rawValue
      return (0..<3).map { picture.bytes[index + (picture.channels == .grey ? 0 : $0)] }
    }
  }
}
