import Markup
import Messages
import Yams

/// The keys of a YAML mapping, read one by one. What is missing, wrong or left over becomes a problem with its place.
struct Fields {
  private var mapping: [(key: String, node: Node, mark: Mark?)] = []
  private let file: String
  /// The number of lines that is added to a mark's line to get the file's own.
  private let lineOffset: Int
  private var asked: Set<String> = []
  private(set) var problems: [Problem] = []

  init(yaml: some StringProtocol, file: String, lineOffset: Int = 0) {
    self.file = file
    self.lineOffset = lineOffset
    do {
      guard let node = try Yams.compose(yaml: String(yaml), .basic) else { return }
      guard let mapping = node.mapping else {
        report(.faultyYAML(reason: "it is not a list of `key: value`"), node.mark)
        return
      }
      self.mapping = mapping.map { ($0.key.string ?? "?", $0.value, $0.key.mark) }
    } catch let error as YamlError {
      report(error)
    } catch {
      problems.append(Problem(.faultyYAML(reason: "\(error)"), file: file))
    }
  }

  /// The fields of a nested mapping.
  private init(_ mapping: Node.Mapping, file: String, lineOffset: Int) {
    self.file = file
    self.lineOffset = lineOffset
    self.mapping = mapping.map { ($0.key.string ?? "?", $0.value, $0.key.mark) }
  }

  mutating func string(_ key: String, default standard: String? = nil) -> String {
    guard let node = node(key, isOptional: standard != nil) else { return standard ?? "" }
    guard let text = node.string, !text.isEmpty else {
      report(.wrongValue(key: key, value: node.string ?? "…", allowed: ["some text"]), node.mark)
      return standard ?? ""
    }
    return text
  }

  /// A name that may stand in an address, a file's name and a program.
  mutating func identifier(_ key: String) -> String {
    let text = string(key)
    if !text.isEmpty, !Self.isIdentifier(text) {
      report(.wrongValue(key: key, value: text, allowed: Self.identifier), node(key, isOptional: true)?.mark)
    }
    return text
  }

  /// The name of a course, which stands in every line of a learner's log; `nil` where there is none.
  mutating func courseIdentifier(_ key: String) -> String? {
    guard let node = node(key, isOptional: true) else { return nil }
    guard let text = node.string, Self.isCourseIdentifier(text) else {
      report(
        .wrongValue(key: key, value: node.string ?? "…", allowed: ["up to 64 letters, digits and hyphens"]), node.mark)
      return nil
    }
    return text
  }

  /// Whether an id is in plain letters: what looks alike is the same.
  private static func isCourseIdentifier(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        let sign = Character(UnicodeScalar(byte))
        return sign.isASCII && (sign.isLetter || sign.isNumber || sign == "-")
      }
  }

  static let identifier = ["letters, digits and hyphens"]

  /// Two that look the same are the same.
  static func isIdentifier(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      && !text.unicodeScalars.contains(where: InvisibleCharacter.isOne)
  }

  mutating func strings(_ key: String, isOptional: Bool = false) -> [String] {
    guard let node = node(key, isOptional: isOptional) else { return [] }
    guard let sequence = node.sequence, sequence.allSatisfy({ $0.string != nil }) else {
      report(.wrongValue(key: key, value: node.string ?? "…", allowed: ["[a list, of texts]"]), node.mark)
      return []
    }
    return sequence.compactMap(\.string)
  }

  /// A whole number above zero.
  mutating func count(_ key: String) -> Int {
    guard let node = node(key, isOptional: false) else { return 1 }
    // YAML has whole numbers in other notations, too.
    guard let text = node.string, let value = Int(text), value > 0 else {
      report(.wrongValue(key: key, value: node.string ?? "…", allowed: ["a whole number above zero"]), node.mark)
      return 1
    }
    return value
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let node = node(key, isOptional: false) else { return nil }
    if let text = node.string, let value = Value(rawValue: text) { return value }
    report(
      .wrongValue(key: key, value: node.string ?? "…", allowed: Value.allCases.map { $0.rawValue }), node.mark)
    return nil
  }

  /// The keys of a nested mapping and, for each, what stands under it.
  mutating func entries(_ key: String) -> [(key: String, fields: Fields)] {
    guard let node = node(key, isOptional: true) else { return [] }
    guard let mapping = node.mapping else {
      report(.wrongValue(key: key, value: node.string ?? "…", allowed: ["a mapping"]), node.mark)
      return []
    }
    return mapping.compactMap { entry in
      guard let name = entry.key.string, let value = entry.value.mapping else {
        report(.wrongValue(key: key, value: entry.key.string ?? "…", allowed: ["a mapping"]), entry.key.mark)
        return nil
      }
      return (name, Fields(value, file: file, lineOffset: lineOffset))
    }
  }

  /// Returns the place of a key; `nil` where it is missing.
  func position(_ key: String) -> SourcePosition? {
    mapping.first { $0.key == key }.flatMap { $0.mark }.map(position)
  }

  /// Reports the keys that nobody asked for.
  mutating func finish() -> [Problem] {
    for entry in mapping where !asked.contains(entry.key) {
      report(
        .unknownKey(entry.key, suggestion: problems.suggestion(for: entry.key, in: asked.sorted())), entry.mark)
    }
    return problems
  }

  private mutating func node(_ key: String, isOptional: Bool) -> Node? {
    asked.insert(key)
    if let entry = mapping.first(where: { $0.key == key }) { return entry.node }
    // A file that cannot be read at all lacks every key; one problem is enough.
    if !isOptional, problems.isEmpty || !mapping.isEmpty { report(.missingKey(key), nil) }
    return nil
  }

  private mutating func report(_ kind: Problem.Kind, _ mark: Mark?) {
    problems.append(Problem(kind, file: file, at: mark.map(position)))
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(.faultyYAML(reason: problem), mark)
    default:
      report(.faultyYAML(reason: "\(error)"), nil)
    }
  }

  private func position(_ mark: Mark) -> SourcePosition {
    SourcePosition(line: mark.line + lineOffset, column: mark.column)
  }
}
