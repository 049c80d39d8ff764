import Events
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
          pixel(column, row).code(38, colours) + (bottom?.code(48, colours) ?? "\u{1B}[49m")
        if sequence != current { line += sequence }
        current = sequence
        line += "▀"
      }
      return line + "\u{1B}[0m"
    }
  }

  private func pixel(_ column: Int, _ row: Int) -> CellColour {
    let index = (row * picture.width + column) * picture.channels.rawValue
    switch picture.channels {
    case .grey:
      let grey = Int(picture.bytes[index])
      return CellColour(red: grey, green: grey, blue: grey)
    case .rgb:
      return CellColour(
        red: Int(picture.bytes[index]), green: Int(picture.bytes[index + 1]), blue: Int(picture.bytes[index + 2]))
    }
  }

  /// Whether hardly a pixel is between black and white: an outline then says more than shades do.
  private var isBlackAndWhite: Bool {
    guard picture.channels == .grey else { return false }
    let between = picture.bytes.count { (64..<192).contains($0) }
    return between * 4 <= picture.bytes.count
  }

  /// Returns the sign of a cell without colours: what is brighter than half is drawn, the rest left blank.
  private func outline(_ top: CellColour, _ bottom: CellColour?) -> String {
    switch (top.brightness > 110, (bottom?.brightness ?? 0) > 110) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }

  /// Returns the sign of a cell without colours: the brighter, the more ink.
  private func shade(_ top: CellColour, _ bottom: CellColour?) -> String {
    let signs = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]
    let brightness = (top.brightness + (bottom ?? top).brightness) / 2
    return signs[min(signs.count - 1, brightness * signs.count / 256)]
  }
}
