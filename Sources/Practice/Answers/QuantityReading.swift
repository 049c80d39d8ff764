/// A number and what stands behind it, as a learner typed them: `0.5 nats`, `49,152 numbers`, `4.2 · 10⁻³`.
package struct QuantityReading: Equatable, Sendable {
  /// The numbers that it may be: the comma of `49,152` stands before a fraction or between thousands.
  package let values: [Double]
  /// The words behind the number.
  package let unit: String

  /// `nil` for what is no number.
  package init?(_ text: String) {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value == 0x2212 ? 0x2D : FoldedText.halfWidth(scalar.value))
    }
    let number = NumberScanner.withExponent(FoldedText.trimmed(scalars[...]))
    if NumberScanner.isOtherNotation(number) { return nil }
    var values: [Double] = []
    var rest: ArraySlice<UInt32> = []
    var plain = NumberScanner(number)
    if let value = plain.plainNumber(), plain.isAtUnit {
      if value.isFinite { values.append(value) }
      rest = plain.rest
    }
    if let (value, behind) = Self.fraction(number) {
      values = value.isFinite ? [value] : []
      rest = behind
    }
    var grouped = NumberScanner(number)
    if let value = grouped.groupedNumber(), grouped.isAtUnit {
      if value.isFinite { values.append(value) }
      rest = grouped.rest
    }
    if values.isEmpty { return nil }
    self.values = values
    unit = FoldedText.text(FoldedText.trimmed(rest))
  }
}

extension QuantityReading {
  /// `1/2`, `3 / 4`, `½`: the number, and what stands behind it.
  private static func fraction(_ number: ArraySlice<UInt32>) -> (value: Double, rest: ArraySlice<UInt32>)? {
    if let first = number.first, first >= 0xBC, first <= 0xBE {
      return (Double(first &- 0xBB) / 4, number.dropFirst())
    }
    var upper = NumberScanner(number)
    guard let numerator = upper.plainNumber() else { return nil }
    var rest = FoldedText.trimmed(upper.rest)
    // /, ⁄ and ∕
    guard let sign = rest.first, [0x2F, 0x2044, 0x2215].contains(sign) else { return nil }
    rest = FoldedText.trimmed(rest.dropFirst())
    var lower = NumberScanner(rest)
    guard let first = rest.first, FoldedText.isDigit(first), let denominator = lower.plainNumber(), denominator != 0,
      lower.isAtUnit
    else { return nil }
    return (numerator / denominator, lower.rest)
  }

  /// Compares what stands behind the number with the unit that is asked for, in the singular or the plural.
  package func fit(_ asked: String) -> NumberScore.Unit {
    if isShare(asked) { return .right }
    if unit.isEmpty { return asked.isEmpty ? .right : .missing }
    let (given, wanted) = (Self.words(unit), Self.words(asked))
    guard given.count == wanted.count else { return .wrong }
    for index in 0..<given.count where !Self.isSameWord(given[index], wanted[index]) { return .wrong }
    return .right
  }

  /// The mark, and the value that it is for: where the number can be read in two ways, the right one counts.
  package func score(_ quantity: Quantity) -> (score: NumberScore, value: Double) {
    var read = values
    if isShare(quantity.unit) {
      read = []
      for value in values { read.append(value / 100) }
      read += values
    }
    var first: (score: NumberScore, value: Double)?
    for value in read {
      let score = NumberScore(
        answer: value, expected: quantity.value, tolerance: quantity.tolerance, unit: fit(quantity.unit))
      if score.isWithinTolerance { return (score, value) }
      if first == nil { first = (score, value) }
    }
    return first ?? (NumberScore(answer: .nan, expected: quantity.value, tolerance: 0, unit: .wrong), .nan)
  }

  /// `72 %` where a share is asked for, which has no unit.
  private func isShare(_ asked: String) -> Bool {
    var signs = unit.utf8.makeIterator()
    return asked.isEmpty && signs.next() == 0x25 && signs.next() == nil
  }

  private static func words(_ text: String) -> [ArraySlice<UInt32>] {
    FoldedText(text, keepingCase: true).scalars.split(separator: 0x20)
  }

  /// Letters that stand for a unit have no plural: `m` is not `ms`.
  private static func isSameWord(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Bool {
    let (short, long) = one.count < other.count ? (Array(one), Array(other)) : (Array(other), Array(one))
    if short == long { return true }
    guard short.count >= 3 else { return false }
    // s, es, and ies in the place of a y.
    return long == short + [0x73] || long == short + [0x65, 0x73]
      || short.last == 0x79 && long == short.dropLast() + [0x69, 0x65, 0x73]
  }
}
