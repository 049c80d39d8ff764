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
  package var text: String {
    let rest = rest == 0 ? [] : ["and \(self.rest) more of them\n"]
    return (faults.map(\.text) + rest).joined(separator: isList ? "\n" : "")
      + (remark.map { $0 + "\n" } ?? "")
  }
}

extension Fault {
  fileprivate var text: String {
    var text = headline + "\n"
    if let place, place.isShown, let line = place.content { text += Excerpt(line.utf8, column: place.column).text }
    for note in notes {
      switch note {
      case .help(let words): text += "help: \(words)\n"
      case .compiler(let words): text += "the compiler says: \(words)\n"
      case .lines(let lines): text += lines.hasSuffix("\n") ? lines : lines + "\n"
      }
    }
    return text
  }
}
