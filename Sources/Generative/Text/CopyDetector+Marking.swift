extension CopyDetector {
  /// The sample in words, with every stretch of `atLeast` or more tokens that is copied between [brackets].
  public func marked(_ sample: [Int], with words: WordTokenizer, atLeast: Int = 6) -> String {
    var text = ""
    func append(_ tokens: ArraySlice<Int>, isCopied: Bool) {
      if tokens.isEmpty { return }
      if !text.isEmpty { text += " " }
      let piece = words.decode(Array(tokens))
      text += isCopied ? "[\(piece)]" : piece
    }
    var position = 0
    for stretch in stretches(in: sample) where stretch.length >= atLeast {
      append(sample[position..<stretch.start], isCopied: false)
      position = stretch.start + stretch.length
      append(sample[stretch.start..<position], isCopied: true)
    }
    append(sample[position...], isCopied: false)
    return text
  }
}
