/// Writes a row on one line, with the spaces that make it read as TeX sets it.
struct PlainTextRow {
  private var text = ""
  /// The item before, spaces aside, and whether a space came after it.
  private var previous: Expression?
  private var isAfterSpace = false

  static func text(_ items: [Expression]) -> String {
    var row = PlainTextRow()
    let items = flattened(items)
    for (index, item) in items.enumerated() {
      row.append(item, next: items[(index + 1)...].first { !$0.isSpace })
    }
    return row.text.trimmingSpaces
  }

  /// Braces alone show nothing.
  private static func flattened(_ items: [Expression]) -> [Expression] {
    items.flatMap { item in
      if case .row(let inner) = item { flattened(inner) } else { [item] }
    }
  }

  private mutating func append(_ item: Expression, next: Expression?) {
    if case .space(let width) = item {
      if width >= 3 { space(width >= 18 ? 2 : 1) }
      isAfterSpace = true
      return
    }
    if let sign = item.sign {
      append(item, sign, next: next)
    } else if case .text(let words) = item {
      if previous?.isOperand == true, words.first != " " { space() }
      append(words)
    } else {
      let isLoose = loosens(item, next: next)
      let written = isLoose ? "(\(PlainText.text(item)))" : PlainText.text(item)
      if separates(item, isEnclosed: isLoose) { space() }
      append(written)
    }
    previous = item
    isAfterSpace = false
  }

  /// Writes a sign with its spaces.
  private mutating func append(_ item: Expression, _ sign: Symbol, next: Expression?) {
    let written = PlainText.text(item)
    switch sign.role {
    case .binary where previous?.isOperand != true: append(written)
    case .binary, .relation, .separator:
      space()
      append(written)
      space()
    case .punctuation:
      append(written)
      space()
    case .opening:
      if previous?.isOperator == false, isAfterSpace { space() }
      append(written)
    case .ordinary where sign.text == "/" && (previous?.isShort != true || next?.isShort != true):
      space()
      append(written)
      space()
    case .closing, .bar, .ordinary: append(written)
    }
  }

  private mutating func append(_ written: String) {
    text += text.last == " " && written.first == " " ? String(written.dropFirst()) : written
  }

  /// Sees to it that the text ends in so many spaces.
  private mutating func space(_ count: Int = 1) {
    guard !text.isEmpty else { return }
    let present = text.reversed().prefix { $0 == " " }.count
    if present < count { text += String(repeating: " ", count: count - present) }
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
    if previous.isOperator { return !(item.isFenced || isEnclosed) || !previous.isFunction }
    guard previous.isOperand else { return false }
    switch previous {
    case .symbol(let symbol) where symbol.role == .ordinary: return symbol.text == "!"
    case .number: return !(item.isLetter || item.isFenced) || isEnclosed
    case .identifier("d") where text != "d" && !text.hasSuffix(" d"): return isEnclosed || !item.isFenced
    case .identifier where previous.isDifferential: return !item.isLetter
    case .fenced(let fence, _) where item.isFenced: return fence.right != ")" && fence.right != "]"
    default: return isEnclosed || !item.isFenced
    }
  }
}

extension Expression {
  /// Whether it makes one thing with the letter behind it, as in `dx` and `∂L`.
  var isDifferential: Bool {
    ["∂", "∇", "Δ", "d"].contains { self == .identifier($0) }
  }

  /// Whether a stroke for division needs no space beside it.
  fileprivate var isShort: Bool {
    switch self {
    case .word, .number, .text: true
    case .scripts(.number, _, _): true
    default: isLetter
    }
  }

  /// Whether it is one letter, scripts and accents aside.
  fileprivate var isLetter: Bool {
    switch self {
    case .identifier: true
    case .scripts(let base, _, _): base.isLetter
    case .accent(_, let content): content.isLetter
    default: false
    }
  }
}
