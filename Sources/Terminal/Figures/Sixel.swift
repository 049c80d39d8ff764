import Events

/// A picture as sixels: six rows of pixels at a time, a colour after the other, as DEC's VT340 drew them.
enum Sixel {
  /// Levels of each channel: 216 colours, of which no terminal has fewer registers.
  private static let levels = 6

  /// Returns the sequence that draws a picture from the cursor on.
  static func sequence(_ picture: Picture) -> String {
    let isGrey = picture.channels == .grey
    // 64 greys, or a cube of colours.
    func register(_ x: Int, _ y: Int) -> Int {
      let start = (y * picture.width + x) * picture.channels.rawValue
      if isGrey { return Int(picture.bytes[start]) / 4 }
      return (0..<3).reduce(0) { $0 * levels + (Int(picture.bytes[start + $1]) * (levels - 1) + 127) / 255 }
    }
    // P2 = 1: what is not drawn stays as it is. The raster's attributes say that pixels are square.
    var text = "\u{1B}P0;1q\"1;1;\(picture.width);\(picture.height)"
    var known = Set<Int>()
    for top in stride(from: 0, to: picture.height, by: 6) {
      if top > 0 { text += "-" }
      let rows = top..<min(top + 6, picture.height)
      var bands: [Int: [UInt8]] = [:]
      for y in rows {
        for x in 0..<picture.width {
          bands[register(x, y), default: Array(repeating: 0, count: picture.width)][x] |= 1 << (y - top)
        }
      }
      for (index, band) in bands.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { text += "$" }
        text += "#\(band.key)"
        if known.insert(band.key).inserted { text += definition(of: band.key, isGrey: isGrey) }
        text += runs(band.value)
      }
    }
    return text + "\u{1B}\\"
  }

  /// A register's colour, in percent.
  private static func definition(of register: Int, isGrey: Bool) -> String {
    let parts =
      isGrey
      ? Array(repeating: register * 100 / 63, count: 3)
      : [register / (levels * levels), register / levels % levels, register % levels].map { $0 * 100 / (levels - 1) }
    return ";2;\(parts[0]);\(parts[1]);\(parts[2])"
  }

  /// Columns of six pixels, equal ones counted.
  private static func runs(_ band: [UInt8]) -> String {
    var text = ""
    var index = 0
    while index < band.count {
      let end = band[index...].firstIndex { $0 != band[index] } ?? band.count
      let sign = String(Character(Unicode.Scalar(63 + band[index])))
      text += end - index > 3 ? "!\(end - index)\(sign)" : String(repeating: sign, count: end - index)
      index = end
    }
    return text
  }
}
