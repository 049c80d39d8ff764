import Messages

/// An error of somebody who asked for something that is not there.
package struct UnknownName: Explained, Equatable, Sendable {
  package enum Kind: String, Sendable { case course, lesson, cell, exercise, term = "glossary term" }

  package var kind: Kind
  package var name: String
  package var known: [String]
  package var suggestion: String?

  package init(kind: Kind, name: String, known: [String], suggestion: String? = nil) {
    self.kind = kind
    self.name = name
    self.known = known
    self.suggestion = suggestion
  }

  package var explanation: Explanation {
    let names = known.prefix(Problem.mostTold).joined(separator: ", ")
    let all = known.isEmpty ? "there is none" : "there is: \(names)" + (known.count > Problem.mostTold ? ", …" : "")
    return Explanation(
      "no \(kind.rawValue) is called \(name)", help: suggestion.map { "did you mean \($0)?" } ?? all, status: .noInput)
  }
}
