import Numerics

/// Eigenvalues, largest first, and the unit eigenvectors as rows of `vectors`.
package struct Eigensystem {
  package var values: [Double]
  package var vectors: Matrix
}

extension Matrix {
  /// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, section 8.5).
  ///
  /// Every vector is turned so that its largest component is positive: the sign says nothing, and so it is the same
  /// for everyone.
  package func symmetricEigensystem() -> Eigensystem {
    require(rows == columns, "symmetricEigensystem: the matrix is not square")
    let size = rows
    var a = values
    var v = Array(repeating: 0.0, count: size * size)
    for index in 0..<size { v[index * size + index] = 1 }
    a.withUnsafeMutableBufferPointer { a in
      v.withUnsafeMutableBufferPointer { v in
        var scale = 0.0
        for index in 0..<size { scale = max(scale, a[index * size + index].magnitude) }
        var sweeps = 0
        while sweeps < 60, Matrix.sweep(a, v, size, negligible: 1e-17 * scale) == false { sweeps += 1 }
      }
    }
    let diagonal = (0..<size).map { a[$0 * size + $0] }
    let order = Matrix.descending(diagonal)
    var vectors = Matrix(zeros: size, size)
    for (row, source) in order.enumerated() {
      let vector = v[source * size..<(source + 1) * size]
      var largest = 0.0
      for component in vector where component.magnitude > largest.magnitude { largest = component }
      for (column, component) in vector.enumerated() { vectors[row, column] = largest < 0 ? -component : component }
    }
    return Eigensystem(values: order.map { diagonal[$0] }, vectors: vectors)
  }

  /// The places of the numbers, the largest first; equal ones stay in order. Of a few hundred numbers: insertion takes
  /// a tenth of the code that the standard library's sort would be in a browser.
  private static func descending(_ numbers: [Double]) -> [Int] {
    var order = Array(numbers.indices)
    for index in order.indices {
      var place = index
      while place > 0, numbers[order[place - 1]] < numbers[index] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = index
    }
    return order
  }

  /// Rotates once for each pair of rows; returns `true` once nothing off the diagonal is more than `negligible`.
  private static func sweep(
    _ a: UnsafeMutableBufferPointer<Double>, _ v: UnsafeMutableBufferPointer<Double>, _ size: Int,
    negligible: Double
  ) -> Bool {
    var finished = true
    for p in 0..<max(0, size - 1) {
      for q in (p + 1)..<size {
        let off = a[p * size + q]
        if off.magnitude <= negligible { continue }
        finished = false
        let cotangent = (a[q * size + q] - a[p * size + p]) / (2 * off)
        let tangent = (cotangent < 0 ? -1 : 1) / (cotangent.magnitude + (cotangent * cotangent + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for k in 0..<size {
          let akp = a[k * size + p]
          let akq = a[k * size + q]
          a[k * size + p] = cosine * akp - sine * akq
          a[k * size + q] = sine * akp + cosine * akq
        }
        for k in 0..<size {
          let apk = a[p * size + k]
          let aqk = a[q * size + k]
          a[p * size + k] = cosine * apk - sine * aqk
          a[q * size + k] = sine * apk + cosine * aqk
          let vpk = v[p * size + k]
          let vqk = v[q * size + k]
          v[p * size + k] = cosine * vpk - sine * vqk
          v[q * size + k] = sine * vpk + cosine * vqk
        }
      }
    }
    return finished
  }

  /// S with S S = self, for a symmetric matrix without negative eigenvalues (rounding below 0 counts as 0).
  package func symmetricSquareRoot() -> Matrix {
    let system = symmetricEigensystem()
    var scaled = system.vectors
    for row in 0..<rows {
      let root = max(0, system.values[row]).squareRoot()
      for column in 0..<columns { scaled[row, column] *= root }
    }
    return system.vectors.transposed.multiplied(by: scaled)
  }
}
