/// The kinds of exercise, by the names that headings, commands and the log have for them.
package enum ExerciseKind: CaseIterable, Hashable, Sendable {
  case sort, order, choose, number, cloze, predict, parsons, diagnose, cards

  package var rawValue: String {
    switch self {
    case .sort: "sort"
    case .order: "order"
    case .choose: "choose"
    case .number: "number"
    case .cloze: "cloze"
    case .predict: "predict"
    case .parsons: "parsons"
    case .diagnose: "diagnose"
    case .cards: "cards"
    }
  }

  package init?(rawValue: String) {
    for kind in Self.allCases where kind.rawValue.isSame(as: rawValue) {
      self = kind
      return
    }
    return nil
  }
}
