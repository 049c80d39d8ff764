import Numerics

/// −log p(x) of independent Bernoulli variables whose log-odds are `logits`, in nats, summed over all elements.
///
/// Σ max(l, 0) − l x + log(1 + e^−|l|): never takes the logarithm of a number that has been rounded to 0.
/// x may lie anywhere in [0, 1], and where it does not, it stops: the terms would be of no probability. Both of one shape; the
/// result has shape [1, 1].
public func bernoulliNLL(_ x: Tensor, logits: Tensor) -> Tensor {
  let tape = x.checked(on: logits.checked(on: logits.tape).tape).tape
  require(
    x.shape == logits.shape,
    "bernoulliNLL: data \(x.shape.description) and logits \(logits.shape.description) must be of one shape")
  let v = x.value
  let (lowest, highest) = range(of: v, x.shape.count)
  require(
    lowest >= 0 && highest <= 1,
    "bernoulliNLL: what a Bernoulli likelihood is of lies from 0 to 1, and this goes from \(lowest) to \(highest)")
  let y = tape.record(.bernoulliNLL(x.slot, logits: logits.slot), Shape(rows: 1, columns: 1))
  let l = logits.value
  // Kept for the way back: σ(l), nearly free on this one.
  let σ = tape.arena.allocate(x.shape.count)
  tape.nodes[Int(y.slot)].auxiliary = σ
  // The terms on several threads, their sum on one.
  tape.withScratch(x.shape.count) { terms in
    forEachRange(x.shape.count, BernoulliTerms(x: v, logits: l, sigmoids: σ, terms: terms))
    y.value[0] = sum(terms, x.shape.count)
  }
  return y
}

/// The least and the greatest of so many numbers, with 0 among them.
private func range(of values: Floats, _ count: Int) -> (lowest: Float, highest: Float) {
  var low = Lanes.zero, high = Lanes.zero
  let whole = count / 16 * 16
  for index in stride(from: 0, to: whole, by: 16) {
    let lanes = values.lanes(index)
    low = pointwiseMin(low, lanes)
    high = pointwiseMax(high, lanes)
  }
  var (lowest, highest) = (0 - (0 - low).largest, high.largest)
  for index in whole..<count {
    if values[index] < lowest { lowest = values[index] }
    if values[index] > highest { highest = values[index] }
  }
  return (lowest, highest)
}

/// max(l, 0) − l x + log(1 + e^−|l|), and σ(l).
private struct BernoulliTerms: RangeWork {
  let x: Floats
  let logits: Floats
  let sigmoids: Floats
  let terms: Floats

  func run(_ range: Range<Int>) {
    for index in stride(from: range.lowerBound, to: range.upperBound, by: 16) {
      let logit = logits.lanes(index)
      let (softplus, sigmoid) = softplusAndSigmoid(logit)
      sigmoids.store(sigmoid, at: index)
      terms.store(softplus - logit * x.lanes(index), at: index)
    }
  }
}

/// The mean over rows of −log softmax(logits)[label], in nats: logits [r, classes], a label a row.
public func crossEntropy(
  _ labels: [Int], logits: Tensor, file: StaticString = #fileID, line: UInt = #line
) -> Tensor {
  noteCaller(file, line)
  let shape = logits.shape
  let tape = logits.tape
  require(
    labels.count == shape.rows, "crossEntropy: \(labels.count) labels for logits of shape \(shape.description)")
  let y = tape.record(.softmaxCrossEntropy(logits: logits.slot), Shape(rows: 1, columns: 1))
  // Kept for the way back: the probabilities, and the labels behind them.
  let probabilities = tape.arena.allocate(paddedCount(shape.count) + shape.rows)
  tape.nodes[Int(y.slot)].auxiliary = probabilities
  let kept = probabilities + paddedCount(shape.count)
  tape.withScratch(2 * paddedCount(shape.rows)) { terms in
    softmax(logits.value, rows: shape.rows, columns: shape.columns, into: probabilities, logSumExp: terms)
    for row in 0..<shape.rows {
      let label = labels[row]
      require(
        label >= 0 && label < shape.columns,
        "crossEntropy: label \(label) of row \(row) is none of the \(shape.columns) classes")
      kept[row] = Float(label)
      terms[row] -= logits.value[row * shape.columns + label]
    }
    y.value[0] = sum(terms, shape.rows) / Float(shape.rows)
  }
  return y
}

extension Tape {
  /// ℓ = Σ max(l, 0) − l x + log(1 + e^−|l|): dl = σ(l) − x, dx = −l.
  func backwardBernoulli(_ node: Node, _ dy: Float, _ x: Slot, _ logits: Slot) {
    guard let σ = node.auxiliary else { return }
    let v = value(x)
    let l = value(logits)
    elementwise(logits) { (σ.lanes($0) - v.lanes($0)) * dy }
    elementwise(x) { l.lanes($0) * -dy }
  }

  /// ℓ = mean of log Σ exp l − l[label]: dl = (softmax(l) − one-hot(label)) / rows.
  func backwardCrossEntropy(_ node: Node, _ dy: Float, _ logits: Slot) {
    guard let (dl, accumulate) = gradient(logits), let probabilities = node.auxiliary else { return }
    let shape = shape(logits)
    let scale = dy / Float(shape.rows)
    let labels = probabilities + paddedCount(shape.count)
    Autodiff.accumulate(into: dl, accumulate, shape.count) { probabilities.lanes($0) * scale }
    for row in 0..<shape.rows { dl[row * shape.columns + Int(labels[row])] -= scale }
  }
}
