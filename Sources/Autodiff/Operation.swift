/// Index of a node on the tape.
package typealias Slot = Int32

/// An operation that made a node: plain data, so that the tape is a list and the backward pass one `switch`.
///
/// A new case has its shape rule, its forward and its backward pass in a file of `Operations`, with its family.
/// `Tape+Backward.swift` calls the last and, because `Kind` lists every case, a test has its finite-difference check:
/// neither compiles without.
package enum Operation {
  /// Data: nothing flows back into it.
  case constant
  /// Numbers that an optimiser changes, and whose they are.
  case parameter(owner: ObjectIdentifier)
  case stopGradient
  case add(Slot, Slot)
  case subtract(Slot, Slot)
  case multiply(Slot, Slot)
  case divide(Slot, Slot)
  /// scale · x + shift
  case affine(Slot, scale: Float)
  case exp(Slot)
  case log(Slot)
  case softplus(Slot)
  case sin(Slot)
  case cos(Slot)
  case square(Slot)
  case squareRoot(Slot)
  case activate(Slot, Activation)
  /// op(a) op(b), where op transposes or not
  case product(Slot, Slot, transposed: (left: Bool, right: Bool))
  /// φ(x W + b)
  case dense(Slot, weight: Slot, bias: Slot, Activation)
  case sum(Slot)
  /// over the rows: [r, c] → [1, c]
  case sumRows(Slot)
  /// along each row: [r, c] → [r, 1]
  case sumColumns(Slot)
  case logSumExp(Slot)
  case concatenate(Slot, Slot)
  case columns(Slot, first: Int32)
  case reshape(Slot)
  case bernoulliNLL(Slot, logits: Slot)
  case softmaxCrossEntropy(logits: Slot)
  case unfold(Slot, Window)
  case fold(Slot, Window)
  case maximumPool(Slot, Window)
  case meanPool(Slot, Window)
  case repeatRows(Slot)

  /// The cases by name alone, for a test to walk.
  package enum Kind: UInt8, CaseIterable {
    case constant, parameter, stopGradient, add, subtract, multiply, divide, affine, exp, log, softplus, sin, cos
    case square, squareRoot, activate, product, dense, sum, sumRows, sumColumns, logSumExp, concatenate, columns
    case reshape, bernoulliNLL, softmaxCrossEntropy, unfold, fold, maximumPool, meanPool, repeatRows
  }

  package var kind: Kind {
    switch self {
    case .constant: .constant
    case .parameter: .parameter
    case .stopGradient: .stopGradient
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .affine: .affine
    case .exp: .exp
    case .log: .log
    case .softplus: .softplus
    case .sin: .sin
    case .cos: .cos
    case .square: .square
    case .squareRoot: .squareRoot
    case .activate: .activate
    case .product: .product
    case .dense: .dense
    case .sum: .sum
    case .sumRows: .sumRows
    case .sumColumns: .sumColumns
    case .logSumExp: .logSumExp
    case .concatenate: .concatenate
    case .columns: .columns
    case .reshape: .reshape
    case .bernoulliNLL: .bernoulliNLL
    case .softmaxCrossEntropy: .softmaxCrossEntropy
    case .unfold: .unfold
    case .fold: .fold
    case .maximumPool: .maximumPool
    case .meanPool: .meanPool
    case .repeatRows: .repeatRows
    }
  }

  /// The nodes through which a gradient flows back; −1 where there are fewer than three.
  var inputs: (Slot, Slot, Slot) {
    switch self {
    case .constant, .parameter, .stopGradient: (-1, -1, -1)
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b),
      .product(let a, let b, _), .concatenate(let a, let b), .bernoulliNLL(let a, let b):
      (a, b, -1)
    case .affine(let x, _), .exp(let x), .log(let x), .softplus(let x), .sin(let x), .cos(let x), .square(let x),
      .squareRoot(let x), .activate(let x, _), .sum(let x), .sumRows(let x), .sumColumns(let x), .logSumExp(let x),
      .columns(let x, _), .reshape(let x), .softmaxCrossEntropy(let x), .unfold(let x, _), .fold(let x, _),
      .maximumPool(let x, _), .meanPool(let x, _), .repeatRows(let x):
      (x, -1, -1)
    case .dense(let x, let weight, let bias, _): (x, weight, bias)
    }
  }
}
