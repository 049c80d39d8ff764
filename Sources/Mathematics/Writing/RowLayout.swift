/// The layout of a row's items beside one another, with the spaces that make it read as TeX sets it.
struct RowLayout {
  private var boxes: [TextBox] = []
  /// The number of spaces at the end so far.
  private var trailingSpaces = 0
  /// The item before, spaces aside.
  private var previous: Expression?
  private var isAfterSpace = true
  /// Whether the item before stood at the start or behind a space.
  private var previousIsAfterSpace = true
  private let style: Style

  enum Style {
    /// A single line.
    case flat
    /// The height that a display needs.
    case display
    /// The height that the row needs, with limits beside their operators.
    case small
  }

  private init(_ style: Style) {
    self.style = style
  }

  /// The row on one line.
  static func text(_ items: [Expression]) -> String {
    box(items, .flat).lines[0].trimmingSpaces
  }

  static func box(_ items: [Expression], _ style: Style) -> TextBox {
    var row = RowLayout(style)
    let items = flattened(items)
    for (index, item) in items.enumerated() {
      row.append(item, next: items[(index + 1)...].first { !$0.isSpace })
    }
    return TextBox(joining: row.boxes)
  }

  /// Braces alone show nothing.
  private static func flattened(_ items: [Expression]) -> [Expression] {
    items.flatMap { item in
      if case .row(let inner) = item { flattened(inner) } else { [item] }
    }
  }

  private mutating func append(_ item: Expression, next: Expression?) {
    if case .space(let width) = item {
      // Two would read as a product where no comma stands before them.
      let quad = isBehindPunctuation ? 2 : 4
      if width >= 3 { space(width >= 18 ? quad : 1) }
      isAfterSpace = true
      return
    }
    if let sign = item.sign {
      append(item, sign, next: next)
    } else if case .text(let words) = item {
      if previous?.isOperand == true, let first = words.first, !" ,.;:!?)".contains(first) { space() }
      append(words)
    } else {
      let isLoose = loosens(item, next: next)
      if separates(item, isEnclosed: isLoose) { space() }
      let box = box(item)
      append(isLoose && style == .flat ? box.enclosed(left: "(", right: ")") : box)
    }
    previous = item
    previousIsAfterSpace = isAfterSpace
    isAfterSpace = false
  }

  /// Writes a sign with its spaces.
  private mutating func append(_ item: Expression, _ sign: Symbol, next: Expression?) {
    let box = box(item)
    switch sign.role {
    case .binary where previous?.isOperand != true: append(box)
    case .binary, .relation, .separator:
      space()
      append(box)
      space()
    case .punctuation:
      append(box)
      space()
    case .ordinary where sign.text == "/" && (previous?.isShort != true || next?.isShort != true):
      space()
      append(box)
      space()
    case .opening, .closing, .bar, .ordinary: append(box)
    }
  }

  private func box(_ item: Expression) -> TextBox {
    style == .flat ? TextBox(PlainText.text(item)) : DisplayLayout.box(item, hasLimits: style == .display)
  }

  private mutating func append(_ written: String) {
    append(TextBox(trailingSpaces > 0 && written.first == " " ? String(written.dropFirst()) : written))
  }

  private mutating func append(_ box: TextBox) {
    boxes.append(box)
    trailingSpaces = box.height == 1 ? box.lines[0].reversed().prefix { $0 == " " }.count : 0
  }

  private var isBehindPunctuation: Bool {
    guard case .symbol(let symbol)? = previous else { return false }
    return symbol.role == .punctuation
  }

  /// Sees to it that the row ends in so many spaces.
  private mutating func space(_ count: Int = 1) {
    guard !boxes.isEmpty, trailingSpaces < count else { return }
    boxes.append(TextBox(String(repeating: " ", count: count - trailingSpaces)))
    trailingSpaces = count
  }

  /// Whether a division needs parentheses here, since it stands beside another factor or behind a function.
  private func loosens(_ item: Expression, next: Expression?) -> Bool {
    guard case .fraction = item, !PlainText.isUnit(item) else { return false }
    let isBehind = previous?.isOperand == true || previous?.isOperator == true
    return isBehind || next?.isOperand == true || next?.isOperator == true
  }

  /// Whether a space belongs between the item before and this one.
  private func separates(_ item: Expression, isEnclosed: Bool) -> Bool {
    guard let previous else { return false }
    if previous.isOperator { return !(item.isFenced || isEnclosed && style == .flat) || !previous.isFunction }
    guard previous.isOperand else { return false }
    switch previous {
    case .symbol(let symbol) where symbol.role == .ordinary: return symbol.text == "!"
    case .number: return !(item.isLetter || item.isFenced) || isEnclosed
    case .identifier("d") where !previousIsAfterSpace: return isEnclosed || !item.isFenced
    case .identifier where previous.isDifferential: return !item.isLetter
    case .fenced(let fence, _) where item.isFenced: return fence.right != ")" && fence.right != "]"
    default: return isEnclosed || !item.isFenced
    }
  }
}
