import Foundation
import Markup

/// What stands under an exercise's prompt, kind by kind. Each returns `nil` after reporting what is wrong.
extension ExerciseReader {
  mutating func buckets(_ blocks: [Block], _ id: String, at position: SourcePosition) -> [Exercise.Bucket]? {
    var buckets: [Exercise.Bucket] = []
    for (heading, place, content) in groups(blocks) {
      let items = content.flatMap { entries($0, id, kind: "a sorting") }
      if items.isEmpty { report(.bucketWithoutItems(heading.content.plainText), place) }
      buckets.append(Exercise.Bucket(name: heading.content, items: items))
    }
    guard buckets.count >= 2 else {
      report(.tooFewBuckets, position)
      return nil
    }
    reportTwins(buckets.flatMap(\.items), at: position)
    return buckets.contains { $0.items.isEmpty } ? nil : buckets
  }

  mutating func orderedItems(_ blocks: [Block], _ id: String, at position: SourcePosition) -> [Exercise.Item]? {
    let items = blocks.flatMap { entries($0, id, kind: "an ordering") }
    guard items.count >= 2 else {
      report(.listExpected("an ordering"), position)
      return nil
    }
    reportTwins(items, at: position)
    return items
  }

  mutating func options(_ blocks: [Block], _ id: String, at position: SourcePosition) -> [Exercise.Option]? {
    var options: [Exercise.Option] = []
    for entry in entries(blocks) {
      guard let isRight = entry.isChecked else {
        report(.optionWithoutBox, entry.range.start)
        continue
      }
      if let item = item(entry, id) { options.append(Exercise.Option(item: item, isRight: isRight)) }
    }
    guard options.contains(where: \.isRight) else {
      report(options.isEmpty ? .listExpected("a choice") : .noRightOption, position)
      return nil
    }
    reportTwins(options.map(\.item), at: position)
    return options
  }

  mutating func cards(_ blocks: [Block], _ id: String, at position: SourcePosition) -> [Exercise.Card]? {
    var cards: [Exercise.Card] = []
    for (heading, place, content) in groups(blocks) {
      if content.isEmpty { report(.cardWithoutBack(heading.content.plainText), place) }
      cards.append(Exercise.Card(id: itemID(id, heading.content), front: heading.content, back: content))
    }
    guard !cards.isEmpty else {
      report(.noCards, position)
      return nil
    }
    reportTwins(cards.map { $0.front.plainText }, at: position)
    return cards
  }

  /// The last paragraph of the prompt: ``answer: `0.5 ± 0.01 nats` ``; a quote after it says why.
  mutating func quantity(
    _ exercise: inout Exercise, _ blocks: [Block], at position: SourcePosition
  ) -> Exercise.Quantity? {
    guard
      let index = exercise.prompt.lastIndex(where: { $0.begins(with: "answer:") }),
      case .paragraph(let inlines) = exercise.prompt[index].kind,
      let code = inlines.lazy.compactMap({ inline -> String? in
        if case .code(let text) = inline.kind { text } else { nil }
      }).first
    else {
      report(.noAnswer, position)
      return nil
    }
    guard let (value, tolerance, unit) = quantity(code) else {
      report(.faultyAnswer(code), exercise.prompt[index].range.start)
      return nil
    }
    let feedback = exercise.prompt[(index + 1)...].unquoted
    exercise.prompt.removeSubrange(index...)
    return Exercise.Quantity(value: value, tolerance: tolerance, unit: unit, feedback: feedback)
  }

  /// `0.5 ± 0.01 nats`; tolerance and unit may be missing.
  private func quantity(_ text: String) -> (value: Double, tolerance: Double, unit: String)? {
    var rest = text[...]
    guard let value = takeNumber(from: &rest) else { return nil }
    var tolerance = 0.0
    let tail = rest.drop(while: \.isWhitespace)
    if tail.first == "±" {
      rest = tail.dropFirst().drop(while: \.isWhitespace)
      guard let number = takeNumber(from: &rest), number >= 0 else { return nil }
      tolerance = number
    }
    return (value, tolerance, rest.trimmingSpaces)
  }

  /// Digits, a point, an exponent: as much of the text as is a number. A unit may follow at once.
  private func takeNumber(from text: inout Substring) -> Double? {
    let digits = "0123456789"
    var end = text.startIndex
    func skip(_ characters: String) { end = text[end...].drop { characters.contains($0) }.startIndex }
    if let sign = text.first, "-−".contains(sign) { text.formIndex(after: &end) }
    skip(digits + ".")
    let exponent = text[end...].prefix { "e-".contains($0) }
    if exponent == "e" || exponent == "e-", text[exponent.endIndex...].first.map({ digits.contains($0) }) == true {
      end = exponent.endIndex
      skip(digits)
    }
    defer { text = text[end...] }
    return Double(text[..<end].replacing("−", with: "-")).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Each heading of level 3 and what stands under it.
  private mutating func groups(_ blocks: [Block]) -> [(heading: Heading, place: SourcePosition, content: [Block])] {
    var groups: [(heading: Heading, place: SourcePosition, content: [Block])] = []
    for block in blocks {
      if case .heading(let heading) = block.kind, heading.level == 3 {
        groups.append((heading, block.range.start, []))
      } else if groups.isEmpty {
        report(.strayText, block.range.start)
      } else {
        groups[groups.count - 1].content.append(block)
      }
    }
    return groups
  }

  private mutating func entries(_ block: Block, _ id: String, kind: String) -> [Exercise.Item] {
    guard case .list(let list) = block.kind else {
      report(.listExpected(kind), block.range.start)
      return []
    }
    return list.items.compactMap { item($0, id) }
  }

  /// A paragraph with the item's words; a quote under it says why.
  mutating func item(_ entry: List.Item, _ id: String) -> Exercise.Item? {
    guard case .paragraph(let text)? = entry.blocks.first?.kind else {
      report(.strayText, entry.range.start)
      return nil
    }
    return Exercise.Item(id: itemID(id, text), text: text, feedback: entry.blocks.dropFirst().unquoted)
  }

  /// The entries of all lists; what is no list belongs nowhere.
  mutating func entries(_ blocks: [Block]) -> [List.Item] {
    blocks.flatMap { block -> [List.Item] in
      if case .list(let list) = block.kind { return list.items }
      report(.strayText, block.range.start)
      return []
    }
  }

  mutating func reportTwins(_ items: [Exercise.Item], at position: SourcePosition) {
    reportTwins(items.map { $0.text.plainText }, at: position)
  }

  /// Ids are made from words: the same words twice are the same item twice.
  mutating func reportTwins(_ texts: [String], at position: SourcePosition) {
    var seen: Set<String> = []
    for text in texts where !seen.insert(text).inserted { report(.duplicateItem(text: text), position) }
  }
}
