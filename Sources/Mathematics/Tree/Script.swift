/// Scripts on one line: Unicode's small letters where it has all of them, else `_θ`, `_(i, j)`, `^(n + m)`.
enum Script {
  static func text(_ base: Expression, below: Expression?, above: Expression?) -> String {
    let stem = PlainText.enclosed(base)
    let (primes, power) = splittingPrimes(above)
    let raised = power.flatMap { Self.raised($0) }
    let lowered = below.flatMap { Self.lowered($0) }
    switch (below, power) {
    case (nil, nil): return stem + primes
    case (nil, let power?): return stem + primes + (raised ?? "^" + argument(power))
    case (let below?, nil): return stem + primes + (lowered ?? "_" + argument(below))
    case (let below?, let power?):
      switch (lowered, raised) {
      case (let lowered?, let raised?): return stem + primes + lowered + raised
      case (let lowered?, nil): return stem + primes + lowered + "^" + argument(power)
      // The other way round, `σ_θ²` would read as a power of θ.
      case (nil, let raised?): return stem + primes + raised + "_" + argument(below)
      case (nil, nil): return stem + primes + "_(\(PlainText.text(below)))^(\(PlainText.text(power)))"
      }
    }
  }

  /// The text in raised letters; nil if one of them has none.
  static func raised(_ text: String) -> String? {
    mapped(text, superscripts)
  }

  private static func raised(_ expression: Expression) -> String? {
    switch PlainText.text(expression) {
    case "*", "⋆": return "*"
    case "∘": return "°"
    case "⊤": return "ᵀ"
    case let text: return isLetters(expression) ? mapped(text, superscripts) : nil
    }
  }

  private static func lowered(_ expression: Expression) -> String? {
    isLetters(expression) ? mapped(PlainText.text(expression), subscripts) : nil
  }

  /// Returns what follows `_` or `^`: bare if it is one thing.
  private static func argument(_ expression: Expression) -> String {
    let text = PlainText.text(expression)
    switch expression {
    case .identifier, .word, .number, .accent, .function: return text
    case .text where text.allSatisfy({ $0.isLetter || $0.isNumber }): return text
    case .symbol: return text
    default: return "(\(text))"
    }
  }

  private static func splittingPrimes(_ above: Expression?) -> (primes: String, rest: Expression?) {
    guard let above else { return ("", nil) }
    let items = above.items
    guard case .identifier(let primes)? = items.first, primes.allSatisfy({ $0 == "′" }) else { return ("", above) }
    let rest = Array(items.dropFirst())
    return (primes, rest.isEmpty ? nil : FormulaParser.expression(rest))
  }

  /// Whether it has no words, which read better in letters of full size.
  private static func isLetters(_ expression: Expression) -> Bool {
    expression.items.allSatisfy { item in
      switch item {
      case .identifier, .number, .symbol, .space: true
      case .fenced(_, let items): items.allSatisfy(isLetters)
      case .row: isLetters(item)
      default: false
      }
    }
  }

  private static func mapped(_ text: String, _ letters: [Character: Character]) -> String? {
    var mapped = ""
    for character in text where character != " " {
      guard let small = letters[character] else { return nil }
      mapped.append(small)
    }
    return mapped.isEmpty ? nil : mapped
  }

  private static let subscripts = pairs(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let superscripts = pairs(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ")

  private static func pairs(_ plain: String, _ small: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(plain, small))
  }
}
