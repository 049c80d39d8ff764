import Cells
import Course
import Events
import Figures
import Messages
import Terminal

/// The outcome of one run of a cell, in the terminal or in a browser.
enum CellOutcome {
  case done(Recording, digest: String, seconds: Double)
  /// An end with an error, at this line where it is known.
  case stopped(line: Int?, sentence: String)
  case doesNotCompile(sentence: String)

  /// Runs the cell; errors that are not the cell's own are thrown.
  init(of cell: Cell, _ run: (_ onEvent: (Event) -> Void) async throws -> Void) async throws {
    var recording = Recording()
    do {
      try await run { recording.add($0) }
      guard let done = recording.done else { throw CellError.stopped(reason: .exit(0), file: cell.file, line: nil) }
      self = .done(recording, digest: done.digest, seconds: done.seconds)
    } catch let error as CellError where error.isOfTheCell {
      let sentence = Explanation(error).firstLine
      switch error {
      case .stopped(_, _, let line): self = .stopped(line: line, sentence: sentence)
      case .doesNotCompile: self = .doesNotCompile(sentence: sentence)
      default: self = .stopped(line: nil, sentence: sentence)
      }
    } catch let error as WebAssemblyError {
      guard case .unsupported = error else { throw error }
      self = .doesNotCompile(sentence: Explanation(error).firstLine)
    }
  }

  /// The digest that is recorded of the outcome.
  var digest: String {
    switch self {
    case .done(_, let digest, _): digest
    case .stopped: "stops"
    case .doesNotCompile: "does-not-compile"
    }
  }

  var seconds: Double? {
    if case .done(_, _, let seconds) = self { seconds } else { nil }
  }

  /// The first difference of two runs, as it is told to people.
  enum Difference {
    case words(terminal: String, browser: String)
    /// A sentence, for runs whose words are the same.
    case sentence(String)
  }

  /// `nil` where they are the same.
  static func difference(terminal: CellOutcome, browser: CellOutcome) -> Difference? {
    switch (terminal, browser) {
    case (.done(_, let a, _), .done(_, let b, _)) where a == b: return nil
    case (.done(let a, _, _), .done(let b, _, _)): return difference(a, b)
    case (.stopped(let a, _), .stopped(let b, _)) where a == b || a == nil || b == nil: return nil
    case (.doesNotCompile, .doesNotCompile): return nil
    default: return .words(terminal: terminal.ending, browser: browser.ending)
    }
  }

  /// The first line or number that is not the same.
  private static func difference(_ terminal: Recording, _ browser: Recording) -> Difference {
    for (left, right) in zip(terminal.items, browser.items) {
      switch left.difference(from: right) {
      case .words(let a, let b): return .words(terminal: a ?? "(nothing)", browser: b ?? "(nothing)")
      case .number(let place, let a, let b):
        let name = left.name.flatMap { $0.isEmpty ? nil : $0 } ?? left.sentence
        return .sentence(
          "\(name): the words are the same, the numbers behind them are not: \(place) is \(a) in the terminal and "
            + "\(b) in a browser")
      case nil: continue
      }
    }
    let shared = min(terminal.items.count, browser.items.count)
    let rest = [terminal, browser].map { $0.items.dropFirst(shared).first?.firstLine ?? "(nothing)" }
    guard terminal.items.count == browser.items.count else { return .words(terminal: rest[0], browser: rest[1]) }
    return .sentence(
      "all that is to be seen at the end is the same; what was shown on the way there, or what was kept, is not")
  }

  /// The end of the run, in words.
  var ending: String {
    switch self {
    case .done(_, let digest, _): "ends well, with \(digest)"
    case .stopped(_, let sentence), .doesNotCompile(let sentence): sentence
    }
  }

  /// The text that Embedded Swift writes for a value that it cannot print.
  static let placeholder = "(cannot print value in embedded Swift)"
}

extension Recording.Item {
  fileprivate var firstLine: String { String(sentence.prefix { $0 != "\n" }) }
}
