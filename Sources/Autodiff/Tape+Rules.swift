import Numerics

/// The backward rules that take more than a line.
extension Tape {
  /// dx (+)= derivative, element by element.
  @inline(__always)
  func each(_ x: Slot, _ derivative: (Int) -> Lanes) {
    guard let (dx, accumulate) = gradient(x) else { return }
    send(into: dx, accumulate, shape(x).count, derivative)
  }

  /// The gradient of operand x of a broadcast: d summed over what was repeated.
  func addReduced(_ d: Floats, _ result: Shape, to x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    reduce(
      d, rows: result.rows, columns: result.columns, into: dx, Layout(shape(x), in: result), accumulate: accumulate)
  }

  /// The gradient of operand x of a broadcast: f(d, other operand), summed over what was repeated.
  @inline(__always)
  func addReduced(_ d: Floats, by other: Slot, _ result: Shape, to x: Slot, _ f: (Lanes, Lanes) -> Lanes) {
    guard let target = gradient(x) else { return }
    addReduced(d, by: other, result, to: x, target, f)
  }

  @inline(__always)
  private func addReduced(
    _ d: Floats, by other: Slot, _ result: Shape, to x: Slot, _ gradient: (Floats, accumulate: Bool),
    _ f: (Lanes, Lanes) -> Lanes
  ) {
    let (dx, accumulate) = gradient
    let rows = result.rows
    let columns = result.columns
    let layout = Layout(shape(x), in: result)
    let isFull = layout.isFull(columns)
    // Gradients live to the end of the pass, scratch does not: it comes last.
    let mark = arena.mark
    defer { arena.rewind(to: mark) }
    let target = isFull ? dx : arena.allocate(result.count)
    combine(
      d, Layout(result, in: result), value(other), Layout(shape(other), in: result), into: target,
      accumulate: isFull && accumulate, rows: rows, columns: columns, f)
    if !isFull { reduce(target, rows: rows, columns: columns, into: dx, layout, accumulate: accumulate) }
  }

  /// y = a / b: da = dy / b, db = −dy y / b.
  func propagateQuotient(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot) {
    func add(_ d: Floats, to x: Slot, _ target: (Floats, accumulate: Bool)) {
      addReduced(d, by: b, node.shape, to: x, target) { d, b in d / b }
    }
    if let target = gradient(a) { add(dy, to: a, target) }
    guard let target = gradient(b) else { return }
    withScratch(node.shape.count) { scratch in
      send(into: scratch, false, node.shape.count) { 0 - dy.lanes($0) * node.value.lanes($0) }
      add(scratch, to: b, target)
    }
  }

  /// y = sin x: dx = dy cos x. y = cos x: dx = −dy sin x.
  func propagateWave(_ dy: Floats, _ x: Slot, isSine: Bool) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let count = shape(x).count
    withScratch(count) { wave in
      waves(value(x), into: wave, count, isSine: !isSine)
      send(into: dx, accumulate, count) {
        let slope = dy.lanes($0) * wave.lanes($0)
        return isSine ? slope : 0 - slope
      }
    }
  }

  /// Y = A′B′ with A′ = A or Aᵀ, B′ likewise: dA′ = dY B′ᵀ, dB′ = A′ᵀ dY, and transposed where the operand was.
  func propagateProduct(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot, _ transposed: (left: Bool, right: Bool)) {
    let m = node.shape.rows
    let n = node.shape.columns
    let k = transposed.left ? shape(a).rows : shape(a).columns
    let dY = MatrixView(dy, columns: n)
    let dYTransposed = MatrixView(dy, columns: n, transposed: true)
    if let (da, accumulate) = gradient(a) {
      let b = value(b)
      let columns = transposed.right ? k : n
      if transposed.left {
        product(MatrixView(b, columns: columns, transposed: transposed.right), dYTransposed, da, accumulate, k, n, m)
      } else {
        product(dY, MatrixView(b, columns: columns, transposed: !transposed.right), da, accumulate, m, n, k)
      }
    }
    if let (db, accumulate) = gradient(b) {
      let a = value(a)
      let columns = transposed.left ? m : k
      if transposed.right {
        product(dYTransposed, MatrixView(a, columns: columns, transposed: transposed.left), db, accumulate, n, m, k)
      } else {
        product(MatrixView(a, columns: columns, transposed: !transposed.left), dY, db, accumulate, k, m, n)
      }
    }
  }

  /// y = φ(x W + b): d = dy φ′, dx = d Wᵀ, dW = xᵀ d, db = Σ_rows d.
  func propagateDense(
    _ node: Node, _ dy: Floats, _ x: Slot, _ weight: Slot, _ bias: Slot, _ activation: Activation
  ) {
    let m = node.shape.rows
    let n = node.shape.columns
    let k = shape(x).columns
    // dy is not read again after this node: φ′ can be multiplied in where it lies.
    if activation != .none {
      activation.propagate(
        dy, result: node.value, argument: node.auxiliary, into: dy, accumulate: false, node.shape.count)
    }
    if let (db, accumulate) = gradient(bias) { sumRows(dy, rows: m, columns: n, into: db, accumulate: accumulate) }
    let d = MatrixView(dy, columns: n)
    if let (dW, accumulate) = gradient(weight) {
      product(MatrixView(value(x), columns: k, transposed: true), d, dW, accumulate, k, m, n)
    }
    if let (dx, accumulate) = gradient(x) {
      product(d, MatrixView(value(weight), columns: n, transposed: true), dx, accumulate, m, n, k)
    }
  }

  /// y (+)= a b with a [m, k], b [k, n].
  func product(_ a: MatrixView, _ b: MatrixView, _ y: Floats, _ accumulate: Bool, _ m: Int, _ k: Int, _ n: Int) {
    withScratch(panelCount(k)) {
      multiply(a, b, into: y, m: m, k: k, n: n, from: accumulate ? .result : .zero, panel: $0)
    }
  }

  /// dx[i, j] (+)= f(d repeated over x, x): the way back from a sum along an axis.
  @inline(__always)
  func spread(_ node: Node, _ d: Floats, _ x: Slot, _ f: (Lanes, Lanes) -> Lanes) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let shape = shape(x)
    combine(
      d, Layout(node.shape, in: shape), value(x), Layout(shape, in: shape), into: dx, accumulate: accumulate,
      rows: shape.rows, columns: shape.columns, f)
  }

  /// dx = dy · softmax(x), row by row.
  func propagateLogSumExp(_ node: Node, _ dy: Floats, _ x: Slot) {
    guard let (dx, accumulate) = gradient(x), let probabilities = node.auxiliary else { return }
    let shape = shape(x)
    combine(
      dy, Layout(node.shape, in: shape), probabilities, Layout(shape, in: shape), into: dx, accumulate: accumulate,
      rows: shape.rows, columns: shape.columns
    ) { d, p in d * p }
  }

  /// dx (+)= the columns of d from `first` on.
  func copyColumns(_ d: Floats, _ shape: Shape, first: Int, to x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let width = self.shape(x).columns
    for row in 0..<shape.rows {
      let source = d + row * shape.columns + first
      let target = dx + row * width
      for column in 0..<width { target[column] = accumulate ? target[column] + source[column] : source[column] }
    }
  }

  /// The columns of dx from `first` on (+)= d; the others get nothing.
  func addColumns(_ d: Floats, _ shape: Shape, first: Int, to x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let width = self.shape(x).columns
    if !accumulate { dx.update(repeating: 0, count: self.shape(x).count) }
    for row in 0..<shape.rows {
      let source = d + row * shape.columns
      let target = dx + row * width + first
      for column in 0..<shape.columns { target[column] += source[column] }
    }
  }

  /// ℓ = Σ max(l, 0) − l x + log(1 + e^−|l|): dl = σ(l) − x, dx = −l.
  func propagateBernoulli(_ node: Node, _ dy: Float, _ x: Slot, _ logits: Slot) {
    guard let σ = node.auxiliary else { return }
    let v = value(x)
    let l = value(logits)
    each(logits) { (σ.lanes($0) - v.lanes($0)) * dy }
    each(x) { l.lanes($0) * -dy }
  }

  /// ℓ = mean of log Σ exp l − l[label]: dl = (softmax(l) − one-hot(label)) / rows.
  func propagateCrossEntropy(_ node: Node, _ dy: Float, _ logits: Slot) {
    guard let (dl, accumulate) = gradient(logits), let probabilities = node.auxiliary else { return }
    let shape = shape(logits)
    let scale = dy / Float(shape.rows)
    let labels = probabilities + paddedCount(shape.count)
    send(into: dl, accumulate, shape.count) { probabilities.lanes($0) * scale }
    for row in 0..<shape.rows { dl[row * shape.columns + Int(labels[row])] -= scale }
  }
}
