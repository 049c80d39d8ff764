import Markup

/// Tolerances and ranges of figures.
extension ExerciseReader {
  /// `0.02`, or `10 %` for a share.
  func tolerance(_ text: some StringProtocol) -> Exercise.Tolerance? {
    let text = text.trimmingSpaces
    let isShare = text.hasSuffix("%")
    guard let width = Double(text.dropLast(isShare ? 1 : 0).trimmingSpaces), width > 0, width.isFinite else {
      return nil
    }
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
    let pattern =
      /(?<sign><=|>=|[<>≤≥])?\s*(?<first>[-−]?[0-9]+(?:\.[0-9]+)?)(?:\s*(?:…|\.\.\.)\s*(?<last>[-−]?[0-9]+(?:\.[0-9]+)?))?/
    guard let match = text.wholeMatch(of: pattern), match.sign == nil || match.last == nil,
      let first = Float(match.first.replacing("−", with: "-"))
    else { return nil }
    switch match.sign {
    case "<": return Exercise.FigureRange(lowest: -.infinity, highest: first, hasEnds: false)
    case "≤", "<=": return Exercise.FigureRange(lowest: -.infinity, highest: first, hasEnds: true)
    case ">": return Exercise.FigureRange(lowest: first, highest: .infinity, hasEnds: false)
    case "≥", ">=": return Exercise.FigureRange(lowest: first, highest: .infinity, hasEnds: true)
    default:
      guard let text = match.last else { return Exercise.FigureRange(lowest: first, highest: first, hasEnds: true) }
      guard let last = Float(text.replacing("−", with: "-")), last >= first else { return nil }
      return Exercise.FigureRange(lowest: first, highest: last, hasEnds: true)
    }
  }
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
