/// The effects of a place in a row on its neighbours.
extension Expression {
  /// Whether it is something that an operation has on its left or right: not a sign, a space or a function's name.
  var isOperand: Bool {
    switch self {
    case .symbol(let symbol): symbol.role == .closing || symbol.role == .ordinary
    case .space, .largeOperator: false
    case .function: false
    case .scripts(let base, _, _), .stacked(let base, _, _): base.isOperand || base == .row([])
    case .row(let items): items.last?.isOperand ?? false
    case .identifier, .word, .number, .text, .fraction, .root, .accent, .brace, .fenced, .grid: true
    }
  }

  var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let base, _, _), .stacked(let base, _, _): base.isFunction
    default: false
    }
  }

  /// Whether it acts on what follows: a function or a large operator.
  var isOperator: Bool {
    switch self {
    case .function, .largeOperator: true
    case .scripts(let base, _, _), .stacked(let base, _, _): base.isOperator
    default: false
    }
  }

  var isSpace: Bool {
    if case .space = self { true } else { false }
  }

  /// The sign that it is, scripts aside.
  var sign: Symbol? {
    switch self {
    case .symbol(let symbol): symbol
    case .scripts(let base, _, _), .stacked(let base, _, _): base.sign
    default: nil
    }
  }

  /// The items of a row; the expression alone for anything else.
  var items: [Expression] {
    if case .row(let items) = self { items } else { [self] }
  }

  /// Whether it begins with a delimiter.
  var isFenced: Bool {
    switch self {
    case .fenced(let fence, _): !fence.left.isEmpty
    case .symbol(let symbol): symbol.role == .opening
    case .scripts(let base, _, _): base.isFenced
    default: false
    }
  }

  /// Whether limits stand over and under it in a display.
  var hasLimits: Bool {
    switch self {
    case .function(_, let hasLimits), .largeOperator(_, let hasLimits): hasLimits
    default: false
    }
  }
}

/// The effects of a place in a row on the spaces beside it.
extension Expression {
  /// Whether it makes one thing with the letter behind it, as in `dx` and `∂L`.
  var isDifferential: Bool {
    ["∂", "∇", "Δ", "d"].contains { self == .identifier($0) }
  }

  /// Whether a stroke for division needs no space beside it.
  var isShort: Bool {
    switch self {
    case .word, .number, .text: true
    case .scripts(.number, _, _): true
    default: isLetter
    }
  }

  /// Whether it is one letter, scripts and accents aside.
  var isLetter: Bool {
    switch self {
    case .identifier: true
    case .scripts(let base, _, _): base.isLetter
    case .accent(_, let content): content.isLetter
    default: false
    }
  }
}
