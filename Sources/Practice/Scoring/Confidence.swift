/// The certainty of a learner before the answer is marked. It changes when an item comes back, never the mark.
public enum Confidence: Int, Sendable, CaseIterable {
  case guessed = 1
  case fairlySure
  case sure

  public var name: String {
    switch self {
    case .guessed: "guessed"
    case .fairlySure: "fairly sure"
    case .sure: "sure"
    }
  }
}
