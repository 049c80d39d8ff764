/// A writer of expressions as MathML Core, with TeX's spacing where browsers' own differs.
struct MathMLWriter {
  private(set) var html = ""

  /// Writes one expression. `display` says whether limits stand over and under.
  mutating func write(_ expression: Expression, display: Bool) {
    switch expression {
    case .row(let items): writeRow(items, display: display)
    case .identifier(let letter): writeIdentifier(letter)
    case .word(let word): leaf("mi", word, word.unicodeScalars.count == 1 ? " mathvariant=\"normal\"" : "")
    case .number(let digits): leaf("mn", digits)
    case .symbol(let symbol): write(symbol, form: "")
    case .function(let name, _): leaf("mi", name)
    case .largeOperator(let sign, _): leaf("mo", sign)
    // Browsers drop plain spaces at the ends.
    case .text(let text): leaf("mtext", text.replacing(" ", with: "\u{A0}"))
    case .space(let width): html += "<mspace width=\"\(Self.ems(width))\"></mspace>"
    case .fraction(let above, let below, let style):
      writeFraction(above, below, style, display: display)
    case .root(let content, let index):
      element(index == nil ? "msqrt" : "mroot") { writer in
        writer.one(content, display: display)
        if let index { writer.one(index, display: false) }
      }
    case .scripts(let base, let below, let above):
      writeScripts(base, below, above, isStacked: display && base.hasLimits, display: display)
    case .stacked(let base, let below, let above):
      writeScripts(base, below, above, isStacked: true, display: display)
    case .accent(let accent, let content): write(accent, content, display: display)
    case .brace(let content, let isOver, let label): writeBrace(content, isOver, label, display: display)
    case .fenced(let fence, let items): write(fence, items, display: display)
    case .grid(let grid): write(grid)
    }
  }

  /// Writes an expression as exactly one element.
  mutating func one(_ expression: Expression, display: Bool) {
    if case .row(let items) = expression {
      element("mrow") { $0.writeRow(items, display: display) }
    } else {
      write(expression, display: display)
    }
  }

  mutating func element(_ name: String, _ attributes: String = "", _ content: (inout MathMLWriter) -> Void) {
    html += "<\(name)\(attributes)>"
    content(&self)
    html += "</\(name)>"
  }

  mutating func leaf(_ name: String, _ text: String, _ attributes: String = "") {
    html += "<\(name)\(attributes)>\(Self.escaped(text))</\(name)>"
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Eighteenths of an em, as MathML writes a length.
  static func ems(_ width: Int) -> String {
    let thousandths = (abs(width) * 1000 + 9) / 18
    let digits = String(thousandths % 1000 + 1000).dropFirst()
    return "\(width < 0 ? "-" : "")\(thousandths / 1000).\(digits)em"
  }
}

extension MathMLWriter {
  /// Writes a row's items with the spaces that TeX puts around functions, and signs of number apart from operations.
  /// A row may go on from a cell on its left.
  mutating func writeRow(_ items: [Expression], display: Bool, isContinued: Bool = false) {
    var previous: Expression?
    for (index, item) in items.enumerated() {
      if item.isFunction, previous?.isOperand == true { write(.space(3), display: display) }
      if case .symbol(let symbol) = item {
        write(symbol, form: Self.form(symbol, after: previous, isContinued: index == 0 && isContinued))
      } else {
        write(item, display: display)
      }
      if !item.isSpace { previous = item }
      guard item.isFunction, index + 1 < items.count else { continue }
      let next = items[index + 1]
      guard next.isOperand || next.isOperator else { continue }
      html += "<mo>\u{2061}</mo>"
      if !next.isFenced { write(.space(3), display: display) }
    }
  }

  /// A minus is a sign of number unless something stands before it.
  private static func form(_ symbol: Symbol, after previous: Expression?, isContinued: Bool) -> String {
    switch symbol.role {
    case .binary where isContinued, .relation where isContinued: " form=\"infix\""
    case .binary: previous?.isOperand == true ? "" : " form=\"prefix\""
    default: ""
    }
  }

  private mutating func writeIdentifier(_ letter: String) {
    // One letter in <mi> is set in italics: not so Greek capitals.
    let isUpright = ("Α"..."Ω").contains(letter)
    leaf("mi", letter, isUpright ? " mathvariant=\"normal\"" : "")
  }

  private mutating func write(_ symbol: Symbol, form: String) {
    var attributes = form
    switch symbol.role {
    case .opening: attributes += " form=\"prefix\" stretchy=\"false\""
    case .closing: attributes += " form=\"postfix\" stretchy=\"false\""
    case .bar, .separator: attributes += " stretchy=\"false\" lspace=\"0\" rspace=\"0\""
    case .ordinary: attributes += " lspace=\"0\" rspace=\"0\""
    case .binary, .relation, .punctuation: break
    }
    leaf("mo", symbol.text, attributes + Self.size(symbol.height))
  }

  /// Attributes for the height that `\big` asks for.
  static func size(_ height: Int?) -> String {
    guard let height else { return "" }
    let ems = "\(height / 10).\(height % 10)em"
    return " minsize=\"\(ems)\" maxsize=\"\(ems)\""
  }
}
