import Display
import Figures

/// A picture in character cells: each cell shows two pixels, one above the other, as the colours of a half block.
package struct PictureText {
  private let picture: Picture

  /// - Parameters:
  ///   - width: columns that the picture may take.
  ///   - rows: rows that it may take. A picture that is larger is made smaller; none is cut.
  ///   - largestScale: how many times a small picture may be enlarged.
  package init(_ picture: Picture, width: Int, rows: Int = 1 << 20, largestScale: Int = 3) {
    self.picture = picture.fitting(width: width, height: 2 * max(1, rows), largestScale: largestScale)
  }

  /// Columns that each of the lines takes.
  package var columns: Int { picture.width }

  package func lines(_ colours: Screen.Colours) -> [String] {
    let rows = stride(from: 0, to: picture.height, by: 2)
    guard colours != .none else {
      let isOutline = isBlackAndWhite
      return rows.map { row in
        (0..<columns).map { column in
          let top = pixel(column, row), bottom = row + 1 < picture.height ? pixel(column, row + 1) : nil
          return isOutline ? outline(top, bottom) : shade(top, bottom)
        }.joined()
      }
    }
    return rows.map { row in
      var line = ""
      var current = ""
      for column in 0..<columns {
        let bottom = row + 1 < picture.height ? pixel(column, row + 1) : nil
        let sequence =
          code(pixel(column, row), 38, colours) + (bottom.map { code($0, 48, colours) } ?? "\u{1B}[49m")
        if sequence != current { line += sequence }
        current = sequence
        line += "▀"
      }
      return line + "\u{1B}[0m"
    }
  }

  private func pixel(_ column: Int, _ row: Int) -> Colour {
    let index = (row * picture.width + column) * picture.channels.rawValue
    switch picture.channels {
    case .grey:
      let grey = Int(picture.bytes[index])
      return Colour(red: grey, green: grey, blue: grey)
    case .rgb:
      return Colour(
        red: Int(picture.bytes[index]), green: Int(picture.bytes[index + 1]), blue: Int(picture.bytes[index + 2]))
    }
  }

  /// The sequence for a foreground (38) or background (48).
  private func code(_ colour: Colour, _ ground: Int, _ colours: Screen.Colours) -> String {
    colours == .full
      ? "\u{1B}[\(ground);2;\(colour.red);\(colour.green);\(colour.blue)m"
      : "\u{1B}[\(ground);5;\(colour.paletteIndex)m"
  }

  /// Whether hardly a pixel is between black and white: an outline then says more than shades do.
  private var isBlackAndWhite: Bool {
    guard picture.channels == .grey else { return false }
    let between = picture.bytes.count { (64..<192).contains($0) }
    return between * 4 <= picture.bytes.count
  }

  /// Without colours: what is brighter than half is drawn, the rest left blank.
  private func outline(_ top: Colour, _ bottom: Colour?) -> String {
    switch (top.brightness > 110, (bottom?.brightness ?? 0) > 110) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  /// Without colours: the brighter, the more ink.
  private func shade(_ top: Colour, _ bottom: Colour?) -> String {
    let signs = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
    let brightness = (top.brightness + (bottom ?? top).brightness) / 2
    return signs[min(signs.count - 1, brightness * signs.count / 256)]
  }

  private struct Colour {
    var red: Int, green: Int, blue: Int

    var brightness: Int { (red * 299 + green * 587 + blue * 114) / 1000 }

    /// The nearest of the palette's 216 colours and 24 greys.
    var paletteIndex: Int {
      let cube = [red, green, blue].map { value in value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
      let levels = [0, 95, 135, 175, 215, 255]
      let mean = (red + green + blue) / 3
      let grey = min(23, max(0, (mean - 3) / 10))
      let inCube = distance(levels[cube[0]], levels[cube[1]], levels[cube[2]])
      let inGreys = distance(8 + 10 * grey, 8 + 10 * grey, 8 + 10 * grey)
      return inGreys < inCube ? 232 + grey : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
    }

    private func distance(_ red: Int, _ green: Int, _ blue: Int) -> Int {
      let (r, g, b) = (self.red - red, self.green - green, self.blue - blue)
      return r * r + g * g + b * b
    }
  }
}
