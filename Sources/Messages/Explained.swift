/// An error that has its words beside its cases: what is wrong, where, what to do about it, and the exit status.
package protocol Explained: Error {
  var explanation: Explanation { get }
}

extension Explained {
  /// The fault, in a sentence without a capital and a full stop.
  package var message: String { explanation.message }
  package var place: SourcePlace? { explanation.place }
  /// The advice on what to do about it; `nil` where there is nothing to be said.
  package var help: String? { explanation.help }
  package var exitStatus: ExitStatus { explanation.status }
}

/// An error that nobody tells from others, and that is worded where it is thrown.
package struct Failure: Explained, Equatable {
  package var explanation: Explanation

  package init(_ message: String, help: String? = nil, status: ExitStatus) {
    explanation = Explanation(message, help: help, status: status)
  }

  package init(_ explanation: Explanation) {
    self.explanation = explanation
  }
}
