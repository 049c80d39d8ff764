import Autodiff
import Numerics

/// A training at rest: all that takes it up again and goes on to the same bits as if it had never stopped.
///
/// It holds the parameters' names, shapes and values, the optimiser's moments, the moving average where one is kept,
/// the number of updates, and random generators (the tape's, usually). `bytes` are for a file.
public struct Checkpoint: Equatable, Sendable {
  /// A parameter's name and lengths of axes.
  struct Entry: Equatable, Sendable {
    var name: String
    var axes: [Int]
    var count: Int { axes.reduce(1) { $0 * $1 } }

    static func == (a: Entry, b: Entry) -> Bool { isEqual(a.name, b.name) && a.axes == b.axes }
  }

  let entries: [Entry]
  /// Values and the two moments; behind them the average, where there is one. Each in the order of the entries.
  let buffers: [[Float]]
  let averageDecay: Float
  /// The number of times that an optimiser had changed the parameters.
  public let updates: Int
  /// The generators that were handed over, in that order.
  public let generators: [RandomGenerator]

  init(
    entries: [Entry], buffers: [[Float]], averageDecay: Float, updates: Int, generators: [RandomGenerator]
  ) {
    self.entries = entries
    self.buffers = buffers
    self.averageDecay = averageDecay
    self.updates = updates
    self.generators = generators
  }

  /// Creates a checkpoint of `parameters` as they are now. Hand over the tape's `random` too, so that the noise goes on
  /// where it stopped.
  public init(of parameters: Parameters, generators: [RandomGenerator] = []) {
    let θ = parameters
    θ.recordAccess(to: .moments)
    var buffers = [θ.collect(θ.value), θ.collect(θ.firstMoment), θ.collect(θ.secondMoment)]
    if let average = θ.average { buffers.append(θ.collect(average)) }
    var entries: [Entry] = []
    for entry in θ.entries { entries.append(Entry(name: entry.name, axes: axes(of: entry.shape))) }
    self.init(
      entries: entries, buffers: buffers, averageDecay: θ.averageDecay, updates: θ.updates, generators: generators)
  }

  /// Gives parameters of the same names and shapes these values, moments and average.
  /// - Throws: `CheckpointError` with the first parameter that differs; then nothing is changed.
  public func restore(to parameters: Parameters) throws(CheckpointError) {
    let θ = parameters
    try check(θ)
    θ.recordAccess()
    θ.distribute(buffers[0], to: θ.value)
    θ.distribute(buffers[1], to: θ.firstMoment)
    θ.distribute(buffers[2], to: θ.secondMoment)
    if buffers.count > 3 {
      θ.keepAverage(decay: averageDecay)
      if let average = θ.average { θ.distribute(buffers[3], to: average) }
    } else {
      θ.dropAverage()
    }
    θ.updates = updates
  }

  /// Whether it is of a model with these parameters.
  /// - Throws: `CheckpointError` with the first parameter that differs.
  package func check(_ θ: Parameters) throws(CheckpointError) {
    if entries.count != θ.entries.count {
      throw .parameterCount(found: entries.count, expected: θ.entries.count)
    }
    for (index, entry) in entries.enumerated() {
      let expected = θ.entries[index]
      if !isEqual(entry.name, expected.name) { throw .name(index: index, found: entry.name, expected: expected.name) }
      if entry.axes != axes(of: expected.shape) {
        throw .shape(name: entry.name, found: entry.axes, expected: axes(of: expected.shape))
      }
    }
  }
}

private func axes(of shape: Shape) -> [Int] {
  var axes: [Int] = []
  for axis in 0..<shape.rank { axes.append(shape[axis]) }
  return axes
}
