import Course
import Markup

/// The answers between a question's braces.
struct GIFTAnswers {
  typealias Marks = ArraySlice<GIFTReader.Mark>

  private let marks: Marks
  private let brace: SourcePosition

  init(_ marks: Marks, _ brace: SourcePosition) {
    self.marks = marks.drop { $0.isSpace }
    self.brace = brace
  }

  func content() throws(GIFTError) -> GIFTQuestion.Content {
    guard let first = marks.first else { return .essay }
    if first.isSign("#") { return try number(marks.dropFirst()) }
    if let isTrue = truth { return try truthOrFalsehood(isTrue) }
    guard first.isSign("=") || first.isSign("~") else {
      throw GIFTError(kind: .answerExpected, position: first.position)
    }
    let entries = entries(marks)
    if entries.contains(where: { $0.sign.isSign("~") }) { return try choice(entries) }
    let pairs = entries.filter { $0.body.firstRange(of: "->") != nil }
    if pairs.isEmpty {
      return .shortAnswer(try entries.map { entry throws(GIFTError) in try answer(entry, right: true) })
    }
    return .matching(try entries.map { entry throws(GIFTError) in try pair(entry) })
  }

  private struct Entry {
    /// `=` or `~`
    var sign: GIFTReader.Mark
    var body: Marks
  }

  private func entries(_ marks: Marks) -> [Entry] {
    let starts = marks.indices.filter { marks[$0].isSign("=") || marks[$0].isSign("~") }
    return starts.enumerated().map { place, start in
      let end = place + 1 < starts.count ? starts[place + 1] : marks.endIndex
      return Entry(sign: marks[start], body: marks[(start + 1)..<end])
    }
  }

  /// `%50%text#feedback`
  private func answer(_ entry: Entry, right: Bool) throws(GIFTError) -> GIFTQuestion.Answer {
    let (weight, rest) = try weight(entry)
    let end = rest.firstIndex { $0.isSign("#") }
    let text = GIFTReader.withoutFormat(rest[..<(end ?? rest.endIndex)].text.trimmed)
    guard !text.isEmpty else { throw GIFTError(kind: .emptyAnswer, position: entry.sign.position) }
    let feedback = end.map { GIFTReader.withoutFormat(rest[($0 + 1)...].text.trimmed) } ?? ""
    return GIFTQuestion.Answer(text: text, feedback: feedback, weight: weight ?? (right ? 100 : 0))
  }

  private func weight(_ entry: Entry) throws(GIFTError) -> (weight: Double?, rest: Marks) {
    let body = entry.body.drop { $0.isSpace }
    guard let first = body.first, first.isSign("%"), let end = body.dropFirst().firstIndex(where: { $0.isSign("%") })
    else { return (nil, body) }
    let text = body[(body.startIndex + 1)..<end].text
    guard let weight = Double(decimal: text.trimmed), (-100...100).contains(weight) else {
      throw GIFTError(kind: .faultyWeight(text), position: first.position)
    }
    return (weight, body[(end + 1)...])
  }

  private func choice(_ entries: [Entry]) throws(GIFTError) -> GIFTQuestion.Content {
    let answers = try entries.map { entry throws(GIFTError) in try answer(entry, right: entry.sign.isSign("=")) }
    guard answers.contains(where: { $0.weight > 0 }) else { throw GIFTError(kind: .noRightAnswer, position: brace) }
    return .choice(answers)
  }

  private func pair(_ entry: Entry) throws(GIFTError) -> GIFTQuestion.Pair {
    guard let arrow = entry.body.firstRange(of: "->") else {
      throw GIFTError(kind: .notAPair(entry.body.text.trimmed), position: entry.sign.position)
    }
    let pair = GIFTQuestion.Pair(
      left: GIFTReader.withoutFormat(entry.body[..<arrow.lowerBound].text.trimmed),
      right: entry.body[arrow.upperBound...].text.trimmed)
    // `= -> wrong` adds an answer that belongs to no question: Moodle has that, too.
    guard !pair.right.isEmpty else { throw GIFTError(kind: .emptyAnswer, position: entry.sign.position) }
    return pair
  }

  // MARK: True or false

  private var truth: Bool? {
    switch marks.prefix(while: { !$0.isSign("#") }).text.trimmed.uppercased() {
    case "T", "TRUE": true
    case "F", "FALSE": false
    default: nil
    }
  }

  /// `T#if wrong#if right`
  private func truthOrFalsehood(_ isTrue: Bool) throws(GIFTError) -> GIFTQuestion.Content {
    let parts = marks.split(omittingEmptySubsequences: false) { $0.isSign("#") }.map { $0.text.trimmed }
    let wrong = parts.count > 1 ? parts[1] : ""
    let right = parts.count > 2 ? parts[2] : ""
    return .choice([
      GIFTQuestion.Answer(text: "True", feedback: isTrue ? right : wrong, weight: isTrue ? 100 : 0),
      GIFTQuestion.Answer(text: "False", feedback: isTrue ? wrong : right, weight: isTrue ? 0 : 100),
    ])
  }

  // MARK: Numbers

  /// `#3:0.5`, `#1..5`, or several, each behind `=`: the one that counts most is taken.
  private func number(_ marks: Marks) throws(GIFTError) -> GIFTQuestion.Content {
    let marks = marks.drop { $0.isSpace }
    guard let first = marks.first else { throw GIFTError(kind: .emptyAnswer, position: brace) }
    guard first.isSign("=") || first.isSign("~") else { return try number(marks, at: first.position) }
    var best: (weight: Double, content: GIFTQuestion.Content)?
    for entry in entries(marks) where entry.sign.isSign("=") {
      let (given, rest) = try weight(entry)
      let weight = given ?? 100
      let content = try number(rest, at: entry.sign.position)
      if weight > (best?.weight ?? 0) { best = (weight, content) }
    }
    guard let best else { throw GIFTError(kind: .noRightAnswer, position: brace) }
    return best.content
  }

  private func number(_ marks: Marks, at position: SourcePosition) throws(GIFTError) -> GIFTQuestion.Content {
    let end = marks.firstIndex { $0.isSign("#") }
    let text = marks[..<(end ?? marks.endIndex)].text.trimmed
    let feedback = end.map { GIFTReader.withoutFormat(marks[($0 + 1)...].text.trimmed) } ?? ""
    if let dots = text.firstRange(of: "..") {
      guard let low = Double(decimal: text[..<dots.lowerBound].filter { !$0.isWhitespace }),
        let high = Double(decimal: text[dots.upperBound...].filter { !$0.isWhitespace }), low <= high
      else { throw GIFTError(kind: .faultyNumber(text), position: position) }
      return .number(value: (low + high) / 2, tolerance: (high - low) / 2, feedback: feedback)
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard parts.count <= 2, let value = Double(decimal: parts[0]),
      let tolerance = parts.count == 2 ? Double(decimal: parts[1]) : 0, tolerance >= 0
    else { throw GIFTError(kind: .faultyNumber(text), position: position) }
    return .number(value: value, tolerance: tolerance, feedback: feedback)
  }
}
