/// The reason why a formula could not be read, and the place.
package struct FormulaError: Error, Hashable, Sendable {
  package var kind: Kind
  /// The place, in bytes of UTF-8 from the formula's start.
  package var offset: Int

  package enum Kind: Hashable, Sendable {
    /// A command that the subset lacks, with its backslash.
    case unknownCommand(String)
    case unknownEnvironment(String)
    /// `\frac{a}` without its second argument, or a script with nothing in it.
    case missingArgument(of: String)
    /// A beginning at the offset that is never closed: `{`, `\left`, `\begin{aligned}`.
    case unclosed(String)
    /// A sign that closes or separates nothing here: `}`, `&`, `\right`.
    case unexpected(String)
    /// `\begin{cases} … \end{aligned}`.
    case mismatchedEnd(expected: String, found: String)
    /// Two subscripts or two superscripts on one base.
    case doubleScript(String)
    /// `\left` or `\right` before something that is no delimiter.
    case notADelimiter(String)
    case nestedTooDeeply(limit: Int)
  }
}

extension FormulaError.Kind {
  /// The names that may have been meant: those that are nearest.
  package var candidates: [String] {
    switch self {
    case .unknownCommand(let name):
      Spelling.candidates(for: String(name.dropFirst()), among: Vocabulary.names).map { "\\" + $0 }
    case .unknownEnvironment(let name): Spelling.candidates(for: name, among: Vocabulary.environments.keys)
    case .missingArgument, .unclosed, .unexpected, .mismatchedEnd, .doubleScript, .notADelimiter, .nestedTooDeeply: []
    }
  }
}
