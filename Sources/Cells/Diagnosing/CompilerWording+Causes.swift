extension CompilerWording {
  /// The messages without those that only follow from another on the same line.
  static func causes(of messages: [CompilerMessage]) -> [CompilerMessage] {
    let errors = messages.filter { $0.severity == .error }
    // What belongs to an error that is left out is left out, too.
    var isLeftOut = false
    return messages.filter { message in
      if message.severity == .error {
        let others = errors.filter { $0 != message && $0.file == message.file && $0.line == message.line }
        // Of two causes on a line, both stay: neither follows from the other.
        isLeftOut = !isCause(message.text) && others.contains { explains($0.text, message.text) }
      }
      return !isLeftOut
    }
  }

  private static func isCause(_ text: String) -> Bool {
    isAssignment(text) || text.contains("' initializer is inaccessible") || isOfFormat(text, line: "")
  }

  private static func explains(_ cause: String, _ text: String) -> Bool {
    isAssignment(cause) ? text.hasSuffix("is a 'let' constant") : isCause(cause)
  }

  private static func isAssignment(_ text: String) -> Bool { text.hasPrefix("use of '=' in a boolean context") }

  /// The compiler knows another `String(…)` and tells of that.
  static func isOfFormat(_ text: String, line: String) -> Bool {
    text.contains("(have 'format:")
      || (text.hasPrefix("no exact matches in call to initializer") && line.contains("String(format:"))
  }

  /// Returns the help for a name that belongs to other languages or to Foundation; `nil` for any other.
  static func instead(of text: String) -> String? {
    guard let match = text.wholeMatch(of: /cannot find '(?<name>\w+)' in scope/) else { return nil }
    if onlyFoundation.contains(match.name) { return "`import Foundation` has it; a browser has no Foundation" }
    return instead[String(match.name)].map { "write `\($0)`" }
  }

  package static let instead = [
    "sqrt": "x.squareRoot()", "sqrtf": "x.squareRoot()", "cbrt": "exp(log(x) / 3)",
    "pow": "exp(y * log(x))` for a positive x, or `x * x", "powf": "exp(y * log(x))` for a positive x, or `x * x",
    "hypot": "(x * x + y * y).squareRoot()",
    "round": "x.rounded()", "rint": "x.rounded(.toNearestOrEven)", "floor": "x.rounded(.down)",
    "ceil": "x.rounded(.up)", "trunc": "x.rounded(.towardZero)",
    "fabs": "abs(x)", "fabsf": "abs(x)", "fmin": "min(x, y)", "fmax": "max(x, y)",
    "fmod": "x.truncatingRemainder(dividingBy: y)",
    "expf": "exp(x)", "exp2": "exp(x * log(2))", "expm1": "exp(x) - 1",
    "logf": "log(x)", "ln": "log(x)", "log2": "log(x) / log(2)", "log10": "log(x) / log(10)", "log1p": "log(1 + x)",
    "sinf": "sin(x)", "cosf": "cos(x)", "tan": "sin(x) / cos(x)",
    "sinh": "(exp(x) - exp(-x)) / 2", "cosh": "(exp(x) + exp(-x)) / 2",
    "pi": "Float.pi", "M_PI": "Float.pi", "isnan": "x.isNaN",
    "sum": "a.reduce(0, +)", "mean": "a.reduce(0, +) / Float(a.count)", "len": "a.count", "range": "0..<n",
    "True": "true", "False": "false", "None": "nil", "null": "nil", "printf": "print(\"…\")",
  ]

  private static let onlyFoundation: Set<Substring> = ["asin", "acos", "atan", "atan2", "Date", "UUID"]
}
