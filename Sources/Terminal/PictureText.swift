import Display

/// A picture in character cells: each cell shows two pixels, one above the other, as the colours of a half block.
package struct PictureText {
  private let picture: Picture
  private let scale: Int

  /// - Parameter width: columns that the picture may take. Small pictures are enlarged by a whole number; a picture
  ///   wider than that is made smaller by leaving out pixels.
  package init(_ picture: Picture, width: Int) {
    self.picture = picture
    scale = max(1, min(3, width / max(1, picture.width)))
    step = max(1, (picture.width + width - 1) / max(1, width))
  }

  private let step: Int

  package func lines(_ colours: Screen.Colours) -> [String] {
    let columns = picture.width / step * scale
    let rows = picture.height / step * scale
    return stride(from: 0, to: rows, by: 2).map { row in
      var line = ""
      var current = ""
      for column in 0..<columns {
        let top = pixel(column, row)
        let bottom = row + 1 < rows ? pixel(column, row + 1) : nil
        guard colours != .none else {
          line += outline(top, bottom)
          continue
        }
        let sequence = code(top, 38, colours) + (bottom.map { code($0, 48, colours) } ?? "\u{1B}[49m")
        if sequence != current { line += sequence }
        current = sequence
        line += "▀"
      }
      return colours == .none ? line : line + "\u{1B}[0m"
    }
  }

  private struct Colour {
    var red: UInt8, green: UInt8, blue: UInt8

    var brightness: Int { (Int(red) * 299 + Int(green) * 587 + Int(blue) * 114) / 1000 }
  }

  private func pixel(_ column: Int, _ row: Int) -> Colour {
    let index = (row / scale * step * picture.width + column / scale * step) * picture.channels.rawValue
    switch picture.channels {
    case .grey:
      let grey = picture.bytes[index]
      return Colour(red: grey, green: grey, blue: grey)
    case .rgb:
      return Colour(red: picture.bytes[index], green: picture.bytes[index + 1], blue: picture.bytes[index + 2])
    }
  }

  /// The sequence for a foreground (38) or background (48).
  private func code(_ colour: Colour, _ ground: Int, _ colours: Screen.Colours) -> String {
    if colours == .full { return "\u{1B}[\(ground);2;\(colour.red);\(colour.green);\(colour.blue)m" }
    let isGrey = colour.red == colour.green && colour.green == colour.blue
    let index =
      isGrey
      ? greyIndex(Int(colour.red))
      : 16 + 36 * (Int(colour.red) * 5 / 255) + 6 * (Int(colour.green) * 5 / 255) + Int(colour.blue) * 5 / 255
    return "\u{1B}[\(ground);5;\(index)m"
  }

  /// The palette has 24 greys between its black and its white.
  private func greyIndex(_ value: Int) -> Int {
    switch value {
    case ..<4: 16
    case 247...: 231
    default: 232 + min(23, (value - 3) / 10)
    }
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
}
