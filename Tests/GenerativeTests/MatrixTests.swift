import Numerics
import Testing

@testable import Generative

@Suite struct MatrixTests {
  /// A symmetric positive definite matrix, the same every time.
  static func definite(_ size: Int, rank: Int? = nil) -> Matrix {
    var generator = RandomGenerator(seed: 5)
    let inputs = (0..<size * (rank ?? 3 * size)).map { _ in generator.normal() }
    return Moments(inputs, features: size).covariance
  }

  @Test(arguments: [1, 2, 3, 17, 33])
  func choleskyFactorGivesTheMatrixBack(size: Int) throws {
    let matrix = Self.definite(size)
    let factor = try #require(matrix.cholesky())
    let product = factor.multiplied(by: factor.transposed)
    #expect(zip(product.values, matrix.values).allSatisfy { abs($0 - $1) < 1e-12 })
    let b = (0..<size).map { Double($0) - 1.5 }
    let y = factor.solvedLower(b)
    let back = factor.multiplied(by: Matrix(rows: size, columns: 1, values: y)).values
    #expect(zip(back, b).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func choleskyRefusesWhatIsNotDefinite() {
    #expect(Matrix(rows: 2, columns: 2, values: [1, 2, 2, 1]).cholesky() == nil)
  }

  @Test(arguments: [1, 2, 3, 17, 33])
  func eigenvectorsDiagonalize(size: Int) {
    let matrix = Self.definite(size)
    let system = matrix.symmetricEigensystem()
    let product = system.vectors.multiplied(by: matrix).multiplied(by: system.vectors.transposed)
    for row in 0..<size {
      for column in 0..<size {
        #expect(abs(product[row, column] - (row == column ? system.values[row] : 0)) < 1e-12)
      }
    }
    #expect(zip(system.values, system.values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func squareRootOfASingularMatrix() {
    let matrix = Self.definite(9, rank: 4)
    let root = matrix.symmetricSquareRoot()
    #expect(zip(root.multiplied(by: root).values, matrix.values).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func eigenvaluesOfAKnownMatrix() {
    let system = Matrix(rows: 2, columns: 2, values: [2, 1, 1, 2]).symmetricEigensystem()
    #expect(abs(system.values[0] - 3) < 1e-15 && abs(system.values[1] - 1) < 1e-15)
  }
}
