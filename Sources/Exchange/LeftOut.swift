import Course
import Practice

/// The kinds of exercise that a format has no form for, and how many of each there were.
package struct LeftOut: Equatable, Sendable {
  package private(set) var counts: [Exercise.Kind: Int] = [:]

  package var isEmpty: Bool { counts.isEmpty }

  mutating func add(_ exercise: Exercise) { counts[exercise.kind, default: 0] += 1 }
}

/// The result of an export.
package struct ExportReport: Equatable, Sendable {
  /// Notes, questions, items or rows, as the format has them.
  package var written: Int
  package var leftOut = LeftOut()
}

extension LeftOut {
  /// `2 cards, 1 predict`
  package var words: String {
    counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, count in
      "\(count) “\(kind.name)” exercise\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }
}
