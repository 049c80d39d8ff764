import Numerics

extension Matrix {
  /// L, lower triangular, with L Lᵀ = self; `nil` when the matrix is not positive definite.
  package func cholesky() -> Matrix? {
    require(rows == columns, "cholesky: the matrix is not square")
    let size = rows
    var lower = Matrix(zeros: size, size)
    let succeeded = lower.values.withUnsafeMutableBufferPointer { l in
      values.withUnsafeBufferPointer { a in
        for row in 0..<size {
          for column in 0...row {
            var sum = a[row * size + column]
            for k in 0..<column { sum -= l[row * size + k] * l[column * size + k] }
            if column < row {
              l[row * size + column] = sum / l[column * size + column]
            } else if sum > 0 {
              l[row * size + row] = sum.squareRoot()
            } else {
              return false
            }
          }
        }
        return true
      }
    }
    return succeeded ? lower : nil
  }

  /// y with L y = b, for a lower triangular L.
  package func solvedLower(_ b: [Double]) -> [Double] {
    require(b.count == rows, "solvedLower: one number for each row")
    var y = b
    y.withUnsafeMutableBufferPointer { y in
      values.withUnsafeBufferPointer { l in
        for row in 0..<rows {
          var sum = y[row]
          for k in 0..<row { sum -= l[row * columns + k] * y[k] }
          y[row] = sum / l[row * columns + row]
        }
      }
    }
    return y
  }

  /// ln |L| = Σ ln L_ii, for a lower triangular L with a positive diagonal.
  package var lowerLogDeterminant: Double {
    var sum = 0.0
    for index in 0..<rows { sum += log(self[index, index]) }
    return sum
  }
}
