import Markup

/// A reader of GIFT: questions with blank lines between them, answers between braces.
struct GIFTReader {
  /// A byte, or one that a backslash stood before: that one means nothing but itself.
  struct Mark: Equatable {
    var byte: UInt8
    var isEscaped = false
    /// A file has millions of them.
    private var line: Int32
    private var column: Int32

    init(byte: UInt8, isEscaped: Bool = false, position: SourcePosition) {
      self.byte = byte
      self.isEscaped = isEscaped
      (line, column) = (Int32(clamping: position.line), Int32(clamping: position.column))
    }

    var position: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }

    func isSign(_ sign: Unicode.Scalar) -> Bool { !isEscaped && byte == UInt8(ascii: sign) }
  }

  static func read(_ text: String) throws(GIFTError) -> [GIFTQuestion] {
    var questions: [GIFTQuestion] = []
    var chunk: [Mark] = []
    var comments: [String] = []
    func finish() throws(GIFTError) {
      if !chunk.text.trimmed.isEmpty {
        var question = try question(of: chunk)
        question.take(comments)
        questions.append(question)
        comments = []
      }
      chunk = []
    }
    // A byte order mark is no part of the first line.
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = line.trimmed
      if words.hasPrefix("//") {
        comments.append(marks(line, number: index + 1).text.trimmed)
      } else if words.isEmpty || words.hasPrefix("$CATEGORY:") {
        try finish()
      } else {
        chunk += marks(line, number: index + 1)
      }
    }
    try finish()
    return questions
  }

  /// The bytes of a line and its end, escapes resolved.
  private static func marks(_ line: Substring, number: Int) -> [Mark] {
    var marks: [Mark] = []
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let position = SourcePosition(line: number, column: index + 1)
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if bytes[index] == UInt8(ascii: "\\"), "~=#{}:\\n".utf8.contains(next) {
        let byte = next == UInt8(ascii: "n") ? UInt8(ascii: "\n") : next
        marks.append(Mark(byte: byte, isEscaped: true, position: position))
        index += 2
      } else {
        marks.append(Mark(byte: bytes[index], position: position))
        index += 1
      }
    }
    marks.append(Mark(byte: UInt8(ascii: "\n"), position: SourcePosition(line: number, column: bytes.count + 1)))
    return marks
  }

  // MARK: One question

  private var rest: ArraySlice<Mark>
  private let start: SourcePosition

  private init(_ marks: [Mark]) {
    rest = marks.drop { $0.isSpace }
    start = rest.first?.position ?? SourcePosition(line: 1, column: 1)
  }

  private static func question(of chunk: [Mark]) throws(GIFTError) -> GIFTQuestion {
    var reader = GIFTReader(chunk)
    return try reader.question()
  }

  private mutating func question() throws(GIFTError) -> GIFTQuestion {
    let name = try takeName()
    let format = try takeFormat()
    let opening = rest.firstIndex { $0.isSign("{") } ?? rest.endIndex
    if let brace = rest[..<opening].first(where: { $0.isSign("}") }) {
      throw GIFTError(kind: .strayBrace, position: brace.position)
    }
    var question = GIFTQuestion(
      position: start, name: name, text: GIFTText(format: format, text: rest[..<opening].text.trimmed),
      content: .description)
    guard opening < rest.endIndex else { return question }
    let brace = rest[opening].position
    let body = rest[(opening + 1)...]
    guard let closing = body.firstIndex(where: { $0.isSign("}") }) else {
      throw GIFTError(kind: .answersNotClosed, position: brace)
    }
    let behind = body[(closing + 1)...]
    if let second = behind.first(where: { $0.isSign("{") || $0.isSign("}") }) {
      throw GIFTError(kind: .secondAnswers, position: second.position)
    }
    question.tail = behind.text.trimmed
    var answers = body[..<closing]
    if let mark = answers.firstRange(of: "####") {
      question.feedback = Self.withoutFormat(answers[mark.upperBound...].text.trimmed)
      answers = answers[..<mark.lowerBound]
    }
    question.content = try GIFTAnswers(answers, brace).content()
    return question
  }

  private mutating func takeName() throws(GIFTError) -> String {
    guard rest.starts(with: "::") else { return "" }
    let begin = rest.dropFirst(2)
    guard let end = begin.firstRange(of: "::") else { throw GIFTError(kind: .nameNotClosed, position: start) }
    rest = begin[end.upperBound...].drop { $0.isSpace }
    return begin[..<end.lowerBound].text.trimmed
  }

  private mutating func takeFormat() throws(GIFTError) -> GIFTText.Format {
    guard let first = rest.first, first.isSign("["), let end = rest.firstIndex(where: { $0.isSign("]") }) else {
      return .moodle
    }
    let word = rest[(rest.startIndex + 1)..<end].text
    // A bracket may be part of the question, too: `[0, 1] is …`.
    guard word.allSatisfy({ $0.isLetter }), !word.isEmpty else { return .moodle }
    guard let format = GIFTText.Format(rawValue: word.lowercased()) else {
      throw GIFTError(kind: .unknownFormat(word), position: first.position)
    }
    rest = rest[(end + 1)...].drop { $0.isSpace }
    return format
  }

  /// An answer or a feedback may have a format of its own; its words are what counts.
  static func withoutFormat(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "["), let end = text.firstIndex(of: "]"),
      GIFTText.Format(rawValue: String(text[..<end].dropFirst())) != nil
    else { return text }
    return String(text[end...].dropFirst().drop(while: \.isWhitespace))
  }
}

extension GIFTQuestion {
  /// Takes what comments above a question say about it.
  mutating func take(_ comments: [String]) {
    for comment in comments {
      if let mark = comment.firstRange(of: "[id:"), let end = comment[mark.upperBound...].firstIndex(of: "]") {
        id = String(comment[mark.upperBound..<end].trimmed)
      }
      let words = comment.dropFirst(2).drop(while: \.isWhitespace)
      if let value = Self.value(of: "unit:", in: words), !value.contains(where: \.isNewline) { unit = value }
      if let value = Self.value(of: "hint:", in: words) { hints.append(value) }
    }
  }

  private static func value(of name: String, in words: Substring) -> String? {
    words.hasPrefix(name) ? String(words.dropFirst(name.count).drop(while: \.isWhitespace)) : nil
  }
}

extension GIFTReader.Mark {
  var isSpace: Bool { !isEscaped && (byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D) }
}

extension Collection<GIFTReader.Mark> where Index == Int {
  var text: String { String(decoding: map(\.byte), as: UTF8.self) }

  func starts(with signs: String) -> Bool { firstRange(of: signs, isAtStart: true) != nil }

  func firstRange(of signs: String, isAtStart: Bool = false) -> Range<Int>? {
    let signs = Array(signs.unicodeScalars)
    var place = startIndex
    while place + signs.count <= endIndex {
      if signs.indices.allSatisfy({ self[place + $0].isSign(signs[$0]) }) { return place..<place + signs.count }
      if isAtStart { return nil }
      place += 1
    }
    return nil
  }
}

extension Substring {
  /// The text without spaces and line ends around it.
  var trimmed: Substring {
    var text = self
    // Nearly always there is a letter of ASCII at either end, and its byte tells that.
    func mayBeSpace(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 || $0 >= 0x80 } ?? false }
    while mayBeSpace(text.utf8.first), text.first?.isWhitespace == true { text.removeFirst() }
    while mayBeSpace(text.utf8.last), text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  var trimmed: String { String(self[...].trimmed) }
}
