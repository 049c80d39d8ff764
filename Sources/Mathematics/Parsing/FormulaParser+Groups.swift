extension FormulaParser {
  /// Makes groups of delimiters that belong together, and decides for each bar whether it encloses or separates.
  ///
  /// What closes need not match what opens, as in `[0, 1)`. What has no partner stays a sign.
  static func grouped(_ items: [Expression]) -> [Expression] {
    var open: [(symbol: Symbol, outside: [Expression])] = []
    var level: [Expression] = []
    for item in items {
      if case .symbol(let symbol) = item, symbol.role == .opening {
        open.append((symbol, level))
        level = []
      } else if let closing = item.sign, closing.role == .closing, let (symbol, outside) = open.popLast() {
        let group = fence(symbol, resolvingBars(level), closing)
        level = outside + [replacingBase(of: item, with: group)]
      } else {
        level.append(item)
      }
    }
    while let (symbol, outside) = open.popLast() {
      level = outside + [.symbol(symbol)] + level
    }
    return resolvingBars(level)
  }

  /// Bars in pairs of the same kind enclose; one alone separates, as in `P(x | y)`.
  private static func resolvingBars(_ items: [Expression]) -> [Expression] {
    var resolved = items
    for text in ["|", "‖"] {
      let places = resolved.indices.filter { resolved[$0].sign?.isBar(text) == true }
      guard !places.isEmpty else { continue }
      if places.count.isMultiple(of: 2), !separates(resolved, places) {
        resolved = enclosing(resolved, places)
      } else {
        for place in places {
          let separator = Symbol(text, .separator, height: resolved[place].sign?.height)
          resolved[place] = replacingBase(of: resolved[place], with: .symbol(separator))
        }
      }
    }
    return resolved
  }

  /// Whether bars in an even number separate all the same: `A | B, C | D`, with a comma between the first two.
  private static func separates(_ items: [Expression], _ places: [Int]) -> Bool {
    guard places[0] > 0, items[places[0] - 1].isOperand else { return false }
    return items[places[0]..<places[1]].contains { $0.sign?.role == .punctuation || $0.sign?.role == .relation }
  }

  private static func enclosing(_ items: [Expression], _ places: [Int]) -> [Expression] {
    var result: [Expression] = []
    var inside: [Expression] = []
    var opening: Symbol?
    for (index, item) in items.enumerated() {
      if places.contains(index), let bar = item.sign {
        if let left = opening {
          result.append(replacingBase(of: item, with: fence(left, inside, bar)))
          (opening, inside) = (nil, [])
        } else {
          opening = bar
        }
      } else if opening == nil {
        result.append(item)
      } else {
        inside.append(item)
      }
    }
    return result
  }

  private static func fence(_ left: Symbol, _ items: [Expression], _ right: Symbol) -> Expression {
    .fenced(
      Expression.Fence(left: left.text, right: right.text, isStretchy: false, height: left.height ?? right.height),
      items)
  }

  private static func replacingBase(of item: Expression, with base: Expression) -> Expression {
    if case .scripts(_, let below, let above) = item { .scripts(base, below: below, above: above) } else { base }
  }
}

extension Symbol {
  fileprivate func isBar(_ text: String) -> Bool { role == .bar && self.text == text }
}
