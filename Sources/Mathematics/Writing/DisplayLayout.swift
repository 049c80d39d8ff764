/// The layout of a display on as many lines as it needs: fractions with a stroke, limits over and under, tall
/// delimiters.
enum DisplayLayout {
  /// Lays out one expression. As in TeX, limits stand beside their operator within a fraction: there `hasLimits` is
  /// false.
  static func box(_ expression: Expression, hasLimits: Bool = true) -> TextBox {
    let style = hasLimits ? RowLayout.Style.display : .small
    switch expression {
    case .row(let items): return RowLayout.box(items, style)
    case .fraction(let above, let below, _): return fraction(expression, above, below)
    case .scripts(let base, let below, let above) where base.hasLimits && hasLimits: return stack(base, below, above)
    case .stacked(let base, let below, let above): return stack(base, below, above)
    case .scripts(let base, let below, let above): return scripts(expression, base, below, above)
    case .brace(let content, let isOver, let label?): return brace(content, isOver, label)
    case .fenced(let fence, let items):
      return RowLayout.box(items, style).enclosed(left: fence.left, right: fence.right)
    case .root(let content, nil):
      let inside = box(content, hasLimits: hasLimits)
      guard inside.height > 1 else { return TextBox(PlainText.text(expression)) }
      return TextBox(joining: [TextBox("√"), inside.enclosed(left: "(", right: ")")])
    case .grid(let grid): return self.grid(grid)
    default: return TextBox(PlainText.text(expression))
    }
  }

  private static func fraction(_ whole: Expression, _ above: Expression, _ below: Expression) -> TextBox {
    if case .number = above, case .number = below { return TextBox(PlainText.text(whole)) }
    let top = box(above, hasLimits: false)
    let bottom = box(below, hasLimits: false)
    // The stroke of a fraction in a fraction is the shorter one.
    let overhang = top.height > 1 || bottom.height > 1 ? 2 : 0
    let stroke = TextBox(String(repeating: "─", count: max(top.width, bottom.width) + overhang))
    return TextBox(stacking: [top, stroke, bottom], baselineOf: 1)
  }

  private static func stack(_ base: Expression, _ below: Expression?, _ above: Expression?) -> TextBox {
    let over = above.map { [TextBox(limit($0))] } ?? []
    let under = below.map { [TextBox(limit($0))] } ?? []
    return TextBox(stacking: over + [box(base)] + under, baselineOf: over.count)
  }

  private static func limit(_ expression: Expression) -> String {
    PlainText.text(expression).replacing(" = ", with: "=")
  }

  /// Scripts behind a tall base: at its top right and its bottom right.
  private static func scripts(
    _ whole: Expression, _ base: Expression, _ below: Expression?, _ above: Expression?
  ) -> TextBox {
    var stem = box(base)
    guard stem.height > 1 else { return TextBox(PlainText.text(whole)) }
    if !base.isFenced { stem = stem.enclosed(left: "(", right: ")") }
    let empty = Expression.row([])
    let top = TextBox(above.map { Script.text(empty, below: nil, above: $0) } ?? "")
    let bottom = TextBox(below.map { Script.text(empty, below: $0, above: nil) } ?? "")
    let middle = Array(repeating: TextBox(""), count: stem.height - 2)
    let width = max(top.width, bottom.width)
    let column = [top] + middle + [bottom]
    let marks = TextBox(stacking: column.map { $0.padded(to: width, .left) }, baselineOf: stem.baseline)
    return TextBox(joining: [stem, marks])
  }

  private static func brace(_ content: Expression, _ isOver: Bool, _ label: Expression) -> TextBox {
    let inside = box(content)
    let words = TextBox(PlainText.text(label))
    let side = max(1, (max(inside.width, 3) - 3) / 2)
    let rest = max(1, max(inside.width, 3) - 3 - side)
    let line = { (left: String, middle: String, right: String) in
      TextBox(left + String(repeating: "─", count: side) + middle + String(repeating: "─", count: rest) + right)
    }
    return isOver
      ? TextBox(stacking: [words, line("╭", "┴", "╮"), inside], baselineOf: 2)
      : TextBox(stacking: [inside, line("╰", "┬", "╯"), words], baselineOf: 0)
  }

  private static func grid(_ grid: Expression.Grid) -> TextBox {
    let cells = grid.rows.map { row in row.map { RowLayout.box($0.items, .display) } }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
    }
    var rows: [TextBox] = []
    for row in cells {
      var boxes: [TextBox] = []
      for column in 0..<columns {
        let cell = row.indices.contains(column) ? row[column] : TextBox("")
        if column > 0 { boxes.append(TextBox(gap(before: column, grid.kind))) }
        boxes.append(cell.padded(to: widths[column], side(column, grid.kind)))
      }
      // Tall rows need air between them.
      if let last = rows.last, last.height > 1 || boxes.contains(where: { $0.height > 1 }) { rows.append(TextBox("")) }
      rows.append(TextBox(joining: boxes))
    }
    let table = TextBox(stacking: rows, baselineOf: 0).centered
    switch grid.kind {
    case .aligned, .gathered: return table
    case .cases: return TextBox(joining: [table.enclosed(left: "{", right: "")])
    case .matrix(let left, let right):
      return table.enclosed(left: left.isEmpty ? "[" : left, right: right.isEmpty ? "]" : right)
    }
  }

  private static func gap(before column: Int, _ kind: Expression.Grid.Kind) -> String {
    kind == .aligned && !column.isMultiple(of: 2) ? " " : "  "
  }

  private static func side(_ column: Int, _ kind: Expression.Grid.Kind) -> TextBox.Side {
    switch kind {
    case .aligned: column.isMultiple(of: 2) ? .right : .left
    case .cases: .left
    case .gathered, .matrix: .center
    }
  }
}
