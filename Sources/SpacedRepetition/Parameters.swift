/// The 21 parameters of FSRS-6, w₀ … w₂₀.
///
/// Source: Open Spaced Repetition, "The Algorithm" (FSRS-6); the standard values and the bounds are those of
/// py-fsrs 6.3.2.
public struct Parameters: Equatable, Sendable {
  public let values: [Double]

  /// Takes 21 values; throws for another number of them or for a value outside its bounds.
  public init(_ values: [Double]) throws(ParametersError) {
    guard values.count == Self.count else { throw .wrongCount(values.count) }
    for index in 0..<Self.count {
      // A NaN fails this comparison too.
      guard values[index] >= Self.lowest[index], values[index] <= Self.highest[index] else {
        throw .outOfBounds(index: index, value: values[index])
      }
    }
    self.values = values
  }

  private init(standard values: [Double]) { self.values = values }

  public subscript(_ index: Int) -> Double { values[index] }

  public static var count: Int { 21 }

  /// The values fitted to many learners' logs, for someone whose own log is still short.
  public static var standard: Parameters {
    Parameters(standard: [
      0.212, 1.2931, 2.3065, 8.2956,  // stability after the first answer: again, hard, good, easy (days)
      6.4133, 0.8334, 3.0194, 0.001,  // difficulty: start, spread, change, pull to the mean
      1.8722, 0.1666, 0.796,  // growth of stability when recalled
      1.4835, 0.0614, 0.2629, 1.6483,  // stability after forgetting
      0.6014, 1.8729,  // factor for hard, factor for easy
      0.5425, 0.0912, 0.0658,  // a second answer within the day
      0.1542,  // decay of the forgetting curve
    ])
  }

  /// Lower bounds of the 21 values.
  public static var lowest: [Double] {
    [
      0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0, 0.1,
    ]
  }

  /// Upper bounds of the 21 values.
  public static var highest: [Double] {
    [100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8]
  }
}

/// The reason why a list of numbers is not a set of FSRS-6 parameters.
public enum ParametersError: Error, Equatable {
  case wrongCount(Int)
  case outOfBounds(index: Int, value: Double)
}
