import Numerics

extension Tape {
  /// The numbers with respect to which a loss is differentiated.
  package enum Target: Equatable {
    /// all parameters of one owner
    case parameters(ObjectIdentifier)
    /// one tensor on the tape
    case tensor(Slot)
  }

  /// ∂loss/∂x for a tensor x on this tape, of x's shape.
  public func gradient(
    of loss: Tensor, withRespectTo x: Tensor, file: StaticString = #fileID, line: UInt = #line
  ) -> [Float] {
    noteCaller(file, line)
    let mark = arena.mark
    defer { arena.rewind(to: mark) }
    let slot = x.checked(on: self).slot
    differentiate(loss, .tensor(slot))
    guard slot <= loss.slot, hasGradient(slot), let gradient = nodes[Int(slot)].gradient else {
      return [Float](repeating: 0, count: x.shape.count)
    }
    return [Float](UnsafeBufferPointer(start: gradient, count: x.shape.count))
  }

  /// Fills the gradients of the target's nodes with ∂loss/∂node. Parameters that the loss does not reach keep what
  /// they had: `hasGradient` tells.
  package func differentiate(_ loss: Tensor, _ target: Target) {
    let last = Int(loss.checked(on: self).slot)
    require(
      loss.shape.count == 1,
      "a loss is a single number, but this one has shape \(loss.shape.description): take its sum or mean")
    for index in nodes.indices {
      let inputs = nodes[index].operation.inputs
      nodes[index].needsGradient =
        isTarget(index, target) || needs(inputs.0) || needs(inputs.1) || needs(inputs.2)
      nodes[index].hasGradient = false
      if case .parameter = nodes[index].operation { continue }
      nodes[index].gradient = nil
    }
    guard nodes[last].needsGradient else { return }
    if let (seed, _) = gradient(Slot(truncatingIfNeeded: last)) { seed[0] = 1 }
    for index in stride(from: last, through: 0, by: -1) where nodes[index].hasGradient {
      // What lies before a target tensor does not matter, and a rule may use up the gradient that it reads.
      if target == .tensor(Slot(truncatingIfNeeded: index)) { return }
      let node = nodes[index]
      if let dy = node.gradient { backward(node, dy) }
    }
  }

  private func hasGradient(_ slot: Slot) -> Bool { nodes[Int(slot)].hasGradient }

  /// Whether the last pass stored something at `gradient`, for the parameter that had that slot when it was last used.
  package func hasGradient(_ slot: Slot, of gradient: Floats) -> Bool {
    slot >= 0 && Int(slot) < nodes.count && nodes[Int(slot)].gradient == gradient && nodes[Int(slot)].hasGradient
  }

  private func isTarget(_ index: Int, _ target: Target) -> Bool {
    switch (target, nodes[index].operation) {
    case (.parameters(let owner), .parameter(let other)): owner == other
    case (.tensor(let slot), _): index == Int(slot)
    default: false
    }
  }

  private func needs(_ slot: Slot) -> Bool { slot >= 0 && nodes[Int(slot)].needsGradient }

  /// The memory in which an input's gradient is to be stored (first contribution) or added (later); `nil` where none is
  /// needed.
  func gradient(_ slot: Slot) -> (Floats, accumulate: Bool)? {
    let index = Int(slot)
    guard nodes[index].needsGradient else { return nil }
    let accumulate = nodes[index].hasGradient
    nodes[index].hasGradient = true
    if let gradient = nodes[index].gradient { return (gradient, accumulate) }
    let gradient = arena.allocate(nodes[index].shape.count)
    nodes[index].gradient = gradient
    return (gradient, accumulate)
  }

  func value(_ slot: Slot) -> Floats { nodes[Int(slot)].value }

  func shape(_ slot: Slot) -> Shape { nodes[Int(slot)].shape }

  /// The table of backward rules, from ∂loss/∂y to ∂loss/∂(each input of y): each stands with its operation.
  private func backward(_ node: Node, _ dy: Floats) {
    switch node.operation {
    case .constant, .parameter, .stopGradient: break
    case .add(let a, let b): backwardSum(node, dy, a, b)
    case .subtract(let a, let b): backwardDifference(node, dy, a, b)
    case .multiply(let a, let b): backwardElementwiseProduct(node, dy, a, b)
    case .divide(let a, let b): backwardQuotient(node, dy, a, b)
    case .affine(let x, let scale): backwardAffine(dy, x, scale: scale)
    case .exp(let x): backwardExponential(node.value, dy, x)
    case .log(let x): backwardLogarithm(dy, x)
    case .softplus(let x): backwardSoftplus(dy, x)
    case .sin(let x): backwardSineOrCosine(dy, x, isSine: true)
    case .cos(let x): backwardSineOrCosine(dy, x, isSine: false)
    case .square(let x): backwardSquare(dy, x)
    case .squareRoot(let x): backwardSquareRoot(node.value, dy, x)
    case .activate(let x, let activation): backwardActivation(node, dy, x, activation)
    case .product(let a, let b, let transposed): backwardProduct(node, dy, a, b, transposed)
    case .dense(let x, let weight, let bias, let activation): backwardDense(node, dy, x, weight, bias, activation)
    case .sum(let x): backwardTotal(dy, x)
    case .sumRows(let x), .sumColumns(let x): spread(node, dy, x) { d, _ in d }
    case .logSumExp(let x): backwardLogSumExp(node, dy, x)
    case .concatenate(let a, let b): backwardConcatenation(node, dy, a, b)
    case .columns(let x, let first): addColumns(dy, node.shape, first: Int(first), to: x)
    case .reshape(let x): backwardReshape(dy, x)
    case .bernoulliNLL(let x, let logits): backwardBernoulli(node, dy[0], x, logits)
    case .softmaxCrossEntropy(let logits): backwardCrossEntropy(node, dy[0], logits)
    case .unfold, .fold, .maximumPool, .meanPool: backwardConvolution?(self, node, dy)
    case .repeatRows(let x): backwardRepeatRows(node, dy, x)
    }
  }
}
