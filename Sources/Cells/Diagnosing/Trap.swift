import Course
import Foundation
import Messages

/// The reason for which Swift stopped a cell where it was.
package enum Trap: Equatable, Sendable {
  /// A message of Swift, or of the cell's own `fatalError`.
  case said(String)
  /// An error that nothing catches, as it describes itself.
  case uncaught(String)
  /// `as!` to a type that the value does not have.
  case cast(from: String, to: String)
  case divisionByZero, overflow, doesNotFit, notFinite
  case missingValue
  case index, nothingToRemove, negativeCount
  case range, emptyRange, zeroStep
  case precondition, fatalError
  /// The stack was full of calls of one function; its name, where it has one.
  case endlessCalls(of: String?)
  case unknown

  /// - Parameters:
  ///   - errorOutput: what the process wrote to standard error.
  ///   - report: what the backtracer wrote there.
  init(errorOutput: String, report: CrashReport?) {
    if let message = CrashReport.fatalMessage(in: errorOutput) {
      self = Self.fatal(message, isOfSwift: errorOutput.contains(#/(^|\n)Swift/[^:\n]*:\d+: Fatal error: /#))
    } else if let line = Self.castLine(in: errorOutput),
      let cast = line.firstMatch(of: /Could not cast value of type '(?<from>[^']+)' [^\n]*to '(?<to>[^']+)'/)
    {
      self = .cast(from: visible(Self.plain(cast.from)), to: visible(Self.plain(cast.to)))
    } else if errorOutput.contains(/: Fatal error(\n|$)/) {
      self = .fatalError
    } else {
      self = report?.trap ?? .unknown
    }
  }

  /// Returns the line that tells of a failed cast, cut at the most that Swift writes, so that a cell's other output
  /// there is not searched again and again.
  private static func castLine(in errorOutput: String) -> Substring? {
    guard let start = errorOutput.range(of: "Could not cast value of type '") else { return nil }
    return errorOutput[start.lowerBound...].prefix(4_000).prefix { $0 != "\n" }
  }

  private static func fatal(_ message: String, isOfSwift: Bool) -> Trap {
    for words in ["Error raised at top level: ", "'try!' expression unexpectedly raised an error: "]
    where message.hasPrefix(words) {
      return .uncaught(plain(message.dropFirst(words.count)))
    }
    return (isOfSwift ? Trap(words: message) : nil) ?? .said(message)
  }

  /// A type or a value without the names of the modules that a learner never sees.
  private static func plain(_ name: Substring) -> String {
    String(name).replacing("LessonCell.", with: "").replacing("Swift.", with: "")
  }

  /// Creates the trap that Swift's words name, in a message or after `Swift runtime failure: ` in a backtrace.
  init?(words: String) {
    let words = words.lowercased()
    guard let known = Self.words.first(where: { words.contains($0.words) }) else { return nil }
    self = known.trap
  }

  private static let words: [(words: String, trap: Trap)] = [
    ("division by zero", .divisionByZero), ("infinite or nan", .notFinite),
    ("result would be", .doesNotFit), ("not enough bits", .doesNotFit), ("not representable", .doesNotFit),
    ("overflow", .overflow), ("found nil", .missingValue),
    ("range requires", .range), ("lowerbound <= upperbound", .range),
    ("out of range", .index), ("out of bounds", .index), ("negative count", .negativeCount),
    ("precondition fail", .precondition),
  ]

  /// Creates the trap of a function of Swift's own library, whose conditions are told without words in an optimized
  /// program.
  ///
  /// - Parameters:
  ///   - function: as a backtrace describes it: `subscript.get`, `specialized Array.remove(at:) + 103`.
  ///   - code: the line that called it.
  init?(function: String, code: String) {
    let names = function.prefix { $0 != "(" && $0 != "+" }.split { !$0.isLetter }.map(String.init)
    if names.contains("init"), code.contains("repeating:") {
      self = .negativeCount
    } else if let trap = names.lazy.compactMap({ Self.functions[$0] }).first {
      self = trap
    } else {
      return nil
    }
  }

  private static let functions: [String: Trap] = [
    "subscript": .index, "remove": .index, "insert": .index, "swapAt": .index, "removeSubrange": .index,
    "replaceSubrange": .index, "removeFirst": .nothingToRemove, "removeLast": .nothingToRemove,
    "prefix": .negativeCount, "suffix": .negativeCount, "dropFirst": .negativeCount, "dropLast": .negativeCount,
    "random": .emptyRange, "stride": .zeroStep,
  ]

  /// Returns the lesson's line of a trap that leaves no trace: the only line that can be meant, or `nil`.
  func line(in cell: Cell) -> Int? {
    switch self {
    case .cast: cell.onlyLine { $0.contains("as!") }
    case .uncaught(let description): Self.line(of: description, in: cell)
    default: nil
    }
  }

  private static func line(of error: String, in cell: Cell) -> Int? {
    let name = error.prefix { $0 != "(" }
    let throwing = cell.onlyLine { line in
      line.ranges(of: "throw \(name)").contains { range in
        line[range.upperBound...].first.map { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." } ?? true
      }
    }
    return throwing ?? cell.onlyLine { $0.contains(/\btry\s/) }
  }
}

extension Cell {
  /// The lesson's line that alone is of this kind, comments aside.
  fileprivate func onlyLine(where isMeant: (Substring) -> Bool) -> Int? {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { line in
      !line.element.drop(while: \.isWhitespace).hasPrefix("//") && isMeant(line.element)
    }
    return lines.count == 1 ? firstLine + lines[0].offset : nil
  }
}
