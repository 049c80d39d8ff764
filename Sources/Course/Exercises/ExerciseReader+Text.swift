import Markup

/// Words missing from a text, and lines missing from their places.
extension ExerciseReader {
  mutating func cloze(_ exercise: inout Exercise, _ answers: [Block], at position: SourcePosition) -> Exercise.Cloze? {
    let text = exercise.prompt
    var blanks: [Exercise.Blank] = []
    for index in exercise.prompt.indices {
      guard case .paragraph(let inlines) = exercise.prompt[index].kind else { continue }
      exercise.prompt[index].kind = .paragraph(takeBlanks(inlines, exercise.id, into: &blanks))
    }
    guard !blanks.isEmpty else {
      report(.noBlank, position)
      return nil
    }
    guard isWithin(CourseLimits.gaps, "gaps", blanks.count, at: position) else { return nil }
    reportTwins(blanks.map(\.answer), at: position)
    for entry in entries(answers) { describe(&blanks, by: entry) }
    return Exercise.Cloze(text: text, blanks: blanks)
  }

  /// Puts a numbered gap in the place of each bold word.
  private func takeBlanks(_ inlines: [Inline], _ id: String, into blanks: inout [Exercise.Blank]) -> [Inline] {
    inlines.map { inline in
      var inline = inline
      switch inline.kind {
      case .strong(let content):
        blanks.append(
          Exercise.Blank(id: itemID(id, content), answer: content.plainText, alternatives: [], feedback: []))
        inline.kind = .strong([Inline(.text("(\(blanks.count)) ____"), range: inline.range)])
      case .emphasis(let content): inline.kind = .emphasis(takeBlanks(content, id, into: &blanks))
      default: break
      }
      return inline
    }
  }

  /// `**word**, also *another*, *a third*`, and a quote that says why.
  private mutating func describe(_ blanks: inout [Exercise.Blank], by entry: List.Item) {
    guard case .paragraph(let inlines)? = entry.blocks.first?.kind, case .strong(let content)? = inlines.first?.kind
    else { return report(.strayText, entry.range.start) }
    let word = content.plainText
    guard let index = blanks.firstIndex(where: { $0.answer == word }) else {
      let suggestion = problems.suggestion(for: word, in: blanks.map(\.answer))
      return report(.unknownBlank(word, suggestion: suggestion), entry.range.start)
    }
    blanks[index].alternatives = inlines.compactMap { inline in
      if case .emphasis(let content) = inline.kind { content.plainText } else { nil }
    }
    blanks[index].feedback = entry.blocks.dropFirst().unquoted
  }

  /// A fenced block with the lines in order; below it `- [ ]` for a line that does not belong, `- [x]` for a reason.
  mutating func listing(
    _ exercise: inout Exercise, _ answers: [Block], at position: SourcePosition
  ) -> Exercise.Listing? {
    let places = exercise.prompt.indices.filter {
      if case .codeBlock = exercise.prompt[$0].kind { true } else { false }
    }
    guard let place = places.last, case .codeBlock(let code) = exercise.prompt[place].kind else {
      report(.noListing, position)
      return nil
    }
    let lines = code.literal.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    guard lines.count >= 2 else {
      report(.noListing, exercise.prompt[place].range.start)
      return nil
    }
    guard isWithin(CourseLimits.items, "lines", lines.count, at: exercise.prompt[place].range.start) else { return nil }
    var listing = Exercise.Listing(
      code: code, lines: lines.map { Exercise.ListingLine(text: String($0), feedback: []) }, distractors: [])
    for entry in entries(answers) { add(entry, to: &listing) }
    guard isWithin(CourseLimits.items, "lines", listing.offered.count, at: position) else { return nil }
    let texts = Set(lines.map(String.init))
    reportTwins(listing.distractors.map(\.text), at: position)
    for line in listing.distractors where texts.contains(line.text) {
      report(.duplicateItem(text: line.text), position)
    }
    exercise.prompt.remove(at: place)
    return listing
  }

  private mutating func add(_ entry: List.Item, to listing: inout Exercise.Listing) {
    guard let isRight = entry.isChecked else { return report(.optionWithoutBox, entry.range.start) }
    guard case .paragraph(let inlines)? = entry.blocks.first?.kind, case .code(let text)? = inlines.first?.kind else {
      return report(.lineIsNoCode, entry.range.start)
    }
    let line = Exercise.ListingLine(text: text, feedback: entry.blocks.dropFirst().unquoted)
    guard isRight else { return listing.distractors.append(line) }
    guard let index = listing.lines.firstIndex(where: { $0.text == text }) else {
      let suggestion = problems.suggestion(for: text, in: listing.lines.map(\.text))
      return report(.unknownListingLine(text, suggestion: suggestion), entry.range.start)
    }
    listing.lines[index].feedback = line.feedback
  }
}
