/// MathML cut down to what it says: structure and signs, without attributes, spaces and grouping.
///
/// `<mfrac><mi>a</mi><mrow><mi>b</mi></mrow></mfrac>` becomes `mfrac{a}{b}`. Evened out, since pandoc and we differ:
/// limits over and under count as scripts (we set them beside in a fraction, as TeX does), a script behind a
/// delimiter belongs to the delimiter, a prime is a letter, and signs of the same look are the same sign.
struct Outline {
  private var rest: Substring.UnicodeScalarView

  static func text(_ mathML: String) -> String {
    var outline = Outline(rest: mathML.unicodeScalars[...])
    return outline.children().joined().replacing("||", with: "‖").replacing("″", with: "′′")
  }

  /// The elements up to the next closing tag, each as text.
  private mutating func children() -> [String] {
    var children: [String] = []
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...].dropFirst()
      let tag = rest.prefix { $0 != ">" }
      rest = rest.dropFirst(tag.count + 1)
      if tag.first == "/" { return children }
      let name = String(tag.prefix { $0.properties.isAlphabetic })
      if ["mi", "mn", "mo", "mtext"].contains(name) {
        let text = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(text.count)
        _ = self.children()
        children.append(Self.plain(text))
      } else {
        children.append(Self.element(name, self.children()))
      }
    }
    return children
  }

  private static func element(_ name: String, _ inner: [String]) -> String {
    switch name {
    case "math", "semantics", "mrow", "mstyle", "p": inner.joined()
    case "mspace", "annotation": ""
    case "msqrt", "mtd": "\(name){\(inner.joined())}"
    case "msub", "munder": scripts("msub", inner)
    case "msup", "mover": inner.last?.allSatisfy { $0 == "′" } == true ? inner.joined() : scripts("msup", inner)
    case "msubsup", "munderover": scripts("msubsup", inner)
    default: name + inner.map { "{\($0)}" }.joined()
    }
  }

  private static func scripts(_ name: String, _ inner: [String]) -> String {
    var inner = inner
    var before = ""
    if let base = inner.first, let last = base.last, base.count > 1, ")]‖|⟩".contains(last) {
      before = String(base.dropLast())
      inner[0] = String(last)
    }
    return before + name + inner.map { "{\($0)}" }.joined()
  }

  /// Signs for which pandoc takes another character of the same look.
  private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{302}": "^", "\u{303}": "~", "\u{304}": "‾", "\u{20D7}": "→", "\u{307}": "˙", "∥": "‖", "*": "∗", "\\": "∖",
  ]

  private static func plain(_ text: Substring.UnicodeScalarView.SubSequence) -> String {
    var plain = ""
    for scalar in text where !scalar.properties.isWhitespace && scalar != "\u{2061}" {
      plain.unicodeScalars.append(alike[scalar] ?? scalar)
    }
    return plain
  }
}
