import Numerics

/// The points on the straight lines from `a` (share 0) to `b` (share 1): a + share · (b − a), number by number.
public func mix(
  _ a: [Float], _ b: [Float], share: Float, file: StaticString = #fileID, line: UInt = #line
) -> [Float] {
  noteCaller(file, line)
  require(a.count == b.count, "mix: \(a.count) numbers with \(b.count)")
  return a.indices.map { a[$0] + share * (b[$0] - a[$0]) }
}
