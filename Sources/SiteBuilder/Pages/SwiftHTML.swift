import Course
import Markup

/// Swift code with the classes that the theme colours.
enum SwiftHTML {
  static func html(_ code: String) -> String {
    var html = ""
    for token in SwiftTokenizer.tokens(code) {
      let text = String(token.text).escapedForHTML
      html += name(of: token.kind).map { "<span class=\"\($0)\">\(text)</span>" } ?? text
    }
    return html
  }

  private static func name(of kind: SwiftTokenizer.Kind) -> String? {
    switch kind {
    case .plain: nil
    case .keyword: "k"
    case .type: "t"
    case .string: "s"
    case .number: "n"
    case .comment: "c"
    case .call: "f"
    }
  }
}
