// Mathematics: the TeX subset to MathML and readable Unicode.

/// A formula in the TeX subset that lessons use, read once; pages take it as MathML, terminals as text.
package struct Formula: Hashable, Sendable {
  package var expression: Expression

  /// The depth to which braces, delimiters and environments may stand in one another. Whoever walks the tree may
  /// recurse.
  package static let deepestNesting = 64

  /// Reads a formula, without the dollar signs or fences around it.
  package static func parse(_ source: some StringProtocol) throws(FormulaError) -> Formula {
    var parser = FormulaParser(source)
    return Formula(expression: try parser.parse())
  }
}
