import Numerics

/// A token for each character (Unicode scalar).
public struct CharacterTokenizer: Tokenizer, Sendable {
  let characters: [UInt32]
  /// Folded before they are looked up: capitals to small letters, all that is no letter to a space, spaces to one.
  let lettersOnly: Bool
  private let numbers: [UInt32: Int]

  /// The characters that occur in `text`, in the order of their code points. A character that is met later and is
  /// not among them is left out.
  public init(_ text: String) {
    var seen: Set<UInt32> = []
    for scalar in text.unicodeScalars { seen.insert(scalar.value) }
    self.init(characters: seen.sorted(), lettersOnly: false)
  }

  /// 27 tokens: a space (0) and the letters a to z, capitals counted as small letters. Whatever stands between two
  /// words counts as one space.
  public static let letters = CharacterTokenizer(characters: [32] + (97...122), lettersOnly: true)

  private init(characters: [UInt32], lettersOnly: Bool) {
    self.characters = characters
    self.lettersOnly = lettersOnly
    var numbers: [UInt32: Int] = [:]
    for (number, character) in characters.enumerated() { numbers[character] = number }
    self.numbers = numbers
  }

  public var count: Int { characters.count }

  public func encode(_ text: String) -> [Int] {
    var tokens: [Int] = []
    for scalar in text.unicodeScalars {
      if lettersOnly {
        let small = (65...90).contains(scalar.value) ? scalar.value + 32 : scalar.value
        let token = (97...122).contains(small) ? Int(small) - 96 : 0
        if token == 0, tokens.isEmpty || tokens[tokens.count - 1] == 0 { continue }
        tokens.append(token)
      } else if let token = numbers[scalar.value] {
        tokens.append(token)
      }
    }
    return tokens
  }

  public func decode(_ tokens: [Int]) -> String {
    var text = ""
    for token in tokens {
      require(token >= 0 && token < count, "decode: token \(token) is not one of 0 ..< \(count)")
      if let scalar = Unicode.Scalar(characters[token]) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}
