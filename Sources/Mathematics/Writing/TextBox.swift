/// A rectangle of characters, with the line on which its neighbours stand.
struct TextBox: Hashable {
  private(set) var lines: [String]
  private(set) var baseline: Int

  var width: Int { lines.first?.count ?? 0 }
  var height: Int { lines.count }

  /// Creates a box of one line.
  init(_ text: String) {
    lines = [text]
    baseline = 0
  }

  /// Boxes below one another, each in the middle; neighbours stand on the baseline of the one that is named.
  init(stacking boxes: [TextBox], baselineOf index: Int) {
    let width = boxes.map(\.width).max() ?? 0
    lines = boxes.flatMap { $0.padded(to: width, .center).lines }
    baseline = boxes[..<index].reduce(0) { $0 + $1.height } + boxes[index].baseline
  }

  /// Boxes beside one another, on one baseline.
  init(joining boxes: [TextBox]) {
    let above = boxes.map(\.baseline).max() ?? 0
    let below = boxes.map { $0.height - $0.baseline }.max() ?? 1
    lines = (0..<(above + below)).map { line in
      boxes.map { box in
        let row = line - above + box.baseline
        return box.lines.indices.contains(row) ? box.lines[row] : String(repeating: " ", count: box.width)
      }.joined()
    }
    baseline = above
  }

  enum Side {
    case left, center, right
  }

  /// Returns a box as wide as asked for, with the content on one side.
  func padded(to width: Int, _ side: Side) -> TextBox {
    var padded = self
    let missing = max(0, width - self.width)
    let before =
      switch side {
      case .left: 0
      case .center: missing / 2
      case .right: missing
      }
    let left = String(repeating: " ", count: before)
    let right = String(repeating: " ", count: missing - before)
    padded.lines = lines.map { left + $0 + right }
    return padded
  }

  /// The box with the baseline in the middle, as a table stands.
  var centered: TextBox {
    var centered = self
    centered.baseline = (height - 1) / 2
    return centered
  }

  /// Returns the box between delimiters that are as tall as it is.
  func enclosed(left: String, right: String) -> TextBox {
    TextBox(joining: [tall(left), self, tall(right)].filter { $0.width > 0 })
  }

  private func tall(_ delimiter: String) -> TextBox {
    guard height > 1, let pieces = Self.pieces[delimiter] else { return TextBox(delimiter) }
    var box = self
    box.lines = (0..<height).map { line in
      if line == 0 { return pieces.top }
      if line == height - 1 { return pieces.bottom }
      return line == baseline ? pieces.middle : pieces.side
    }
    return box
  }

  private static let pieces: [String: (top: String, side: String, middle: String, bottom: String)] = [
    "(": ("⎛", "⎜", "⎜", "⎝"), ")": ("⎞", "⎟", "⎟", "⎠"), "[": ("⎡", "⎢", "⎢", "⎣"), "]": ("⎤", "⎥", "⎥", "⎦"),
    "{": ("⎧", "⎪", "⎨", "⎩"), "}": ("⎫", "⎪", "⎬", "⎭"), "|": ("│", "│", "│", "│"), "‖": ("║", "║", "║", "║"),
    "⌊": ("⎢", "⎢", "⎢", "⎣"), "⌋": ("⎥", "⎥", "⎥", "⎦"), "⌈": ("⎡", "⎢", "⎢", "⎢"), "⌉": ("⎤", "⎥", "⎥", "⎥"),
  ]
}
