extension Trap {
  /// The sentence that says what is wrong where the cell stopped.
  var sentence: String {
    switch self {
    case .said(let message): Self.ofFoundation(message) ?? message
    case .uncaught(let error): Self.ofFoundation(error) ?? "an error that nothing catches: \(error)"
    case .cast(let from, let to): "a value of type \(from) is no \(to), as `as!` says that it is"
    case .divisionByZero: "a whole number is divided by zero"
    case .overflow: "a result is too large or too small for its type"
    case .doesNotFit: "a number does not fit into the type that it is turned into"
    case .notFinite: "what is infinite, or not a number, cannot become a whole number"
    case .missingValue: "a value is `nil` where there must be one"
    case .index: "an index is out of range"
    case .nothingToRemove: "an element is taken away where there is none"
    case .negativeCount: "a count is negative"
    case .range: "a range ends before it begins"
    case .emptyRange: "a random number is drawn from an empty range"
    case .zeroStep: "the step of a `stride` is zero"
    case .precondition: "a condition that is set here does not hold"
    case .fatalError: "the cell ends itself with `fatalError`"
    case .endlessCalls(let name): "\(name ?? "a function") calls itself again and again, most likely without end"
    case .unknown:
      "Swift found something that cannot be: most often an index out of range, a number too large for its type, or a "
        + "value that is `nil`"
    }
  }

  var help: String? {
    switch self {
    // What a cell cannot reach is told where it may have tried.
    case .said(let message) where Self.reachesOut(message), .uncaught(let message) where Self.reachesOut(message):
      "a cell sees none of your files and has no network: it has a scratch folder, and `data(name, file)` reads your "
        + "data sets"
    case .uncaught: "catch it with `do { … } catch { … }`, or mend what it tells of"
    case .cast(_, let to): "`if let fitting = value as? \(to) { … }` goes on only where it is one"
    case .divisionByZero: "see to it that the divisor is not 0; a Float divided by 0 is infinite"
    case .overflow, .doesNotFit:
      "a Float holds larger numbers, if not each exactly; what begins with `U` has nothing below 0"
    case .notFinite: "`isFinite` tells beforehand"
    case .missingValue: "say what holds then: `value ?? 0`, or `if let value { … }`"
    case .index:
      "an array's first index is 0, its last `count - 1`; a part of one keeps the whole's: `Array(part)` begins at 0 again"
    case .nothingToRemove: "`isEmpty` tells beforehand"
    case .negativeCount: "`max(0, n)` is never negative"
    case .range: "`stride(from: 7, to: 3, by: -1)` counts down"
    case .emptyRange: "`0..<n` is empty where n is 0"
    case .zeroStep: "choose another"
    case .endlessCalls: "it needs a case in which it does not call itself"
    case .said, .precondition, .fatalError, .unknown: nil
    }
  }

  private static func reachesOut(_ message: String) -> Bool {
    message.contains(/Error Domain=(NSCocoa|NSPOSIX|NSURL)ErrorDomain|Errno|No such file|Permission denied/)
  }

  /// Returns Foundation's words for an error that nothing catches, without what only a programmer of Foundation wants
  /// to know: `Error Domain=NSCocoaErrorDomain Code=260 "The file doesn’t exist."UserInfo={…}`.
  private static func ofFoundation(_ message: String) -> String? {
    guard let match = message.firstMatch(of: /Error Domain=[A-Za-z.]+ Code=-?[0-9]+ "(?<text>[^"]*)"/) else {
      return nil
    }
    let path = message.firstMatch(of: /NSFilePath=(?<path>[^,}]*)/).map { " (\($0.path))" } ?? ""
    return "an error that nothing catches: \(match.text)\(path)"
  }
}
