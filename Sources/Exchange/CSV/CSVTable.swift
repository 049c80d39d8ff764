import Course
import Files
import Foundation
import Markup
import Practice
import Progress
import SpacedRepetition

/// A table of what there is to practise, a row an item (RFC 4180): for a spreadsheet, or a program.
package struct CSVTable {
  let lessons: [Lesson]
  /// The states of the learner's items.
  let states: [ItemID: ItemState]

  package init(lessons: [Lesson], states: [ItemID: ItemState]) {
    self.lessons = lessons
    self.states = states
  }

  @discardableResult
  package func write(to file: URL, replacing: Bool = false) throws(ExchangeError) -> ExportReport {
    let rows = rows
    guard !rows.isEmpty else { throw .nothingToExport(LeftOut()) }
    try OutputFile(url: file, replacing: replacing).write(Data(CSVText.lines([Self.header] + rows, end: "\r\n").utf8))
    return ExportReport(written: rows.count)
  }

  static let header = [
    "lesson", "exercise", "kind", "item", "question", "text", "answer", "feedback", "answers", "last mark", "due",
    "stability in days", "difficulty",
  ]

  var rows: [[String]] {
    lessons.flatMap { lesson in
      lesson.exercises.flatMap { exercise in
        entries(exercise).map { entry in
          // Options and steps are answered together: each has what is known of the whole.
          let item = exercise.isMarkedByItem ? ItemID(exercise: exercise.id, item: entry.item) : exercise.whole
          return [
            lesson.id, exercise.id, exercise.kind.rawValue, entry.item, MarkdownWriter.oneLine(exercise.title),
            entry.text, entry.answer, MarkdownWriter.text(entry.feedback),
          ] + progress(item)
        }
      }
    }
  }

  private typealias Entry = (item: String, text: String, answer: String, feedback: [Block])

  /// The items of an exercise; one without a name is the exercise as a whole.
  private func entries(_ exercise: Exercise) -> [Entry] {
    switch exercise.content {
    case .sort(let buckets):
      return buckets.flatMap { bucket in
        bucket.items.map { ($0.id, words($0.text), words(bucket.name), $0.feedback) }
      }
    case .order(let items):
      return items.enumerated().map { ($1.id, words($1.text), "\($0 + 1)", $1.feedback) }
    case .choose(let options):
      return options.map { ($0.item.id, words($0.item.text), $0.isRight ? "right" : "wrong", $0.item.feedback) }
    case .number(let quantity):
      return [("", MarkdownWriter.text(exercise.prompt), quantity.text(), quantity.feedback)]
    case .cloze(let cloze):
      let text = MarkdownWriter.text(exercise.prompt)
      return cloze.blanks.map {
        ($0.id, text, ([$0.answer] + $0.alternatives).joined(separator: " | "), $0.feedback)
      }
    case .parsons(let listing): return [("", MarkdownWriter.text(exercise.prompt), listing.code.literal, [])]
    case .predict(let prediction):
      return [("", MarkdownWriter.text(exercise.prompt), "", prediction.feedback)]
    case .diagnose(let diagnosis):
      return diagnosis.options.map {
        ($0.item.id, words($0.item.text), $0.isRight ? "right" : "wrong", $0.item.feedback)
      }
    case .cards(let cards):
      return cards.map { ($0.id, words($0.front), MarkdownWriter.text($0.back), []) }
    }
  }

  private func words(_ inlines: [Inline]) -> String { MarkdownWriter.oneLine(inlines) }

  private func progress(_ item: ItemID) -> [String] {
    guard let state = states[item] else { return ["0", "", "", "", ""] }
    let due = state.card.due.map { Date(timeIntervalSince1970: TimeInterval($0)).formatted(.iso8601) } ?? ""
    let memory = state.card.memory
    return [
      "\(state.answers)", String(format: "%.3f", state.lastMark), due,
      memory.map { String(format: "%.4f", $0.stability) } ?? "",
      memory.map { String(format: "%.4f", $0.difficulty) } ?? "",
    ]
  }
}
