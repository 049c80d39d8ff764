import Foundation
import Markup

/// The readers of what stands under an exercise's prompt, kind by kind. Each returns `nil` after reporting what is
/// wrong.
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
    let items = buckets.flatMap(\.items)
    guard isWithin(CourseLimits.buckets, "buckets", buckets.count, at: position),
      isWithin(CourseLimits.items, "items", items.count, at: position),
      isShort(buckets.map(\.name), [], at: position)
    else { return nil }
    reportTwins(items, at: position)
    return buckets.contains { $0.items.isEmpty } ? nil : buckets
  }

  mutating func orderedItems(_ blocks: [Block], _ id: String, at position: SourcePosition) -> [Exercise.Item]? {
    let items = blocks.flatMap { entries($0, id, kind: "an ordering") }
    guard items.count >= 2 else {
      report(.listExpected("an ordering"), position)
      return nil
    }
    guard isWithin(CourseLimits.items, "items", items.count, at: position) else { return nil }
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
    guard isWithin(CourseLimits.items, "options", options.count, at: position) else { return nil }
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
    guard var number = DecimalNumber(text) else { return nil }
    let value = number.value
    var tolerance = 0.0
    let tail = number.rest.drop(while: \.isWhitespace)
    if tail.first == "±" {
      guard let width = DecimalNumber(tail.dropFirst().drop(while: \.isWhitespace)), width.value >= 0 else {
        return nil
      }
      (tolerance, number) = (width.value, width)
    }
    let unit = number.rest.trimmingSpaces
    // `1,5`, `5 000`, `2 · 10³` and `1 ± 2 ± 3` would be other numbers than they seem.
    let isPartOfNumber = unit.first.map { $0.isNumber || ".,'’_·⋅×*^±".contains($0) } ?? false
    return isPartOfNumber || unit.contains("±") ? nil : (value, tolerance, unit)
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
