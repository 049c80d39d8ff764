/// The commands that lessons may use and what each stands for.
enum Vocabulary {
  /// Commands for one sign.
  static let symbols: [String: Expression] = {
    var all: [String: Expression] = [:]
    for (name, letter) in greek { all[name] = .identifier(letter) }
    for (name, sign) in ordinary { all[name] = .identifier(sign) }
    for (role, signs) in [(Symbol.Role.binary, binary), (.relation, relations), (.punctuation, ["colon": ":"])] {
      for (name, sign) in signs { all[name] = .symbol(Symbol(sign, role)) }
    }
    for (name, sign) in largeOperators { all[name] = .largeOperator(sign, hasLimits: !name.hasSuffix("int")) }
    for name in functions { all[name] = .function(name, hasLimits: false) }
    for name in functionsWithLimits { all[name] = .function(name, hasLimits: true) }
    for (name, width) in spaces { all[name] = .space(width) }
    for (name, delimiter) in delimiters { all[name] = .symbol(delimiter) }
    return all
  }()

  private static let greek = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]

  private static let ordinary = [
    "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "hbar": "ℏ", "emptyset": "∅", "forall": "∀",
    "exists": "∃", "neg": "¬", "top": "⊤", "bot": "⊥", "prime": "′", "ldots": "…", "dots": "…", "cdots": "⋯",
    "vdots": "⋮", "ddots": "⋱", "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "Re": "ℜ", "Im": "ℑ",
  ]

  private static let binary = [
    "cdot": "⋅", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "circ": "∘",
    "ast": "∗", "star": "⋆", "cup": "∪", "cap": "∩", "setminus": "∖", "wedge": "∧", "vee": "∨", "land": "∧",
    "lor": "∨", "bullet": "∙",
  ]

  private static let relations = [
    "sim": "∼", "approx": "≈", "simeq": "≃", "cong": "≅", "equiv": "≡", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ll": "≪", "gg": "≫", "ne": "≠", "neq": "≠", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂",
    "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←",
    "leftrightarrow": "↔", "Rightarrow": "⇒", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "implies": "⟹", "iff": "⟺",
    "mapsto": "↦", "longrightarrow": "⟶", "propto": "∝", "mid": "∣", "parallel": "∥", "perp": "⟂", "lt": "<",
    "gt": ">",
  ]

  private static let largeOperators = [
    "sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "oint": "∮", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
    "bigodot": "⨀",
  ]

  private static let functions = [
    "log", "ln", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "arg", "dim", "ker",
    "deg",
  ]

  private static let functionsWithLimits = ["max", "min", "sup", "inf", "lim", "det", "Pr", "gcd"]

  /// The widths of spaces, in eighteenths of an em.
  private static let spaces = [
    ",": 3, ":": 4, ";": 5, "!": -3, " ": 6, "quad": 18, "qquad": 36, "thinspace": 3, "enspace": 9,
  ]

  /// Commands for delimiters.
  static let delimiters: [String: Symbol] = [
    "{": Symbol("{", .opening), "}": Symbol("}", .closing), "lbrace": Symbol("{", .opening),
    "rbrace": Symbol("}", .closing), "langle": Symbol("⟨", .opening), "rangle": Symbol("⟩", .closing),
    "lfloor": Symbol("⌊", .opening), "rfloor": Symbol("⌋", .closing), "lceil": Symbol("⌈", .opening),
    "rceil": Symbol("⌉", .closing), "lvert": Symbol("|", .opening), "rvert": Symbol("|", .closing),
    "lVert": Symbol("‖", .opening), "rVert": Symbol("‖", .closing), "vert": Symbol("|", .bar),
    "Vert": Symbol("‖", .bar), "|": Symbol("‖", .bar),
  ]

  /// Characters that are signs as they are typed.
  static let characters: [Unicode.Scalar: Symbol] = {
    var all: [Unicode.Scalar: Symbol] = [
      "+": Symbol("+", .binary), "-": Symbol("−", .binary), "*": Symbol("∗", .binary), "/": Symbol("/", .ordinary),
      "=": Symbol("=", .relation), "<": Symbol("<", .relation), ">": Symbol(">", .relation),
      ":": Symbol(":", .relation), ",": Symbol(",", .punctuation), ";": Symbol(";", .punctuation),
      "(": Symbol("(", .opening), ")": Symbol(")", .closing), "[": Symbol("[", .opening),
      "]": Symbol("]", .closing), "|": Symbol("|", .bar), "!": Symbol("!", .ordinary), "?": Symbol("?", .ordinary),
      ".": Symbol(".", .ordinary), "@": Symbol("@", .ordinary), "−": Symbol("−", .binary),
    ]
    for signs in [binary, relations] {
      for (name, sign) in signs {
        if case .symbol(let symbol)? = symbols[name], let scalar = sign.unicodeScalars.first { all[scalar] = symbol }
      }
    }
    // The point of keyboards, beside that of mathematics.
    all["·"] = all["⋅"]
    return all
  }()

  /// Digits that were pasted as raised or lowered ones, with those that they are.
  static let raisedDigits = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars, "0123456789".unicodeScalars))
  static let loweredDigits = Dictionary(
    uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉".unicodeScalars, "0123456789".unicodeScalars))

  /// Whether a sign that a command stands for was typed as itself.
  static func isTypedSign(_ scalar: Unicode.Scalar) -> Bool {
    typedSigns.contains(scalar)
  }

  private static let typedSigns = Set(ordinary.values.flatMap(\.unicodeScalars)).subtracting("%$#&_".unicodeScalars)

  static let alphabets: [String: Alphabet] = [
    "mathrm": .upright, "mathbf": .bold, "boldsymbol": .boldItalic, "bm": .boldItalic, "mathbb": .doubleStruck,
    "mathcal": .script, "mathsf": .sansSerif, "mathtt": .typewriter, "mathit": .italic,
  ]

  static let texts: Set<String> = ["text", "textrm", "mbox"]

  static let heights = ["big": 12, "Big": 18, "bigg": 24, "Bigg": 30]

  static let environments: [String: Expression.Grid.Kind] = [
    "aligned": .aligned, "split": .aligned, "gathered": .gathered, "cases": .cases,
    "matrix": .matrix(left: "", right: ""), "pmatrix": .matrix(left: "(", right: ")"),
    "bmatrix": .matrix(left: "[", right: "]"), "Bmatrix": .matrix(left: "{", right: "}"),
    "vmatrix": .matrix(left: "|", right: "|"), "Vmatrix": .matrix(left: "‖", right: "‖"),
  ]

  /// Commands that the parser knows by itself.
  static let structures = [
    "frac", "tfrac", "dfrac", "sqrt", "left", "right", "middle", "begin", "end", "underbrace", "overbrace", "overset",
    "underset", "stackrel", "operatorname", "limits", "nolimits",
  ]

  /// Every command's name, for "did you mean".
  static var names: Set<String> {
    Set(symbols.keys).union(alphabets.keys).union(texts).union(structures).union(Accent.allCases.map(\.rawValue))
      .union(heights.keys.flatMap { [$0, $0 + "l", $0 + "r", $0 + "m"] }).filter { $0.first?.isLetter == true }
  }
}
