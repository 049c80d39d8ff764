import Foundation
import Markup
import Messages

/// A lesson: a Markdown file, and the exercises that go with it.
package struct Lesson: Sendable {
  package enum Difficulty: String, Sendable, CaseIterable, Decodable {
    case intro
    case introPlus = "intro+"
    case core
    case synthesis
  }

  /// The number in the course, counted from 1.
  package var number: Int
  package var id: String
  package var title: String
  package var summary: String
  /// Ids of lessons that come before.
  package var prerequisites: [String]
  /// The abilities that a reader has afterwards.
  package var outcomes: [String]
  package var readingMinutes: Int
  package var practiceMinutes: Int
  package var difficulty: Difficulty
  /// The file as it is named to people, relative to the course: `Lessons/01-judge-or-maker.md`.
  package var file: String
  /// The text, a part for each heading of level 2, and one for what stands before the first.
  package var sections: [Section]
  package var footnotes: [Footnote]
  package var cells: [Cell]
  package var exercises: [Exercise]

  /// The cell of this number or id.
  package func cell(named name: String) throws(UnknownName) -> Cell {
    if let cell = cells.first(where: { String($0.number) == name || $0.id == name }) { return cell }
    throw UnknownName(
      kind: .cell, name: name, known: cells.map { "\($0.number) (\($0.id))" },
      suggestion: Suggestion.closest(to: name, in: cells.map(\.id)))
  }

  /// The cells that run in front of `cell`, each once, in the order of the lesson.
  package func needed(by cell: Cell) -> [Cell] { cells.needed(by: cell) }
}

/// The text under one heading of level 2.
package struct Section: Sendable {
  /// The heading; empty for what stands before the first one.
  package var title: [Inline]
  package var identifier: String
  package var parts: [Part]

  /// A block of a lesson, with what the course adds to Markdown made explicit.
  package enum Part: Sendable {
    case block(Block)
    case cell(Cell)
    case tabs([Tab])
    /// A list whose items are moments in time.
    case timeline(List)
    case note(Note)
  }

  package struct Tab: Sendable {
    package var title: [Inline]
    package var identifier: String
    package var blocks: [Block]
  }

  package struct Note: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case note = "NOTE"
      case tip = "TIP"
      case important = "IMPORTANT"
      case warning = "WARNING"
      case caution = "CAUTION"
      case misconception = "MISCONCEPTION"

      /// The heading of the note.
      package var title: String { rawValue.capitalized }
    }

    package var kind: Kind
    package var blocks: [Block]
  }
}
