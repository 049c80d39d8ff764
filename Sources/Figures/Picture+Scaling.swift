import Events

extension Picture {
  /// The number of times that a small picture is enlarged in a file: eight pixels are hard to see, and a browser
  /// smooths what it scales itself. None becomes wider than 480 pixels so, or higher than 1,920.
  package var enlargement: Int { max(1, min(480 / max(1, width), 1_920 / max(1, height))) }

  /// The whole picture at a size that fits: enlarged by a whole number where there is room, so that pixels stay square;
  /// else made smaller, each pixel the mean of those that it stands for.
  ///
  /// - Parameter largestScale: how many times the picture may be enlarged at most.
  package func fitting(width: Int, height: Int, largestScale: Int) -> Picture {
    guard self.width > 0, self.height > 0, bytes.count == self.width * self.height * channels.rawValue else {
      return self
    }
    let room = (width: max(1, width), height: max(1, height))
    let scale = min(largestScale, room.width / self.width, room.height / self.height)
    guard scale < 1 else { return scale == 1 ? self : enlarged(by: scale) }
    let share = min(1, Double(room.width) / Double(self.width), Double(room.height) / Double(self.height))
    guard share < 1 else { return self }
    return reduced(
      width: max(1, Int(Double(self.width) * share + 1e-6)), height: max(1, Int(Double(self.height) * share + 1e-6)))
  }

  /// Each pixel as a square of `scale × scale`; the picture itself where its bytes do not fill it.
  package func enlarged(by scale: Int) -> Picture {
    guard scale > 1, bytes.count == width * height * self.channels.rawValue else { return self }
    var result = self
    (result.width, result.height) = (width * scale, height * scale)
    result.bytes = []
    result.bytes.reserveCapacity(bytes.count * scale * scale)
    let channels = channels.rawValue
    for y in 0..<height {
      let rowStart = result.bytes.count
      for x in 0..<width {
        let start = (y * width + x) * channels
        for _ in 0..<scale { result.bytes += bytes[start..<start + channels] }
      }
      let row = result.bytes[rowStart...]
      for _ in 1..<scale { result.bytes += row }
    }
    return result
  }

  private func reduced(width newWidth: Int, height newHeight: Int) -> Picture {
    var result = self
    (result.width, result.height) = (newWidth, newHeight)
    let channels = channels.rawValue
    result.bytes = []
    result.bytes.reserveCapacity(newWidth * newHeight * channels)
    for y in 0..<newHeight {
      let rows = y * height / newHeight..<max(y * height / newHeight + 1, (y + 1) * height / newHeight)
      for x in 0..<newWidth {
        let columns = x * width / newWidth..<max(x * width / newWidth + 1, (x + 1) * width / newWidth)
        for channel in 0..<channels {
          var sum = 0
          for row in rows {
            for column in columns { sum += Int(bytes[(row * width + column) * channels + channel]) }
          }
          result.bytes.append(UInt8(sum / (rows.count * columns.count)))
        }
      }
    }
    return result
  }
}
