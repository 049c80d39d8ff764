// Course: Markdown to lessons, cells, exercises; checks them; an exercise as `Practice` sees it.

import Foundation
import Messages

/// A course: a folder with `Lessons/course.yml`, the lessons it names, and their exercises.
package struct Course: Sendable {
  /// The folder that holds `Lessons` and `Exercises`.
  package var folder: URL
  /// The name that tells the course apart from all others, wherever it lies; `nil` where its author gave it none.
  package var id: String?
  package var title: String
  /// The promise of the course, in one sentence.
  package var promise: String
  /// The language of the text, as in HTML's `lang`.
  package var language: String
  package var licence: String
  package var authors: [String]
  /// The lessons in the order in which they are read.
  package var lessons: [Lesson]
  /// The terms by their ids.
  package var glossary: [String: GlossaryTerm]
  /// The problems of the files, in the order of the files. What has an error may be missing above.
  package var problems: [Problem]

  /// The lesson of this number, id, or file name; the id may be shortened where one lesson is meant.
  package func lesson(named name: String) throws(UnknownName) -> Lesson {
    let exact = lessons.first {
      String($0.number) == name || $0.id == name || $0.file.hasSuffix("/" + name) || $0.file == name
    }
    if let exact { return exact }
    let starting = lessons.filter { $0.id.hasPrefix(name.lowercased()) }
    if starting.count == 1 { return starting[0] }
    throw UnknownName(
      kind: .lesson, name: name, known: lessons.map(\.id),
      suggestion: Suggestion.closest(to: name, in: lessons.map(\.id)))
  }

  /// The terms in the order of their names.
  package var terms: [GlossaryTerm] {
    glossary.values.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }

  /// The terms of this name or id, or those whose names have it in them.
  package func terms(named name: String) throws(UnknownName) -> [GlossaryTerm] {
    let wanted = Self.folded(name)
    let exact = terms.filter { Self.folded($0.name) == wanted || Self.folded($0.id) == wanted }
    let found = exact.isEmpty ? terms.filter { Self.folded($0.name).contains(wanted) } : exact
    guard found.isEmpty || wanted.isEmpty else { return found }
    let names = terms.map(\.name)
    throw UnknownName(
      kind: .term, name: name, known: names,
      suggestion: Suggestion.closest(to: wanted, in: names.map(Self.folded)).flatMap { close in
        names.first { Self.folded($0) == close }
      })
  }

  private static func folded(_ name: String) -> String {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .trimmingCharacters(in: .whitespaces)
  }
}

/// A word of the field and what it means.
package struct GlossaryTerm: Sendable, Equatable {
  package var id: String
  package var name: String
  package var definition: String
}
