import Numerics

/// Energy distance between two samples `[_, features]`: 2 E‖X − Y‖ − E‖X − X′‖ − E‖Y − Y′‖ over all pairs, in units of
/// the data; 0 when the samples are equal, and never less (Székely & Rizzo 2013, eq. 6.1).
///
/// Two samples of n from one distribution score about 2 E‖X − X′‖/n.
public func energyDistance(
  _ a: [Float], _ b: [Float], features: Int, file: StaticString = #fileID, line: UInt = #line
) -> Double {
  noteCaller(file, line)
  let between = meanOverPairs(a, b, features: features) { $0.squareRoot() }
  let withinA = meanOverPairs(a, a, features: features) { $0.squareRoot() }
  let withinB = meanOverPairs(b, b, features: features) { $0.squareRoot() }
  return max(0, 2 * between - withinA - withinB)
}

/// Squared maximum mean discrepancy between two samples `[_, features]` with the kernel e^(−‖x − y‖²/2h²):
/// E k(X, X′) + E k(Y, Y′) − 2 E k(X, Y) over all pairs; 0 when the samples are equal (Gretton et al. 2012, eq. 5).
///
/// - Parameter bandwidth: h; by default the square root of half the mean squared distance within `reference`.
public func maximumMeanDiscrepancy(
  _ sample: [Float], reference: [Float], features: Int, bandwidth: Double? = nil,
  file: StaticString = #fileID, line: UInt = #line
) -> Double {
  noteCaller(file, line)
  let h = bandwidth ?? (0.5 * meanOverPairs(reference, reference, features: features) { $0 }).squareRoot()
  require(h > 0, "maximumMeanDiscrepancy: the bandwidth must be above 0")
  func kernel(_ squaredDistance: Double) -> Double { exp(-squaredDistance / (2 * h * h)) }
  let between = meanOverPairs(sample, reference, features: features, kernel)
  let withinSample = meanOverPairs(sample, sample, features: features, kernel)
  let withinReference = meanOverPairs(reference, reference, features: features, kernel)
  return max(0, withinSample + withinReference - 2 * between)
}

/// Mean of `value(‖x − y‖²)` over all x of `a` and y of `b`.
private func meanOverPairs(_ a: [Float], _ b: [Float], features: Int, _ value: (Double) -> Double) -> Double {
  require(features > 0 && a.count % features == 0 && b.count % features == 0, "metrics: samples are not whole rows")
  require(!a.isEmpty && !b.isEmpty, "metrics: a sample is empty")
  let (rowsA, rowsB) = (a.count / features, b.count / features)
  var total = 0.0
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      for i in 0..<rowsA {
        var sum = 0.0
        for j in 0..<rowsB {
          sum += value(
            Double(squaredDistance(a.baseAddress! + i * features, b.baseAddress! + j * features, features)))
        }
        total += sum / Double(rowsB)
      }
    }
  }
  return total / Double(rowsA)
}
