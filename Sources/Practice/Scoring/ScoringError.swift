/// The reason why an answer cannot be marked. Indices count from 0.
public enum ScoringError: Error, Equatable {
  /// An exercise without items, options or lines has no mark.
  case nothingToMark
  /// Sorting needs two buckets or more.
  case tooFewBuckets(Int)
  /// The answer has another number of items than the key.
  case wrongCount(expected: Int, found: Int)
  /// An index that names no bucket, option or line.
  case outOfRange(Int)
  /// A line or option that is given twice.
  case repeated(Int)
}
