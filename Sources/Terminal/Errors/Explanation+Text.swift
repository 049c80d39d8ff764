import Foundation
import Messages

extension Explanation {
  /// `nil` for an error that is none of ours.
  package init?(describing error: any Error) {
    switch error {
    case let error as any Explained: self = error.explanation
    case is CancellationError: self.init("interrupted", status: .interrupted)
    default: return nil
    }
  }

  /// Creates the explanation of any error, in its own words where they are not ours.
  package init(_ error: any Error) {
    self = Explanation(describing: error) ?? Explanation(error.localizedDescription, status: .software)
  }

  /// The text for standard error: each fault with its place, its line and what to do about it.
  package var text: String { text(width: nil) }

  /// - Parameter width: the columns at which sentences wrap; `nil` where a program may read them.
  package func text(width: Int?) -> String {
    let rest = rest == 0 ? [] : ["and \(self.rest) more of them\n"]
    return (faults.map { $0.text(width) } + rest).joined(separator: isList ? "\n" : "")
      + (remark.map { Fault.wrapped($0, width) } ?? "")
  }
}

extension Fault {
  fileprivate func text(_ width: Int?) -> String {
    var text = Self.wrapped(headline, width)
    if let place, place.isShown, let line = place.content { text += Excerpt(line.utf8, column: place.column).text }
    for note in notes {
      switch note {
      case .help(let words): text += Self.wrapped("help: \(words)", width)
      case .compiler(let words): text += Self.wrapped("the compiler says: \(words)", width)
      case .lines(let lines): text += lines.hasSuffix("\n") ? lines : lines + "\n"
      }
    }
    return text
  }

  /// Lines of a sentence, each with its end: wrapped at words, and what goes on two columns further in.
  fileprivate static func wrapped(_ words: String, _ width: Int?) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let width, String(line).columns > width else { return line + "\n" }
      let lines = Wrapping.lines([Span(String(line))], width: max(20, width - 2))
      return lines.enumerated().map { ($0 == 0 ? "" : "  ") + $1.rendered(.none) + "\n" }.joined()
    }.joined()
  }
}
