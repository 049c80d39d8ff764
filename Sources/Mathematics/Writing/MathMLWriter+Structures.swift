extension MathMLWriter {
  mutating func writeFraction(
    _ above: Expression, _ below: Expression, _ style: Expression.FractionStyle, display: Bool
  ) {
    let attributes =
      switch style {
      case .automatic: ""
      case .display: " displaystyle=\"true\""
      case .text: " displaystyle=\"false\""
      }
    element("mfrac", attributes) { writer in
      writer.one(above, display: false)
      writer.one(below, display: false)
    }
  }

  mutating func writeScripts(
    _ base: Expression, _ below: Expression?, _ above: Expression?, isStacked: Bool, display: Bool
  ) {
    let name =
      switch (below != nil, above != nil) {
      case (true, true): isStacked ? "munderover" : "msubsup"
      case (true, false): isStacked ? "munder" : "msub"
      default: isStacked ? "mover" : "msup"
      }
    element(name) { writer in
      writer.one(base, display: display)
      for script in [below, above] {
        if let script { writer.one(script, display: false) }
      }
    }
  }

  mutating func write(_ accent: Accent, _ content: Expression, display: Bool) {
    let sign =
      switch accent {
      case .hat, .widehat: "^"
      case .bar, .overline: "‾"
      case .tilde, .widetilde: "~"
      case .vec: "→"
      case .dot: "˙"
      case .ddot: "¨"
      case .check: "ˇ"
      }
    let isWide = accent == .widehat || accent == .widetilde || accent == .overline
    // The attribute is on the sign: on `mover`, a browser without a font for mathematics sets the sign into the letter.
    element("mover") { writer in
      writer.one(content, display: display)
      writer.leaf("mo", sign, " accent=\"true\" stretchy=\"\(isWide)\"")
    }
  }

  mutating func writeBrace(_ content: Expression, _ isOver: Bool, _ label: Expression?, display: Bool) {
    let name = isOver ? "mover" : "munder"
    let braced = { (writer: inout MathMLWriter) in
      writer.element(name) { writer in
        writer.one(content, display: display)
        writer.leaf("mo", isOver ? "⏞" : "⏟", " stretchy=\"true\"")
      }
    }
    guard let label else { return braced(&self) }
    element(name) { writer in
      braced(&writer)
      writer.one(label, display: false)
    }
  }

  mutating func write(_ fence: Expression.Fence, _ items: [Expression], display: Bool) {
    let size = Self.size(fence.height)
    let stretch = " stretchy=\"\(fence.isStretchy || fence.height != nil)\"\(size)"
    element("mrow") { writer in
      if !fence.left.isEmpty { writer.leaf("mo", fence.left, " form=\"prefix\"\(stretch)") }
      writer.write(.row(items), display: display)
      if !fence.right.isEmpty { writer.leaf("mo", fence.right, " form=\"postfix\"\(stretch)") }
    }
  }

  mutating func write(_ grid: Expression.Grid) {
    let fence =
      switch grid.kind {
      case .aligned, .gathered: (left: "", right: "")
      case .cases: (left: "{", right: "")
      case .matrix(let left, let right): (left: left, right: right)
      }
    let isEquations = grid.kind == .aligned || grid.kind == .gathered
    element("mrow") { writer in
      if !fence.left.isEmpty { writer.leaf("mo", fence.left, " form=\"prefix\" stretchy=\"true\"") }
      writer.element("mtable", isEquations ? " displaystyle=\"true\"" : "") { writer in
        for row in grid.rows { writer.write(row, of: grid.kind, display: isEquations) }
      }
      if !fence.right.isEmpty { writer.leaf("mo", fence.right, " form=\"postfix\" stretchy=\"true\"") }
    }
  }

  private mutating func write(_ row: [Expression], of kind: Expression.Grid.Kind, display: Bool) {
    element("mtr") { writer in
      for (column, cell) in row.enumerated() {
        writer.element("mtd", Self.alignment(column, kind)) { writer in
          // What stands behind `&` goes on from what stands before it: its first sign is an operation.
          writer.writeRow(cell.items, display: display, isContinued: kind == .aligned && !column.isMultiple(of: 2))
        }
      }
    }
  }

  private static func alignment(_ column: Int, _ kind: Expression.Grid.Kind) -> String {
    switch kind {
    case .aligned:
      column.isMultiple(of: 2)
        ? " style=\"text-align: right; padding-right: 0\"" : " style=\"text-align: left; padding-left: 0\""
    case .cases: " style=\"text-align: left\""
    case .gathered, .matrix: ""
    }
  }
}
