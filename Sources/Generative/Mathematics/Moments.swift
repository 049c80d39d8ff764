import Numerics

/// Mean and covariance of a sample.
package struct Moments {
  package var mean: [Double]
  package var covariance: Matrix

  /// - Parameters:
  ///   - inputs: `[count, features]`.
  ///   - denominator: what the sum of squares is divided by; `count` when `nil`.
  package init(_ inputs: [Float], features: Int, denominator: Int? = nil) {
    require(features > 0 && inputs.count % features == 0, "Moments: inputs are not whole rows")
    let count = inputs.count / features
    var mean = Array(repeating: 0.0, count: features)
    var covariance = Matrix(zeros: features, features)
    var centred = Array(repeating: 0.0, count: features)
    inputs.withUnsafeBufferPointer { x in
      mean.withUnsafeMutableBufferPointer { mean in
        for row in 0..<count {
          for column in 0..<features { mean[column] += Double(x[row * features + column]) }
        }
        for column in 0..<features { mean[column] /= Double(max(1, count)) }
        covariance.values.withUnsafeMutableBufferPointer { sums in
          centred.withUnsafeMutableBufferPointer { centred in
            for row in 0..<count {
              for column in 0..<features { centred[column] = Double(x[row * features + column]) - mean[column] }
              for i in 0..<features where centred[i] != 0 {
                for j in 0...i { sums[i * features + j] += centred[i] * centred[j] }
              }
            }
          }
          let divisor = Double(max(1, denominator ?? count))
          for i in 0..<features {
            for j in 0...i {
              sums[i * features + j] /= divisor
              sums[j * features + i] = sums[i * features + j]
            }
          }
        }
      }
    }
    self.mean = mean
    self.covariance = covariance
  }
}

/// Variance of each column of `inputs [count, features]` around its mean (divided by `count`).
package func columnVariances(_ inputs: [Float], features: Int) -> [Double] {
  let count = max(1, inputs.count / features)
  var sums = Array(repeating: 0.0, count: features)
  var squares = sums
  for (index, value) in inputs.enumerated() { sums[index % features] += Double(value) }
  for (index, value) in inputs.enumerated() {
    let difference = Double(value) - sums[index % features] / Double(count)
    squares[index % features] += difference * difference
  }
  return squares.map { $0 / Double(count) }
}
