// Autodiff: tensors, tape, gradients, kernels; an operation stands in one file with its family.

import Numerics

/// The operations of one training step, in the order in which they ran, with their results.
///
/// A tape (Wengert 1964) is a list that is written forwards and read backwards: `differentiate` walks it from the
/// loss to the start and adds up what each number contributed. Rewinding keeps the memory, so that a step allocates
/// nothing once a step of its size has run.
public final class Tape {
  struct Node {
    var operation: Operation
    var shape: Shape
    var value: Floats
    /// The numbers that the way back needs besides value and inputs: the argument of an activation, softmax
    /// probabilities.
    var auxiliary: Floats?
    var gradient: Floats?
    /// A first contribution to the gradient is stored, a later one added.
    var hasGradient = false
    var needsGradient = false
    /// The tape's generation when it was recorded. A tensor keeps it, too: its slot may be another node's by now.
    var generation: UInt32 = 0
  }

  var nodes: [Node] = []
  var arena = Arena()
  /// The number of times that nodes were taken back, by a rewind or at the end of an `evaluate`.
  var generation: UInt32 = 0
  /// The backward rules of operations on pictures, where there were any.
  var backwardConvolution: ((Tape, Node, Floats) -> Void)?

  /// The seed with which the tape's random numbers began.
  public let seed: UInt64
  /// The generator of the tape's random numbers.
  public var random: RandomGenerator

  public init(seed: UInt64) {
    self.seed = seed
    random = RandomGenerator(seed: seed)
    nodes.reserveCapacity(256)
  }

  /// The number of times that memory was asked of the system since the tape was made.
  package var allocations: Int { arena.allocations }

  /// The operations on the tape, in order.
  package var kinds: [Operation.Kind] { nodes.map { $0.operation.kind } }

  /// Forgets all that is recorded; tensors of this tape lose their meaning.
  public func rewind() {
    nodes.removeAll(keepingCapacity: true)
    arena.rewind()
    generation &+= 1
  }

  /// Runs the body without keeping what it records: for predictions and figures, inside or outside a training step.
  ///
  /// The body returns plain numbers (`tensor.array`, `tensor.scalar`); a tensor would have lost its meaning.
  public func evaluate<Result>(_ body: (Tape) -> Result) -> Result {
    let count = nodes.count
    let mark = arena.mark
    defer {
      nodes.removeLast(nodes.count - count)
      arena.rewind(to: mark)
      generation &+= 1
    }
    return body(self)
  }

  // MARK: Data and noise

  /// Numbers from outside, row by row; no gradient flows into them.
  public func constant(
    _ values: [Float], _ shape: Shape, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    noteCaller(file, line)
    require(
      values.count == shape.count,
      "constant: \(values.count) numbers cannot fill the shape \(shape.description), which takes \(shape.count)")
    let tensor = record(.constant, shape)
    values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { tensor.value.copy(start, count: values.count) }
    }
    return tensor
  }

  /// ε ~ N(0, I)
  public func normal(_ shape: Shape, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    noteCaller(file, line)
    let tensor = record(.constant, shape)
    random.fillNormal(UnsafeMutableBufferPointer(start: tensor.value, count: shape.count))
    return tensor
  }

  /// u ~ U[0, 1)
  public func uniform(_ shape: Shape, file: StaticString = #fileID, line: UInt = #line) -> Tensor {
    noteCaller(file, line)
    let tensor = record(.constant, shape)
    random.fillUniform(UnsafeMutableBufferPointer(start: tensor.value, count: shape.count))
    return tensor
  }

  /// `count` integers from 0 ..< n, each equally likely.
  public func integers(below n: Int, count: Int) -> [Int] {
    var integers = [Int](repeating: 0, count: count)
    for index in 0..<count { integers[index] = random.integer(below: n) }
    return integers
  }

  /// A leaf whose numbers, and room for their gradient, are kept elsewhere (padded to whole lanes).
  ///
  /// A parameter used twice stands on the tape once. `hint` is the slot that it had last.
  package func parameter(
    _ value: Floats, gradient: Floats, _ shape: Shape, owner: ObjectIdentifier, hint: Slot = -1
  ) -> Tensor {
    if hint >= 0 && Int(hint) < nodes.count && nodes[Int(hint)].value == value,
      case .parameter = nodes[Int(hint)].operation
    {
      return Tensor(tape: self, slot: hint, generation: nodes[Int(hint)].generation)
    }
    return append(Node(operation: .parameter(owner: owner), shape: shape, value: value, gradient: gradient))
  }

  // MARK: Recording

  /// A new node with room for its value.
  func record(_ operation: Operation, _ shape: Shape) -> Tensor {
    append(Node(operation: operation, shape: shape, value: arena.allocate(shape.count)))
  }

  func append(_ node: Node) -> Tensor {
    nodes.append(node)
    nodes[nodes.count - 1].generation = generation
    return Tensor(tape: self, slot: Slot(truncatingIfNeeded: nodes.count - 1), generation: generation)
  }

  /// Memory that is taken back when the body ends.
  func withScratch<Result>(_ count: Int, _ body: (Floats) -> Result) -> Result {
    let mark = arena.mark
    defer { arena.rewind(to: mark) }
    return body(arena.allocate(count))
  }
}
