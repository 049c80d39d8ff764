import Files
import Foundation
import Markup
import Messages
import Practice

/// A reader that turns the text of a file of exercises into exercises, and collects what is wrong with it.
struct ExerciseReader {
  let file: String
  /// The lesson's own, which exercises may run.
  let lessonCells: [Cell]
  /// The number of outcomes that the lesson names.
  let outcomeCount: Int
  /// The cells of the exercises read so far.
  var cellEdits: [Cell] = []
  /// The number of the exercises' cells, those included that were left out as too many.
  var ownCellCount = 0
  /// The first arguments with which a cell calls a function, by the function's name and the cell's id.
  var firstArguments: [String: [String: [String]?]] = [:]
  var problems: [Problem] = []

  init(file: String, cells: [Cell] = [], outcomes: Int = 0) {
    self.file = file
    lessonCells = cells
    outcomeCount = outcomes
  }

  mutating func read(_ text: String) -> [Exercise] {
    var exercises: [Exercise] = []
    var lines: [String: Int] = [:]
    let document = Document.parse(text)
    problems += Problem.all(of: document, in: file)
    var rest = document.blocks.drop { !isHeading($0, level: 2) }
    while let block = rest.popFirst() {
      let end = rest.firstIndex { isHeading($0, level: 2) } ?? rest.endIndex
      let content = Array(rest[rest.startIndex..<end])
      rest = rest[end...]
      guard case .heading(let heading) = block.kind,
        let exercise = exercise(heading, content, at: block.range.start)
      else { continue }
      // In small letters: a disk may not know `Twice` from `twice`.
      if let line = lines[exercise.id.lowercased()] {
        report(.duplicateExercise(id: exercise.id, line: line), block.range.start)
      } else {
        lines[exercise.id.lowercased()] = exercise.line
        exercises.append(exercise)
      }
    }
    return exercises
  }

  /// `Kind: what is asked {#id}`
  private mutating func exercise(_ heading: Heading, _ content: [Block], at position: SourcePosition) -> Exercise? {
    var title = heading.content
    guard let id = takeIdentifier(from: &title) else {
      report(.exerciseWithoutIdentifier, position)
      return nil
    }
    guard case .text(let opening)? = title.first?.kind, let colon = opening.firstIndex(of: ":") else {
      report(.exerciseHeading, position)
      return nil
    }
    let word = opening[..<colon]
    title[0].kind = .text(String(opening[opening.index(after: colon)...].drop(while: \.isWhitespace)))
    guard let kind = Exercise.Kind(rawValue: word.lowercased()) else {
      let known = Exercise.Kind.allCases.map(\.name)
      report(
        .unknownExerciseKind(String(word), suggestion: problems.suggestion(for: String(word), in: known)), position)
      return nil
    }
    var exercise = Exercise(
      id: id, title: title, prompt: [], hints: [], content: .cards([]), file: file, line: position.line)
    let answers = takePrompt(from: content, into: &exercise, kind: kind)
    guard isShort([exercise.title], exercise.prompt + exercise.hints.joined(), at: position) else { return nil }
    takeCells(of: &exercise, kind: kind)
    let body: Exercise.Content? =
      switch kind {
      case .sort: buckets(answers, id, at: position).map { .sort($0) }
      case .order: orderedItems(answers, id, at: position).map { .order($0) }
      case .choose: options(answers, id, at: position).map { .choose($0) }
      case .number: quantity(&exercise, answers, at: position).map { .number($0) }
      case .cloze: cloze(&exercise, answers, at: position).map { .cloze($0) }
      case .predict: prediction(&exercise, answers, at: position).map { .predict($0) }
      case .parsons: listing(&exercise, answers, at: position).map { .parsons($0) }
      case .diagnose: diagnosis(&exercise, answers, at: position).map { .diagnose($0) }
      case .cards: cards(answers, id, at: position).map { .cards($0) }
      }
    guard let body else { return nil }
    exercise.content = body
    return exercise
  }

  /// Takes `{#id}` off the end of a heading.
  private func takeIdentifier(from title: inout [Inline]) -> String? {
    guard let last = title.last, case .text(let text) = last.kind, text.hasSuffix("}"),
      let start = text.range(of: "{#", options: .backwards)
    else { return nil }
    let id = text[start.upperBound...].dropLast()
    guard !id.isEmpty, Fields.isIdentifier(String(id)) else { return nil }
    var shortened = text[..<start.lowerBound]
    while shortened.last?.isWhitespace == true { shortened.removeLast() }
    if shortened.isEmpty { title.removeLast() } else { title[title.count - 1].kind = .text(String(shortened)) }
    return String(id)
  }

  /// The prompt ends where the answers begin: at the first heading, or list where no headings are used. A quote that
  /// begins with `Hint:` is a hint.
  private mutating func takePrompt(from content: [Block], into exercise: inout Exercise, kind: Exercise.Kind) -> [Block]
  {
    let usesHeadings = kind == .sort || kind == .cards
    for (index, block) in content.enumerated() {
      switch block.kind {
      case .heading: return Array(content[index...])
      case .list where !usesHeadings && kind != .number: return Array(content[index...])
      case .blockQuote(let quoted) where quoted.plainText.hasPrefix("Hint:"):
        exercise.hints.append(quoted.droppingPrefix("Hint:"))
      case .paragraph(let inlines) where block.begins(with: "outcome:") || block.begins(with: "outcomes:"):
        takeOutcomes(inlines.plainText, into: &exercise, at: block.range.start)
      default: exercise.prompt.append(block)
      }
    }
    return []
  }

  /// `outcomes: 1, 3`: which of the lesson's outcomes the exercise is about, counted from 1.
  private mutating func takeOutcomes(_ text: String, into exercise: inout Exercise, at position: SourcePosition) {
    for word in text.drop(while: { $0 != ":" }).dropFirst().split(whereSeparator: { $0 == "," || $0 == " " }) {
      if let number = Int(word), number >= 1, number <= outcomeCount {
        exercise.outcomes.append(number - 1)
      } else {
        report(.noSuchOutcome(String(word), count: outcomeCount), position)
      }
    }
  }

  func isHeading(_ block: Block, level: Int) -> Bool {
    if case .heading(let heading) = block.kind { return heading.level == level }
    return false
  }

  /// An id that stays as long as the item's words stay.
  func itemID(_ exercise: String, _ text: [Inline]) -> String {
    exercise + "." + SHA256(of: text.plainText).digest.prefix(6).hexadecimal
  }

  mutating func report(_ kind: Problem.Kind, _ position: SourcePosition) {
    problems.append(Problem(kind, file: file, at: position))
  }
}
