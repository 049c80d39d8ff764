import Messages

/// The reason why nothing was fitted.
package enum FitError: Explained, Equatable {
  case tooFewReviews(Int)
  /// The number of reviews that came a day or more after the one before, which is too small.
  case tooFewDays(Int)

  package var explanation: Explanation {
    switch self {
    case .tooFewReviews(let count):
      Explanation(
        "\(count) \(count == 1 ? "review is" : "reviews are") too few to fit anything: \(ParameterFit.fewestReviews) are needed",
        help: "go on practising; until then the standard parameters do well", status: .noInput)
    case .tooFewDays(let count):
      Explanation(
        "only \(count) of your reviews came a day or more after the one before, and forgetting shows in no others",
        help: "go on practising on other days; until then the standard parameters do well", status: .noInput)
    }
  }
}
