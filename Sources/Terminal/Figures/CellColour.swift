/// A colour of the screen's cells.
struct CellColour: Equatable {
  var red: Int, green: Int, blue: Int

  var brightness: Int { (red * 299 + green * 587 + blue * 114) / 1000 }

  /// The sequence for a foreground (38) or background (48); to be called where there are colours.
  func code(_ ground: Int, _ colours: Screen.Colours) -> String {
    colours == .full ? "\u{1B}[\(ground);2;\(red);\(green);\(blue)m" : "\u{1B}[\(ground);5;\(paletteIndex)m"
  }

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
