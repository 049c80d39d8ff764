/// The wording of a fault that the compiler finds, given before the compiler's own: what is wrong, and how it is
/// mended.
///
/// In a pattern `{}` stands for whatever the compiler put there; `{1}`, `{2}` name it in our words.
package struct CompilerWording {
  let pattern: String
  let sentence: String
  let help: String?

  private init(_ pattern: String, _ sentence: String, _ help: String? = nil) {
    self.pattern = pattern
    self.sentence = sentence
    self.help = help
  }

  /// The first that fits is taken.
  static let all: [CompilerWording] = [
    // Names
    CompilerWording(
      "cannot find operator '++' in scope{}", "Swift has no `++`", "write `+= 1`"),
    CompilerWording("cannot find operator '..' in scope{}", "Swift has no `..`", "write `0..<10` or `0...10`"),
    CompilerWording("cannot find operator '{}' in scope{}", "there is no operator `{1}`"),
    CompilerWording(
      "cannot find type '{}' in scope", "there is no type called {1}", "check how it is written: capitals count"),
    CompilerWording(
      "cannot find '{}' in scope", "nothing is called {1} here",
      "check how it is written, or make it with `let {1} = …`; what an earlier cell makes is there with `//| needs:`"),
    CompilerWording("value of type '{}' has no member '{}'", "{1} has nothing called {2}"),
    CompilerWording("type '{}' has no member '{}'", "{1} has nothing called {2}"),
    CompilerWording("invalid redeclaration of '{}'", "there is something called {1} already", "choose another name"),
    CompilerWording(
      "keyword '{}' cannot be used as an identifier here", "`{1}` is a word of Swift", "choose another name"),
    CompilerWording("no such module '{}'", "there is no module called {1}", "cells need no import but Foundation"),

    // Arguments
    CompilerWording("missing argument label '{}' in call", "an argument lacks its name", "write `{1}` in front of it"),
    CompilerWording(
      "extraneous argument label '{}' in call", "this argument has no name", "take `{1}` away"),
    CompilerWording(
      "incorrect argument label in call (have '{}', expected '{}')", "the argument is called `{2}`, not `{1}`",
      "write `{2}`"),
    CompilerWording(
      "incorrect argument labels in call (have '{}', expected '{}')", "the arguments are called `{2}`, not `{1}`",
      "write `{2}`"),
    CompilerWording("missing argument for parameter '{}' in call", "the argument `{1}:` is missing", "add `{1}: …`"),
    CompilerWording("missing arguments for parameters {} in call", "the arguments {1} are missing", "add them"),
    CompilerWording("missing argument for parameter #{} in call", "argument {1} is missing", "add it"),
    CompilerWording(
      "extra argument{} in call", "there is an argument too many", "take it away, or look for a missing `)`"),

    // Types
    CompilerWording(
      "cannot convert value of type 'Double' to {}type 'Float'", "this is a Double, and a Float is wanted",
      "write `Float(…)` around it, or give its `let` the type: `let x: Float = 0.5`"),
    CompilerWording(
      "cannot convert value of type 'Int' to {}type 'Float'", "this is an Int, and a Float is wanted",
      "write `Float(…)` around it"),
    CompilerWording(
      "cannot convert value of type 'Int' to {}type 'Double'", "this is an Int, and a Double is wanted",
      "write `Double(…)` around it"),
    CompilerWording(
      "cannot convert value of type 'Float' to {}type 'Double'", "this is a Float, and a Double is wanted",
      "write `Double(…)` around it"),
    CompilerWording(
      "cannot convert value of type 'Float' to {}type 'Int'", "this is a Float, and an Int is wanted",
      "write `Int(…)` around it; it cuts off what stands behind the point"),
    CompilerWording(
      "cannot convert value of type '{}' to {}type 'String'", "this is of type {1}, and text is wanted",
      #"write it into a string: "\(…)""#),
    CompilerWording(
      "cannot convert value of type 'String' to {}type '{}'", "this is text, and a value of type {2} is wanted",
      "a number is written without quotes"),
    CompilerWording(
      "cannot convert value of type '{}' to expected condition type 'Bool'", "a condition is true or false, not {1}",
      "compare it, as in `x > 0`"),
    CompilerWording(
      "cannot convert value of type '{}' to {}type '{}'", "this is of type {1}, and {3} is wanted"),
    mixed("Int", "Float"), mixed("Float", "Int"), mixed("Int", "Double"), mixed("Double", "Int"),
    mixed("Double", "Float"), mixed("Float", "Double"),
    CompilerWording(
      "binary operator '{}' cannot be applied to operands of type '{}' and '{}'",
      "`{1}` does not go between {2} and {3}", "make both the same type"),
    CompilerWording(
      "type '{}' cannot be used as a boolean{}", "a condition is true or false, not {1}", "compare it, as in `x != 0`"),
    CompilerWording(
      "use of '=' in a boolean context, did you mean '=='?", "`=` sets a value and compares nothing", "write `==`"),
    CompilerWording(
      "value of optional type '{}' must be unwrapped{}", "this may be nil",
      "say what holds then: `value ?? 0`, or `if let value { … }`"),
    CompilerWording("'nil' cannot initialize specified type '{}'", "{1} cannot be nil", "write the type `{1}?`"),
    CompilerWording(
      "cannot call value of non-function type '{}'", "this is a value of type {1}, not a function",
      "is an operator missing in front of the parenthesis?"),
    CompilerWording(
      "empty collection literal requires an explicit type", "nothing says what the empty array is to hold",
      "give its type: `let a: [Float] = []`"),
    CompilerWording(
      "heterogeneous collection literal{}", "the elements are of different types", "make them all of one type"),
    CompilerWording(
      "for-in loop requires '{}' to conform to 'Sequence'", "a loop cannot go through a value of type {1}",
      "for numbers, write `for i in 0..<n`"),
    CompilerWording(
      "integer literal '{}' overflows when stored into '{}'", "{1} does not fit into {2}", "choose a larger type: Int"),
    CompilerWording(
      "unexpected non-void return value in void function", "this function does not say that it returns anything",
      "add `-> Type` in front of its `{`"),
    CompilerWording(
      "missing return in {} expected to return '{}'", "this {1} ends without returning its {2}", "add `return …`"),

    // Constants
    CompilerWording(
      "cannot assign to value: '{}' is a 'let' constant", "{1} was made with `let` and cannot change",
      "make it with `var`"),
    CompilerWording(
      "{}: '{}' is a 'let' constant", "{2} was made with `let` and cannot change", "make it with `var`"),
    CompilerWording(
      "constant '{}' used before being initialized", "{1} has no value yet", "give it one: `let {1} = …`"),
    CompilerWording(
      "variable '{}' used before being initialized", "{1} has no value yet", "give it one: `var {1} = …`"),

    // What cannot be made
    CompilerWording(
      "'Tensor' initializer is inaccessible{}", "a Tensor cannot be made by itself: it belongs to a tape",
      "write `let tape = Tape(seed: seed)`, then `tape.constant([1, 2, 3], [3])`: the numbers and their shape"),
    CompilerWording("'{}' initializer is inaccessible{}", "this value of type {1} cannot be made by a cell"),
    CompilerWording(
      "no exact matches in call to initializer{}", "nothing can be made of these arguments",
      "check their types and their names"),
    CompilerWording(
      "'{}' is not convertible to '{}', tuples have a different number of elements",
      "as many values are wanted as there are names", "`_` takes a value that needs no name"),

    // What does not end, or does not begin
    CompilerWording("unterminated string literal", "this text has no end", #"add a `"` behind it"#),
    CompilerWording(
      "single-quoted string literal found, use '\"'", "text stands in double quotes", #"write `"` for `'`"#),
    CompilerWording("expected '}' {}", "this `{` is never closed", "add the `}`"),
    CompilerWording(
      "extraneous '}' at top level", "this `}` closes nothing", "take it away, or look for a missing `{`"),
    CompilerWording("expected ')' {}", "a `)` is missing", "add it"),
    CompilerWording("expected ']' {}", "a `]` is missing", "add it"),
    CompilerWording("expected ',' separator", "a `,` or a `)` is missing here", "add it"),
    CompilerWording("expected initial value after '='", "nothing stands behind `=`", "write a value"),
    CompilerWording("expected expression{}", "a value is missing here", "write one"),
    CompilerWording(
      "consecutive statements on a line must be separated by ';'", "two statements stand on one line",
      "put each on its own line, or is an operator or a comma missing?"),
    CompilerWording("switch must be exhaustive", "the `switch` leaves cases out", "add them, or `default:`"),

    // Errors
    CompilerWording(
      "call can throw, but it is not marked with 'try' and the error is not handled", "this call may fail",
      "write `try` in front of it, and `throws` behind the parentheses of the function that it stands in"),
    CompilerWording(
      "call can throw but is not marked with 'try'{}", "this call may fail", "write `try` in front of it"),
    CompilerWording(
      "errors thrown from here are not handled{}", "this call may fail", "write `try!` or `do { … } catch { … }`"),
    CompilerWording(
      "the compiler is unable to type-check this expression in reasonable time{}",
      "this expression is too long for the compiler", "cut it into several `let` lines, each with its type"),
  ]

  /// An operator between two types of number: the models count in Float, and whole numbers give way.
  private static func mixed(_ left: String, _ right: String) -> CompilerWording {
    let wanted = [left, right].contains("Float") ? "Float" : "Double"
    return CompilerWording(
      "binary operator '{}' cannot be applied to operands of type '\(left)' and '\(right)'",
      "`{1}` does not go between \(left) and \(right)",
      "make both the same type, for example `\(wanted)(…)` around the \(left == wanted ? right : left)")
  }

  /// Our sentence and what to do, for a message of the compiler; `nil` where we know no better.
  ///
  /// - Parameter line: the code of the line.
  static func words(for text: String, line: String) -> (sentence: String, help: String?)? {
    if isOfFormat(text, line: line) {
      return ("`String(format:)` belongs to Foundation, and this cell has none of it", "write `decimal(x, 2)`")
    }
    for wording in all {
      guard let found = wording.match(text[...]) else { continue }
      return (fill(wording.sentence, found), wording.help.map { fill($0, found) })
    }
    return nil
  }

  /// Returns the text that stands for each `{}`; `nil` where the message is another.
  private func match(_ text: Substring) -> [Substring]? {
    let parts = pattern.split(separator: "{}", omittingEmptySubsequences: false)
    guard text.hasPrefix(parts[0]) else { return nil }
    var rest = text.dropFirst(parts[0].count)
    var found: [Substring] = []
    for (index, part) in parts.dropFirst().enumerated() {
      if part.isEmpty, index == parts.count - 2 {
        found.append(rest)
        rest = ""
      } else if let range = rest.firstRange(of: part) {
        found.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      } else {
        return nil
      }
    }
    return rest.isEmpty ? found : nil
  }

  /// A label that an argument does not have, `_:`, is left out.
  private static func fill(_ template: String, _ found: [Substring]) -> String {
    found.enumerated().reduce(template) { text, item in
      text.replacing("{\(item.offset + 1)}", with: item.element.replacing("_:", with: ""))
    }
  }
}
