extension Formula {
  /// The formula as MathML Core. A display stands on a line of its own, with limits over and under.
  package func mathML(display: Bool) -> String {
    var writer = MathMLWriter()
    writer.write(expression, display: display)
    let kind = display ? "block" : "inline"
    let text = MathMLWriter.escaped(plainText)
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"\(kind)\" alttext=\"\(text)\">"
      + "<mrow>\(writer.html)</mrow></math>"
  }
}
