/// A formula's tree, as TeX sets it.
package indirect enum Expression: Hashable, Sendable {
  case row([Expression])
  /// A variable or constant: one letter, in the alphabet that it is set in.
  case identifier(String)
  /// An upright name of several letters, such as `KL`.
  case word(String)
  case number(String)
  case symbol(Symbol)
  /// A named function, such as `log`. With limits, what is below it in a display stands under it.
  case function(String, hasLimits: Bool)
  /// `∑`, `∏`, `∫` and their like.
  case largeOperator(String, hasLimits: Bool)
  case text(String)
  /// A space, in eighteenths of an em.
  case space(Int)
  case fraction(Expression, Expression, FractionStyle)
  case root(Expression, index: Expression?)
  case scripts(Expression, below: Expression?, above: Expression?)
  /// Always over or under, never beside.
  case stacked(Expression, below: Expression?, above: Expression?)
  case accent(Accent, Expression)
  /// A brace over or under an expression, with what is written at it.
  case brace(Expression, isOver: Bool, label: Expression?)
  case fenced(Fence, [Expression])
  case grid(Grid)

  package enum FractionStyle: Hashable, Sendable {
    case automatic, display, text
  }

  /// A pair of delimiters. An empty string is no delimiter, as after `\left.`.
  package struct Fence: Hashable, Sendable {
    package var left: String
    package var right: String
    /// Whether they grow with what they hold: `\left( … \right)`.
    package var isStretchy: Bool
    /// The height that `\big` and its like ask for, in tenths of an em; nil for their own.
    package var height: Int?
  }

  /// Rows of cells: an environment.
  package struct Grid: Hashable, Sendable {
    package var kind: Kind
    package var rows: [[Expression]]

    package enum Kind: Hashable, Sendable {
      /// Columns in pairs: right, then left.
      case aligned
      case gathered
      case cases
      case matrix(left: String, right: String)
    }
  }
}

/// A sign that stands between, before or after others.
package struct Symbol: Hashable, Sendable {
  package var text: String
  package var role: Role
  /// The height that `\big` and its like ask for, in tenths of an em; nil for its own.
  package var height: Int?

  package enum Role: Hashable, Sendable {
    case ordinary, binary, relation, opening, closing, punctuation
    /// `|` and `‖`, until it is clear whether they enclose or separate.
    case bar
    /// A bar that separates: `x | y`.
    case separator
  }

  var isDelimiter: Bool { role == .opening || role == .closing || role == .bar }

  package init(_ text: String, _ role: Role, height: Int? = nil) {
    self.text = text
    self.role = role
    self.height = height
  }
}

/// A mark over a letter, or over several.
package enum Accent: String, Hashable, Sendable, CaseIterable {
  case hat, bar, tilde, vec, dot, ddot, check, widehat, widetilde, overline
}
