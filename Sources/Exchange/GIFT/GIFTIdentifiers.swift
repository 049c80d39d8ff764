import Foundation

/// A source of ids for the questions of a file that nothing else has.
struct GIFTIdentifiers {
  private var taken: Set<String>
  /// The last number that stands behind a name.
  private var numbers: [String: Int] = [:]

  /// - Parameter taken: ids that the course has already.
  init(taken: Set<String>) {
    self.taken = taken
  }

  /// The question's own id, else its name in small letters; with a number behind it where that is taken.
  mutating func identifier(of question: GIFTQuestion) -> String {
    let words = question.name.isEmpty ? question.text.text : question.name
    let preferred = Self.slug(question.id ?? "") ?? Self.slug(String(words.prefix(60))) ?? "question"
    var identifier = preferred
    while !taken.insert(identifier).inserted {
      let number = numbers[preferred, default: 1] + 1
      numbers[preferred] = number
      identifier = "\(preferred)-\(number)"
    }
    return identifier
  }

  /// Letters and digits of ASCII with hyphens between them, beginning with a letter.
  private static func slug(_ text: String) -> String? {
    let plain = text.decomposedStringWithCanonicalMapping.lowercased()
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-")
    guard let first = slug.first else { return nil }
    return first.isLetter ? slug : "question-\(slug)"
  }
}
