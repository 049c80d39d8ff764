extension Formula {
  /// The formula on one line, in Unicode: `P(y | x) = P(x | y) P(y) / P(x)`.
  package var plainText: String {
    PlainText.text(expression)
  }
}
