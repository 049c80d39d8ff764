import Autodiff
import Numerics
import Testing

/// Every operation's backward rule against finite differences, at sizes that do and do not fill a vector.
///
/// The checks are found through a `switch` over `Operation.Kind`: a new operation does not compile here until it
/// has one, and the walk over `allCases` sees to it that the check records that very operation.
@Suite struct GradientTests {
  struct Sizes: CustomTestStringConvertible {
    let rows: Int, columns: Int
    var testDescription: String { "\(rows)×\(columns)" }
  }

  static let sizes = [(1, 1), (3, 1), (1, 17), (3, 3), (3, 17), (17, 3), (33, 1), (2, 33), (17, 33), (16, 32)].map {
    Sizes(rows: $0.0, columns: $0.1)
  }

  @Test(arguments: Operation.Kind.allCases, sizes)
  func matchesFiniteDifferences(kind: Operation.Kind, sizes: Sizes) {
    for check in checks(for: kind, sizes.rows, sizes.columns) {
      let result = check.run()
      #expect(result.kinds.contains(kind), "the check of \(kind) does not record it")
      #expect(result.worst < 4e-3, "\(kind) \(check.shapes.map(\.description)): off by \(result.worst)")
    }
  }

  private func checks(for kind: Operation.Kind, _ r: Int, _ c: Int) -> [GradientCheck] {
    let full: Shape = [r, c]
    let row: Shape = [1, c]
    let column: Shape = [r, 1]
    let one: Shape = [1, 1]
    func unary(_ low: Float, _ high: Float, _ f: @escaping (Tensor) -> Tensor) -> [GradientCheck] {
      [GradientCheck([full], in: low...high) { f($0[0]) }]
    }
    func binary(_ low: Float, _ high: Float, _ f: @escaping (Tensor, Tensor) -> Tensor) -> [GradientCheck] {
      [(full, full), (full, row), (row, full), (full, column), (column, full), (full, one), (one, full), (column, row)]
        .map { GradientCheck([$0.0, $0.1], in: low...high) { f($0[0], $0[1]) } }
    }
    switch kind {
    case .constant: return [GradientCheck([full]) { $0[0] + $0[0].tape.constant([3], [1, 1]) }]
    case .parameter: return unary(-1, 1) { $0 + $0 }
    case .stopGradient:
      // The value passes, the derivative does not: x · stop(x) has derivative x, not 2x.
      return [GradientCheck([full], frozen: { $0[0] }, function: { $0[0] * stopGradient($0[0]) })]
    case .add: return binary(-1, 1) { $0 + $1 }
    case .subtract: return binary(-1, 1) { $0 - $1 }
    case .multiply: return binary(-1, 1) { $0 * $1 } + unary(-1, 1) { $0 * $0 }
    case .divide: return binary(0.5, 2) { $0 / $1 }
    case .affine: return unary(-1, 1) { 3 - 2 * $0 / 1.5 + (-$0 - 1) }
    case .exp: return unary(-2, 2) { exp($0) }
    case .log: return unary(0.3, 3) { log($0) }
    case .softplus: return unary(-4, 4) { softplus($0) }
    case .sin: return unary(-4, 4) { sin($0) }
    case .cos: return unary(-4, 4) { cos($0) }
    case .square: return unary(-2, 2) { square($0) }
    case .squareRoot: return unary(0.5, 3) { squareRoot($0) }
    case .activate: return activations.flatMap { φ in unary(-2, 2) { activate($0, φ) } }
    case .product:
      return [1, 3, 17, 33].flatMap { k in
        [
          GradientCheck([[r, k], [k, c]]) { $0[0] • $0[1] },
          GradientCheck([[k, r], [k, c]]) { product($0[0], $0[1], transposingLeft: true) },
          GradientCheck([[r, k], [c, k]]) { product($0[0], $0[1], transposingRight: true) },
          GradientCheck([[k, r], [c, k]]) { product($0[0], $0[1], transposingLeft: true, transposingRight: true) },
        ]
      }
    case .dense:
      // Biases of ±6 keep the sums away from the kink of a ReLU, on both sides of it.
      return activations.map { φ in
        let distance: Float = φ == .relu || φ == .leakyReLU(0.2) ? 6 : 0
        let offsets = (0..<c).map { $0 % 2 == 0 ? distance : -distance }
        return GradientCheck([[r, 5], [5, c], row]) {
          dense($0[0], weight: $0[1], bias: $0[2] + $0[0].tape.constant(offsets, row), φ)
        }
      }
    case .sum: return unary(-1, 1) { sum(square($0)) } + unary(-1, 1) { mean($0 * $0) }
    case .sumRows: return unary(-1, 1) { sum(square($0), over: 0) }
    case .sumColumns: return unary(-1, 1) { mean(square($0), over: 1) }
    case .logSumExp: return unary(-2, 2) { logSumExp($0) } + unary(-2, 2) { softmax($0) }
    case .concatenate: return [GradientCheck([full, [r, 3]]) { square(concatenate($0[0], $0[1])) }]
    case .columns: return unary(-1, 1) { columns($0, c / 2..<c) + columns(square($0), 0..<c - c / 2) }
    case .reshape: return unary(-1, 1) { sum(square(reshape($0, [c, r])), over: 0) }
    case .bernoulliNLL: return [GradientCheck([full, full], in: 0...1) { bernoulliNLL($0[0], logits: 6 * $0[1] - 3) }]
    case .softmaxCrossEntropy:
      return unary(-2, 2) { crossEntropy((0..<r).map { $0 * 7 % c }, logits: $0) * Float(r) }
    case .unfold: return pictures(r, c) { unfold(square($0), $1) }
    case .fold: return pictures(r, c) { square(fold(unfold($0, $1), $1)) }
    case .maximumPool:
      // No two numbers near each other: a step of the differences must not change which is the largest.
      return windows.map { window in
        GradientCheck([[2, 4, 5, c]], in: 0...0.01) { x in
          let order = (0..<40 * c).map { Float($0 * 37 % (40 * c + 1)) }
          return maximumPool(x[0] + x[0].tape.constant(order, [2, 4, 5, c]), window)
        }
      }
    case .meanPool: return pictures(r, c) { meanPool(square($0), $1) }
    case .repeatRows: return unary(-1, 1) { square(repeatRows($0, times: 3)) }
    }
  }

  private let windows = [
    Window(side: 1), Window(side: 3, padding: 1), Window(side: 2, stride: 2), Window(side: 3, stride: 2, padding: 2),
    Window(side: 2, stride: 3),
  ]

  /// Checks on two pictures of r + 2 by 4 pixels with c channels, for several windows.
  private func pictures(_ r: Int, _ c: Int, _ f: @escaping (Tensor, Window) -> Tensor) -> [GradientCheck] {
    windows.map { window in GradientCheck([[2, min(r, 5) + 2, 4, c]]) { f($0[0], window) } }
  }

  private let activations: [Activation] = [.none, .relu, .leakyReLU(0.2), .silu, .tanh, .sigmoid]
}
