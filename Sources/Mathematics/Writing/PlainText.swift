/// The writer of expressions on one line. What TeX says by place (over, under, above) is said by signs and parentheses.
enum PlainText {
  static func text(_ expression: Expression) -> String {
    switch expression {
    case .row(let items): RowLayout.text(items)
    case .identifier(let text), .word(let text), .number(let text), .text(let text): text
    case .function(let name, _), .largeOperator(let name, _): name
    case .symbol(let symbol): signs[symbol.text] ?? symbol.text
    case .space(let width): width >= 3 ? " " : ""
    case .fraction(let above, let below, _): fraction(above, below)
    case .root(let content, let index): root(content, index)
    case .scripts(let base, let below, let above), .stacked(let base, let below, let above):
      Script.text(base, below: below, above: above)
    case .accent(let accent, let content): self.accent(accent, content)
    case .brace(let content, _, let label):
      label.map { "⟦\(text(content)): \(text($0))⟧" } ?? text(content)
    case .fenced(let fence, let items): fence.left + RowLayout.text(items) + fence.right
    case .grid(let grid): self.grid(grid)
    }
  }

  /// Signs for which a plainer one reads better in a line of text.
  private static let signs = ["∣": "|", "⋅": "·", "∗": "*"]

  /// The text in parentheses, unless it is one thing already.
  static func enclosed(_ expression: Expression) -> String {
    isUnit(expression) ? text(expression) : "(\(text(expression)))"
  }

  /// Whether nothing that follows can come between its parts.
  static func isUnit(_ expression: Expression) -> Bool {
    switch expression {
    case .row(let items): items.isEmpty
    case .identifier, .word, .number, .function, .largeOperator, .symbol, .text, .space, .accent, .fenced: true
    case .brace(_, _, let label): label != nil
    case .grid(let grid): grid.kind != .aligned && grid.kind != .gathered
    case .fraction(let above, let below, _): commonFraction(above, below) != nil
    case .root, .scripts, .stacked: false
    }
  }

  private static func fraction(_ above: Expression, _ below: Expression) -> String {
    if let sign = commonFraction(above, below) { return sign }
    if case .number(let top) = above, case .number(let bottom) = below { return "\(top)/\(bottom)" }
    let top = isProduct(above) ? text(above) : "(\(text(above)))"
    let bottom = isFactor(below) ? text(below) : "(\(text(below)))"
    return "\(top) / \(bottom)"
  }

  /// `½` and the like, which need no parentheses anywhere.
  private static func commonFraction(_ above: Expression, _ below: Expression) -> String? {
    guard case .number(let top) = above, case .number(let bottom) = below else { return nil }
    return ["1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"]["\(top)/\(bottom)"]
  }

  /// Whether it can stand before a division's stroke as it is: things side by side, without signs and functions.
  private static func isProduct(_ expression: Expression) -> Bool {
    expression.items.allSatisfy { $0.isOperand && !isDivision($0) || $0.isSpace } && !expression.items.isEmpty
  }

  /// Whether it can stand behind a division's stroke as it is: one thing, or one with its arguments, `P(x)`.
  private static func isFactor(_ expression: Expression) -> Bool {
    guard isProduct(expression) else { return false }
    let items = expression.items.filter { !$0.isSpace }
    if items.count == 2 { return isApplied(items[0]) && items[1].isFenced || items[0].isDifferential }
    return items.count == 1
  }

  private static func isDivision(_ expression: Expression) -> Bool {
    switch expression {
    case .fraction(let above, let below, _): commonFraction(above, below) == nil
    case .symbol(let symbol): symbol.text == "/"
    default: false
    }
  }

  /// Whether a parenthesis behind it holds its arguments rather than another factor.
  private static func isApplied(_ expression: Expression) -> Bool {
    switch expression {
    case .identifier, .word, .accent: true
    case .scripts(let base, _, _): isApplied(base)
    default: false
    }
  }

  private static func root(_ content: Expression, _ index: Expression?) -> String {
    let argument: String
    switch content {
    case .identifier, .number, .word, .accent, .scripts(.identifier, _?, nil), .scripts(.accent, _?, nil):
      argument = text(content)
    case .fenced(let fence, _) where fence.left == "(": argument = text(content)
    default: argument = "(\(text(content)))"
    }
    guard let index else { return "√" + argument }
    switch text(index) {
    case "3": return "∛" + argument
    case "4": return "∜" + argument
    case let written:
      return Script.raised(written).map { $0 + "√" + argument } ?? "\(argument)^(1 / \(enclosed(index)))"
    }
  }

  private static func accent(_ accent: Accent, _ content: Expression) -> String {
    switch content {
    case .identifier(let letter) where letter.count == 1: return letter + accent.combining
    case .scripts(.identifier(let letter), let below, let above) where letter.count == 1:
      return Script.text(.identifier(letter + accent.combining), below: below, above: above)
    default: return "\(accent.name)(\(text(content)))"
    }
  }

  private static func grid(_ grid: Expression.Grid) -> String {
    switch grid.kind {
    case .aligned, .gathered:
      return grid.rows.map { RowLayout.text($0.flatMap(\.items)) }.joined(separator: "; ")
    case .cases:
      return "{" + grid.rows.map(caseText).joined(separator: "; ") + "}"
    case .matrix(let left, let right):
      let rows = grid.rows.map { $0.map(text).joined(separator: ", ") }.joined(separator: "; ")
      return left.isEmpty ? "[\(rows)]" : left + rows + right
    }
  }

  private static func caseText(_ cells: [Expression]) -> String {
    var line = ""
    for cell in cells {
      let text = text(cell).trimmingSpaces
      if !line.isEmpty { line += line.last == "," ? " " : ", " }
      line += text
    }
    return line.last == "," ? String(line.dropLast()) : line
  }
}

extension Accent {
  /// The combining character that puts the mark over one letter.
  fileprivate var combining: String {
    switch self {
    case .hat, .widehat: "\u{302}"
    case .bar: "\u{304}"
    case .overline: "\u{305}"
    case .tilde, .widetilde: "\u{303}"
    case .vec: "\u{20D7}"
    case .dot: "\u{307}"
    case .ddot: "\u{308}"
    case .check: "\u{30C}"
    }
  }

  fileprivate var name: String {
    switch self {
    case .widehat: "hat"
    case .widetilde: "tilde"
    case .overline: "bar"
    default: rawValue
    }
  }
}

extension String {
  var trimmingSpaces: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
