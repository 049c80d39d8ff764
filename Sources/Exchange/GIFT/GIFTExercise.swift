import Course
import Foundation
import Markup
import Practice

/// A question of a GIFT file as the Markdown of an exercise.
struct GIFTExercise {
  struct Unfit: Error {
    let reason: GIFTImport.LeftOut.Reason
  }

  private let question: GIFTQuestion
  private var title: String
  private var prompt: [Block]

  init(_ question: GIFTQuestion) {
    self.question = question
    var text = question.text.text
    // Words behind the answers go on behind a gap; a cloze has its gap among them.
    if case .shortAnswer = question.content {} else if !question.tail.isEmpty { text += " … " + question.tail }
    let blocks = GIFTMarkdown.blocks(text, question.text.format)
    // The first paragraph is what is asked, unless it is long and the question has a name.
    if case .paragraph(let inlines)? = blocks.first?.kind, inlines.plainText.count <= 160 || question.name.isEmpty {
      title = MarkdownWriter.oneLine(inlines)
      prompt = Array(blocks.dropFirst())
    } else {
      title = MarkdownWriter.escaped(question.name)
      prompt = blocks
    }
    if title.isEmpty { title = question.name.isEmpty ? "what belongs here?" : MarkdownWriter.escaped(question.name) }
  }

  func markdown() -> Result<String, Unfit> {
    if question.content.count > CourseLimits.items {
      return .failure(Unfit(reason: .faulty(.tooMany("answers", limit: CourseLimits.items))))
    }
    switch question.content {
    case .essay: return .failure(Unfit(reason: .essay))
    case .description: return .failure(Unfit(reason: .description))
    case .choice(let answers):
      let isWhole = answers.contains { $0.weight == 100 }
      if isWhole, answers.contains(where: { $0.weight > 0 && $0.weight < 100 }) {
        return .failure(Unfit(reason: .partOfMark))
      }
      return .success(choice(answers))
    case .number(let value, let tolerance, let feedback): return .success(number(value, tolerance, feedback))
    case .shortAnswer(let answers): return .success(cloze(answers))
    case .matching(let pairs):
      let places = pairs.map(\.right)
      if Set(places).count < 2 { return .failure(Unfit(reason: .onePlace)) }
      let isOrder = Set(places) == Set((1...pairs.count).map { "\($0)" })
      return .success(isOrder ? order(pairs) : sort(pairs))
    }
  }

  // MARK: Kinds

  private func choice(_ answers: [GIFTQuestion.Answer]) -> String {
    let options = answers.map { answer in
      // What is said to all goes to what is right, where nothing else is said.
      let reason = answer.feedback.isEmpty && answer.weight > 0 ? question.feedback : answer.feedback
      return entry("- [\(answer.weight > 0 ? "x" : " ")] ", line(answer.text), blocks(reason))
    }
    return exercise("Choose", options.joined())
  }

  private func number(_ value: Double, _ tolerance: Double, _ feedback: String) -> String {
    var body = self
    let unit = question.unit
    if !unit.isEmpty, let last = prompt.last, MarkdownWriter.text([last]) == GIFTMarkdown.unitSentence(unit) {
      body.prompt.removeLast()
    }
    let answer = Exercise.Quantity(value: value, tolerance: tolerance, unit: unit, feedback: []).text()
    let reasons = [feedback, question.feedback].filter { !$0.isEmpty }.map { quote(blocks($0), indent: "") }
    return body.exercise("Number", "answer: `\(answer)`\n" + reasons.map { "\n" + $0 }.joined())
  }

  private func order(_ pairs: [GIFTQuestion.Pair]) -> String {
    let reasons = reasons(pairs)
    let sorted = pairs.sorted { (Int($0.right) ?? 0) < (Int($1.right) ?? 0) }
    let items = sorted.enumerated().map { index, pair in
      entry("\(index + 1). ", line(pair.left), reasons[line(pair.left)] ?? [])
    }
    return exercise("Order", items.joined())
  }

  private func sort(_ pairs: [GIFTQuestion.Pair]) -> String {
    let reasons = reasons(pairs)
    var names: [String] = []
    var items: [String: [String]] = [:]
    for pair in pairs where !pair.left.isEmpty {
      if items[pair.right] == nil { names.append(pair.right) }
      items[pair.right, default: []].append(entry("- ", line(pair.left), reasons[line(pair.left)] ?? []))
    }
    let buckets = names.map { name in
      "### \(MarkdownWriter.escaped(name))\n\n" + items[name, default: []].joined()
    }
    return exercise("Sort", buckets.joined(separator: "\n"))
  }

  /// A gap where the answer belongs; the answers that count as much are accepted, too.
  private func cloze(_ answers: [GIFTQuestion.Answer]) -> String {
    var body = self
    let best = answers.map(\.weight).max() ?? 100
    let right = answers.filter { $0.weight == best }
    let word = "**\(MarkdownWriter.escaped(right[0].text))**"
    body.prompt = prompt.map(Self.withoutBold)
    var text = MarkdownWriter.text(body.prompt)
    let tail = MarkdownWriter.text(GIFTMarkdown.blocks(question.tail, question.text.format).map(Self.withoutBold))
    if prompt.isEmpty, !question.tail.isEmpty {
      // The sentence with the gap is all there is.
      text = title
      body.title = question.name.isEmpty ? "which word is missing?" : MarkdownWriter.escaped(question.name)
    }
    let isMarkdownBreak = question.text.text.hasSuffix("\n")
    let separator = text.isEmpty ? "" : isMarkdownBreak ? "\n\n" : " "
    let after = tail.isEmpty ? "" : (tail.first.map { ".,;:!?)".contains($0) } ?? false) ? tail : " " + tail
    body.prompt = []
    var lines = text + separator + word + after + "\n"
    if right.count > 1 || !right[0].feedback.isEmpty {
      let others = right.dropFirst().map { "*\(MarkdownWriter.escaped($0.text))*" }.joined(separator: ", ")
      lines += "\n" + entry("- ", word + (others.isEmpty ? "" : ", also \(others)"), blocks(right[0].feedback))
    }
    return body.exercise("Cloze", lines)
  }

  /// Bold is what a gap is made of.
  private static func withoutBold(_ block: Block) -> Block {
    guard case .paragraph(let inlines) = block.kind else { return block }
    return Block(
      .paragraph(
        inlines.map { inline in
          guard case .strong(let content) = inline.kind else { return inline }
          return Inline(.emphasis(content), range: nil)
        }), range: block.range)
  }

  // MARK: Pieces

  private func exercise(_ kind: String, _ body: String) -> String {
    var parts = ["## \(kind): \(title) {#\(question.id ?? "")}"]
    // A list or a heading would be taken for the answers: in a quote it stays part of the question.
    let shown = prompt.map { block in
      switch block.kind {
      case .list, .heading: Block(.blockQuote([block]), range: block.range)
      default: block
      }
    }
    if !shown.isEmpty { parts.append(MarkdownWriter.text(shown)) }
    for hint in question.hints { parts.append(quote(blocks("Hint: " + hint, .markdown), indent: "").trimmed) }
    return (parts + [body]).joined(separator: "\n\n")
  }

  /// An item of a list, and under it why.
  private func entry(_ marker: String, _ text: String, _ reason: [Block]) -> String {
    let indent = String(repeating: " ", count: marker.hasPrefix("- ") ? 2 : marker.count)
    return "\(marker)\(text)\n\(quote(reason, indent: indent))"
  }

  /// An answer's words in one line.
  private func line(_ text: String) -> String {
    guard case .paragraph(let inlines)? = GIFTMarkdown.blocks(text, question.text.format).first?.kind else {
      return MarkdownWriter.escaped(text.replacing("\n", with: " "))
    }
    return MarkdownWriter.oneLine(inlines)
  }

  private func blocks(_ text: String, _ format: GIFTText.Format? = nil) -> [Block] {
    text.isEmpty ? [] : GIFTMarkdown.blocks(text, format ?? question.text.format)
  }

  private func quote(_ blocks: [Block], indent: String) -> String {
    if blocks.isEmpty { return "" }
    let lines = MarkdownWriter.text(blocks).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { indent + ($0.isEmpty ? ">" : "> \($0)") + "\n" }.joined()
  }

  /// Returns the reasons that the course's own export has put into the general feedback: a list of items and why.
  private func reasons(_ pairs: [GIFTQuestion.Pair]) -> [String: [Block]] {
    var reasons: [String: [Block]] = [:]
    for block in GIFTMarkdown.blocks(question.feedback, question.text.format) {
      guard case .list(let list) = block.kind else { continue }
      for item in list.items {
        guard case .paragraph(let inlines)? = item.blocks.first?.kind, inlines.count == 1,
          case .strong(let name)? = inlines.first?.kind
        else { continue }
        reasons[MarkdownWriter.oneLine(name)] = Array(item.blocks.dropFirst())
      }
    }
    return reasons
  }
}
