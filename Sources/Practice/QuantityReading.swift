import Course
import Scoring

/// A number and what stands behind it, as a learner typed them: `0.5 nats`, `49,152 numbers`, `4.2 · 10⁻³`.
package struct QuantityReading: Equatable, Sendable {
  /// What the number may be: the comma of `49,152` stands before a fraction or between thousands.
  package let values: [Double]
  /// What stands behind it.
  package let unit: String

  /// `nil` for what is no number.
  package init?(_ text: String) {
    let text = Self.withExponent(text.trimmed.replacing("−", with: "-"))
    if DecimalNumber.isOtherNotation(text) { return nil }
    var values: [Double] = []
    var unit = ""
    // An `e` without digits behind it begins the unit, as in `3eV`.
    let plain =
      /(?<number>[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?)(?<unit>\s*[^0-9.,\s'’].*)?/
    if let match = text.wholeMatch(of: plain), let value = Double(match.number.replacing(",", with: ".")) {
      values.append(value)
      unit = String(match.unit ?? "")
    }
    // Groups of three digits, all with the same sign between them; the third and fourth are a narrow and a thin space.
    let grouped =
      /(?<number>[+-]?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:[ \u{A0}\u{202F}\u{2009}][0-9]{3})+|(?:['’][0-9]{3})+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?<unit>\s*[^0-9.,\s].*)?/
    if let match = text.wholeMatch(of: grouped),
      let value = Double(match.number.filter { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) })
    {
      values.append(value)
      unit = String(match.unit ?? "")
    }
    self.values = values.filter(\.isFinite)
    self.unit = unit.trimmed
    if self.values.isEmpty { return nil }
  }

  /// The text with `· 10⁻³` and `*10^-3` as `e-3`.
  private static func withExponent(_ text: String) -> String {
    let factor = /\s*[·⋅×*x]\s*10(?:\s*\^\s*(?<plain>[+-]?[0-9]+)|(?<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/
    let power = /(?<sign>[+-]?)10(?:\s*\^\s*(?<plain>[+-]?[0-9]+)|(?<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/
    if let match = text.prefixMatch(of: power) {
      let exponent = match.plain.map(String.init) ?? lowered(match.raised ?? "")
      return match.sign + "1e" + exponent + text[match.range.upperBound...]
    }
    guard let match = text.firstMatch(of: factor) else { return text }
    let exponent = match.plain.map(String.init) ?? lowered(match.raised ?? "")
    return text[..<match.range.lowerBound] + "e" + exponent + text[match.range.upperBound...]
  }

  private static func lowered(_ raised: Substring) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return raised.map { sign in digits.firstIndex(of: sign).map { "\($0)" } ?? (sign == "⁻" ? "-" : "") }.joined()
  }
}

extension QuantityReading {
  /// How what stands behind the number compares with the unit that is asked for, in the singular or the plural.
  package func fit(_ asked: String) -> NumberScore.Unit {
    if isShare(asked) { return .right }
    if unit.isEmpty { return asked.isEmpty ? .right : .missing }
    let (given, wanted) = (unit.split(separator: " "), asked.split(separator: " "))
    return given.count == wanted.count && zip(given, wanted).allSatisfy(Self.isSameWord) ? .right : .wrong
  }

  /// The mark, and the value that it is for: where the number can be read in two ways, the right one counts.
  package func score(_ quantity: Exercise.Quantity) -> (score: NumberScore, value: Double) {
    let read = isShare(quantity.unit) ? values.map { $0 / 100 } + values : values
    let scores = read.map { value in
      let score = NumberScore(
        answer: value, expected: quantity.value, tolerance: quantity.tolerance, unit: fit(quantity.unit))
      return (score: score, value: value)
    }
    return scores.first { $0.score.isWithinTolerance } ?? scores[0]
  }

  /// `72 %` where a share is asked for, which has no unit.
  private func isShare(_ asked: String) -> Bool { asked.isEmpty && unit == "%" }

  /// Letters that stand for a unit have no plural: `m` is not `ms`.
  private static func isSameWord(_ one: Substring, _ other: Substring) -> Bool {
    if one == other { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard short.count >= 3 else { return false }
    return long == short + "s" || long == short + "es" || short.last == "y" && long == short.dropLast() + "ies"
  }
}
