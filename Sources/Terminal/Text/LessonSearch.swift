import Course
import Foundation
import Markup

/// A search for words in lessons: a section is found that has all of them, in whatever case and with or without accents.
package struct LessonSearch {
  /// A section that has the words.
  package struct Hit: Sendable {
    package let lesson: Lesson
    /// The section's number, counted from 0.
    package let section: Int
    /// The first line that has one of the words; empty where the heading has them all.
    package let excerpt: String
    /// Whether the heading has all the words.
    package let isInTitle: Bool
  }

  private let words: [String]

  /// - Parameter words: as they were typed, with spaces between them.
  /// - Returns: `nil` for no words.
  package init?(_ words: some Sequence<String>) {
    self.words = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    if self.words.isEmpty { return nil }
  }

  /// Returns the sections that have the words, those first that have them in their headings.
  package func hits(in lessons: [Lesson]) -> [Hit] {
    let all = lessons.flatMap { lesson in lesson.sections.indices.compactMap { hit(lesson, $0) } }
    return all.filter(\.isInTitle) + all.filter { !$0.isInTitle }
  }

  private func hit(_ lesson: Lesson, _ index: Int) -> Hit? {
    let section = lesson.sections[index]
    // So wide that a paragraph is one line: words stand beside one another as they were written.
    let text = LessonText(lesson, width: 100_000)
    let title = section.title.plainText
    let lines = ([title] + text.lines(section).map { $0.spans.map(\.text).joined() }).map { $0.trimmed }
    let missing = words.filter { word in !lines.contains { Self.has($0, word) } }
    guard missing.isEmpty else { return nil }
    let isInTitle = words.allSatisfy { Self.has(title, $0) }
    let line = lines.dropFirst().first { line in line != title && words.contains { Self.has(line, $0) } }
    return Hit(lesson: lesson, section: index, excerpt: line ?? "", isInTitle: isInTitle)
  }

  /// Returns the number of the first of some lines that has one of the words.
  package func line(in lines: [Line]) -> Int? {
    lines.firstIndex { line in
      let text = line.spans.map(\.text).joined()
      return words.contains { Self.has(text, $0) }
    }
  }

  /// Returns the part of a text around the first of the words, as long as a line, with the words in bold.
  package func excerpt(_ text: String, width: Int) -> Line {
    let first = words.compactMap { Self.range(of: $0, in: text)?.lowerBound }.min() ?? text.startIndex
    let before = text[..<first]
    let start = before.count > width / 3 ? before.suffix(width / 3).drop { $0 != " " } : before
    let part = (start.count < before.count ? "…" : "") + String(start) + text[first...]
    return Line(marked(part.cut(width)))
  }

  private func marked(_ text: String) -> [Span] {
    let found = words.compactMap { Self.range(of: $0, in: text) }.min { $0.lowerBound < $1.lowerBound }
    guard let found, !found.isEmpty else { return [Span(text, .faint)] }
    return [Span(String(text[..<found.lowerBound]), .faint), Span(String(text[found]), .bold)]
      + marked(String(text[found.upperBound...]))
  }

  private static func has(_ text: String, _ word: String) -> Bool { range(of: word, in: text) != nil }

  private static func range(of word: String, in text: String) -> Range<String.Index>? {
    text.range(of: word, options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive])
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
