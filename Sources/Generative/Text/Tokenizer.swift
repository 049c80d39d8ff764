/// Text to numbers and back: what hidden Markov models and chains read and write.
public protocol Tokenizer {
  /// The number of different tokens: they are numbered `0 ..< count`.
  var count: Int { get }
  func encode(_ text: String) -> [Int]
  func decode(_ tokens: [Int]) -> String
}
