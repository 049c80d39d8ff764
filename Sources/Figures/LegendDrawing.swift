import Events

/// The row below a drawn plane that says which colour is which class: `class ●0 ●1`.
struct LegendDrawing {
  private let colours: ClassColours
  private let width: Int
  /// Pixels of the picture for one of a letter.
  private let scale: Int

  init(_ colours: ClassColours, width: Int) {
    self.colours = colours
    self.width = width
    scale = max(1, width / 240)
  }

  private var lineHeight: Int { 13 * scale }

  /// Rows of pixels, each as wide as the drawing; none where there is nothing to say.
  var pixels: [PlaneDrawing.Colour] {
    guard !colours.entries.isEmpty else { return [] }
    let lines = self.lines
    var pixels = [PlaneDrawing.Colour](repeating: Palette.ground, count: lines.count * lineHeight * width)
    for (index, line) in lines.enumerated() {
      let top = index * lineHeight + 3 * scale
      for part in line {
        if let colour = part.colour { drawDisc(colour, left: part.left, top: top, &pixels) }
        let left = part.left + (part.colour == nil ? 0 : 9 * scale)
        for (place, letter) in part.text.enumerated() {
          draw(letter, left: left + 6 * scale * place, top: top, &pixels)
        }
      }
    }
    return pixels
  }

  private struct Part {
    var colour: PlaneDrawing.Colour?
    var text: String
    var left = 0
  }

  /// Each part behind the one before it, or on the next line where there is no more room.
  private var lines: [[Part]] {
    let gap = 5 * scale
    var lines: [[Part]] = [[]]
    var left = gap
    let classes = colours.entries.map {
      Part(colour: PlaneDrawing.Colour(Float($0.red), Float($0.green), Float($0.blue)), text: $0.label)
    }
    for var part in [Part(text: "class")] + classes {
      let columns = (part.colour == nil ? 0 : 9 * scale) + 6 * scale * part.text.count
      if left + columns > width, left > gap {
        lines.append([])
        left = gap
      }
      part.left = left
      lines[lines.count - 1].append(part)
      left += columns + gap
    }
    return lines
  }

  private func drawDisc(
    _ colour: PlaneDrawing.Colour, left: Int, top: Int, _ pixels: inout [PlaneDrawing.Colour]
  ) {
    let radius = 3.5 * Float(scale)
    for row in 0..<7 * scale {
      for column in 0..<min(7 * scale, max(0, width - left)) {
        let dx = Float(column) + 0.5 - radius, dy = Float(row) + 0.5 - radius
        let cover = min(1, max(0, radius + 0.5 - (dx * dx + dy * dy).squareRoot()))
        let place = (top + row) * width + left + column
        pixels[place] = pixels[place].mixed(with: colour, cover)
      }
    }
  }

  private func draw(_ letter: Character, left: Int, top: Int, _ pixels: inout [PlaneDrawing.Colour]) {
    guard let rows = Self.letters[letter] else { return }
    for (row, bits) in rows.enumerated() {
      for column in 0..<5 where bits & (0b10000 >> column) != 0 {
        for y in 0..<scale {
          for x in 0..<scale {
            let across = left + column * scale + x
            if across < width { pixels[(top + row * scale + y) * width + across] = Palette.point }
          }
        }
      }
    }
  }

  /// Five pixels by seven: what a class can be called, a row of pixels a number.
  private static let letters: [Character: [UInt8]] = [
    "0": [14, 17, 17, 17, 17, 17, 14], "1": [4, 12, 4, 4, 4, 4, 14], "2": [14, 17, 1, 6, 8, 16, 31],
    "3": [14, 17, 1, 6, 1, 17, 14], "4": [3, 5, 9, 17, 31, 1, 1], "5": [31, 16, 30, 1, 1, 17, 14],
    "6": [14, 16, 16, 30, 17, 17, 14], "7": [31, 1, 2, 2, 4, 4, 4], "8": [14, 17, 17, 14, 17, 17, 14],
    "9": [14, 17, 17, 15, 1, 1, 14], "-": [0, 0, 0, 14, 0, 0, 0], ",": [0, 0, 0, 0, 0, 4, 8],
    "…": [0, 0, 0, 0, 0, 0, 21], "c": [0, 0, 14, 16, 16, 16, 14], "l": [12, 4, 4, 4, 4, 4, 14],
    "a": [0, 0, 14, 1, 15, 17, 15], "s": [0, 0, 15, 16, 14, 1, 30],
  ]
}
