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
    return reduced(by: share)
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

  private func reduced(by share: Double) -> Picture {
    let columns = Self.parts(width, share) { x in (0..<height).lazy.map { y in pixel(x, y) } }
    let rows = Self.parts(height, share) { y in (0..<width).lazy.map { x in pixel(x, y) } }
    var result = self
    (result.width, result.height) = (columns.count, rows.count)
    result.bytes = []
    result.bytes.reserveCapacity(columns.count * rows.count * channels.rawValue)
    for rows in rows {
      for columns in columns {
        for channel in 0..<channels.rawValue {
          var sum = 0
          for row in rows {
            for column in columns { sum += Int(bytes[(row * width + column) * channels.rawValue + channel]) }
          }
          result.bytes.append(UInt8(sum / (rows.count * columns.count)))
        }
      }
    }
    return result
  }

  private func pixel(_ x: Int, _ y: Int) -> ArraySlice<UInt8> {
    let start = (y * width + x) * channels.rawValue
    return bytes[start..<start + channels.rawValue]
  }

  /// Returns the pixels of an axis that each pixel of the smaller picture stands for. The gutters of a sheet stay a pixel
  /// wide: without them, its pictures would grow together.
  ///
  /// - Parameter line: returns the pixels across the axis at a place.
  private static func parts<Line: Sequence<ArraySlice<UInt8>>>(
    _ length: Int, _ share: Double, line: (Int) -> Line
  ) -> [Range<Int>] {
    func parts(of range: Range<Int>, _ count: Int) -> [Range<Int>] {
      (0..<count).map { index in
        let start = index * range.count / count
        return range.lowerBound + start..<range.lowerBound + max(start + 1, (index + 1) * range.count / count)
      }
    }
    if let period = period(length, line) {
      let inside = Int(Double(period) * share + 1e-6) - 1
      if inside >= 2 {
        return (0..<(length + 1) / period).flatMap { tile in
          let start = tile * period, end = start + period - 1
          return (tile == 0 ? [] : [start - 1..<start]) + parts(of: start..<end, inside)
        }
      }
    }
    return parts(of: 0..<length, max(1, Int(Double(length) * share + 1e-6)))
  }

  /// Returns the distance from one gutter of a sheet to the next: all pixels of each have one colour. `nil` where there is
  /// none.
  private static func period<Line: Sequence<ArraySlice<UInt8>>>(_ length: Int, _ line: (Int) -> Line) -> Int? {
    guard length > 6 else { return nil }
    return (4...(length + 1) / 2).first { period in
      guard (length + 1) % period == 0 else { return false }
      let colour = line(period - 1).first { _ in true }
      return stride(from: period - 1, to: length, by: period).allSatisfy { place in
        line(place).allSatisfy { $0 == colour }
      }
    }
  }
}
