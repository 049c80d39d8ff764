import Numerics

/// A token for each word, and for each of the marks . , ; : ! ?
///
/// Words are letters and digits with apostrophes and hyphens inside, in small letters; quotation marks, brackets and
/// underscores are left out. Token 0 stands for all words that are too rare to have a token of their own.
public struct WordTokenizer: Tokenizer, Sendable {
  /// Words in UTF-8: bytes are compared without the tables of Unicode, which WebAssembly would have to load.
  let words: [[UInt8]]
  private let numbers: [[UInt8]: Int]
  let keepsMarks: Bool
  /// The token of all rare words.
  public static let unknown = 0

  /// The vocabulary of `text`, in the order of first appearance.
  /// - Parameters:
  ///   - minimumCount: a word that occurs less often has no token of its own.
  ///   - keepsMarks: false leaves the marks out.
  public init(_ text: String, minimumCount: Int = 1, keepsMarks: Bool = true) {
    var counts: [[UInt8]: Int] = [:]
    var order: [[UInt8]] = []
    for word in WordTokenizer.split(text, keepsMarks: keepsMarks) {
      if counts[word, default: 0] == 0 { order.append(word) }
      counts[word, default: 0] += 1
    }
    var words: [[UInt8]] = [Array("…".utf8)]
    for word in order where counts[word, default: 0] >= minimumCount { words.append(word) }
    var numbers: [[UInt8]: Int] = [:]
    for number in 1..<max(1, words.count) { numbers[words[number]] = number }
    self.words = words
    self.numbers = numbers
    self.keepsMarks = keepsMarks
  }

  public var count: Int { words.count }

  /// The token of one word; `unknown` when it has none.
  public func token(_ word: String) -> Int {
    numbers[Array(word.utf8)] ?? WordTokenizer.unknown
  }

  /// The word of one token.
  public func word(_ token: Int) -> String {
    require(token >= 0 && token < count, "word: token \(token) is not one of 0 ..< \(count)")
    return String(decoding: words[token], as: UTF8.self)
  }

  public func encode(_ text: String) -> [Int] {
    WordTokenizer.split(text, keepsMarks: keepsMarks).map { numbers[$0] ?? WordTokenizer.unknown }
  }

  /// Words with a space between them, marks without one before them.
  public func decode(_ tokens: [Int]) -> String {
    var bytes: [UInt8] = []
    for token in tokens {
      require(token >= 0 && token < count, "decode: token \(token) is not one of 0 ..< \(count)")
      let word = words[token]
      if !bytes.isEmpty, !WordTokenizer.isMark(UInt32(word[0])) { bytes.append(32) }
      bytes.append(contentsOf: word)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Splitting

  static func split(_ text: String, keepsMarks: Bool) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var joiner: UInt8?  // an apostrophe or hyphen that belongs to the word only if a letter follows
    func finish() {
      if !word.isEmpty { words.append(word) }
      word = []
      joiner = nil
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if isLetter(value) {
        if let mark = joiner { word.append(mark) }
        joiner = nil
        if (65...90).contains(value) {
          word.append(UInt8(value + 32))
        } else {
          word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      } else if !word.isEmpty, joiner == nil, value == 39 || value == 0x2019 || value == 45 {
        joiner = value == 45 ? 45 : 39
      } else {
        finish()
        if keepsMarks, isMark(value) { words.append([UInt8(value)]) }
      }
    }
    finish()
    return words
  }

  private static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 48...57, 65...90, 97...122: true
    case 0xD7, 0xF7: false
    default: (0xC0...0x1FFF).contains(value) || value >= 0x2C00 && !(0x3000...0x303F).contains(value)
    }
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 33, 44, 46, 58, 59, 63: true  // ! , . : ; ?
    default: false
    }
  }
}
