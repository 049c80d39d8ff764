import Numerics

/// A small dense matrix in Double, row by row: enough for covariances of some hundred dimensions.
package struct Matrix: Sendable, Equatable {
  package let rows: Int
  package let columns: Int
  package var values: [Double]

  package init(rows: Int, columns: Int, values: [Double]) {
    require(values.count == rows * columns, "Matrix: rows × columns ≠ values")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  package init(zeros rows: Int, _ columns: Int) {
    self.init(rows: rows, columns: columns, values: Array(repeating: 0, count: rows * columns))
  }

  package subscript(_ row: Int, _ column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  package var trace: Double {
    var sum = 0.0
    for index in 0..<rows { sum += self[index, index] }
    return sum
  }

  /// Adds `amount` to every element of the diagonal.
  package mutating func addToDiagonal(_ amount: Double) {
    for index in 0..<rows { self[index, index] += amount }
  }

  /// The product `self • other`.
  package func multiplied(by other: Matrix) -> Matrix {
    require(columns == other.rows, "Matrix: left columns ≠ right rows")
    var result = Matrix(zeros: rows, other.columns)
    result.values.withUnsafeMutableBufferPointer { out in
      values.withUnsafeBufferPointer { a in
        other.values.withUnsafeBufferPointer { b in
          for row in 0..<rows {
            for inner in 0..<columns {
              let factor = a[row * columns + inner]
              for column in 0..<other.columns {
                out[row * other.columns + column] += factor * b[inner * other.columns + column]
              }
            }
          }
        }
      }
    }
    return result
  }

  package var transposed: Matrix {
    var result = Matrix(zeros: columns, rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }
}
