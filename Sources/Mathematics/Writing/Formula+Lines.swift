extension Formula {
  /// The formula as a display: fractions on three lines, limits over and under. Where that is wider than `width`
  /// columns, each equation is on one line instead, which the caller may have to wrap.
  package func lines(width: Int) -> [String] {
    let box = DisplayLayout.box(expression)
    if box.width <= width { return box.lines.map(\.trimmingEnd) }
    guard case .grid(let grid) = expression, grid.kind == .aligned || grid.kind == .gathered else { return [plainText] }
    return grid.rows.map { RowLayout.text($0.flatMap(\.items)) }
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
