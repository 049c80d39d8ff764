import Markup

/// Tolerances and ranges of figures.
extension ExerciseReader {
  /// `0.02`, or `10 %` for a share.
  func tolerance(_ text: some StringProtocol) -> Exercise.Tolerance? {
    let text = text.trimmingSpaces
    let isShare = text.hasSuffix("%")
    guard let width = Double(decimal: text.dropLast(isShare ? 1 : 0).trimmingSpaces), width > 0 else { return nil }
    return isShare ? .share(width / 100) : .absolute(width)
  }

  /// Options that end in a range in backticks.
  mutating func rangeOptions(_ answers: [Block], _ id: String) -> [Exercise.RangeOption] {
    var options: [Exercise.RangeOption] = []
    for entry in entries(answers) {
      guard let item = item(entry, id) else { continue }
      guard case .code(let text)? = item.text.last?.kind, let range = Self.range(text) else {
        report(.faultyRange(item.text.plainText), entry.range.start)
        continue
      }
      options.append(Exercise.RangeOption(item: item, range: range))
    }
    return options
  }

  /// `< 0.9`, `≤ 0.9`, `> 0.9`, `≥ 0.9`, `0.9 … 0.95` or `0.9`; `<=`, `>=` and `...` will do.
  static func range(_ text: String) -> Exercise.FigureRange? {
    let text = text.trimmingSpaces.replacing("<=", with: "≤").replacing(">=", with: "≥").replacing("...", with: "…")
    if let sign = text.first, "<>≤≥".contains(sign) {
      guard let bound = Float(decimal: text.dropFirst().trimmingSpaces) else { return nil }
      let isUpper = sign == "<" || sign == "≤"
      return Exercise.FigureRange(
        lowest: isUpper ? -.infinity : bound, highest: isUpper ? bound : .infinity, hasEnds: "≤≥".contains(sign))
    }
    let ends = text.split(separator: "…", omittingEmptySubsequences: false).map { Float(decimal: $0.trimmingSpaces) }
    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], last >= first else { return nil }
    return Exercise.FigureRange(lowest: first, highest: last, hasEnds: true)
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
