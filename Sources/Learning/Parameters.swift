// Learning: parameters, layers, losses, optimisers, training, checkpoints.

import Autodiff
import Numerics

/// θ: everything that a model learns, in one flat buffer, so that an optimiser is one loop and a checkpoint one array.
///
/// Beside each value lie its gradient and two numbers of the optimiser's (for Adam: the running means of the gradient
/// and of its square). Layers add what they need when they are made; after the first use nothing can be added.
public final class Parameters {
  struct Entry {
    let name: String
    let shape: Shape
    let offset: Int
    var slot: Slot = -1
  }

  private(set) var entries: [Entry] = []
  /// Numbers in each buffer, padding included: every parameter begins at a multiple of 16.
  private(set) var length = 0
  private var capacity = 0
  private var isUsed = false
  private var layerNames: [String] = []
  private let random: RandomGenerator

  var value: Floats
  var gradient: Floats
  var firstMoment: Floats
  var secondMoment: Floats
  /// A moving average of the values, where one is kept, and how much of it each step keeps.
  var average: Floats?
  var averageDecay: Float = 0

  /// The recorder of accesses between two steps of a training that is kept; `nil` at any other time.
  var recorder: StepRecorder?

  /// The number of times that an optimiser has changed the parameters.
  public internal(set) var updates = 0

  /// `seed` decides the initial values; each parameter draws from a stream of its own.
  public init(seed: UInt64) {
    random = RandomGenerator(seed: seed)
    value = allocateFloats(0)
    gradient = allocateFloats(0)
    firstMoment = allocateFloats(0)
    secondMoment = allocateFloats(0)
  }

  deinit {
    value.deallocate()
    gradient.deallocate()
    firstMoment.deallocate()
    secondMoment.deallocate()
    average?.deallocate()
  }

  /// Adds a parameter with initial values, multiplied by `scale`. Its name is its own among these.
  public func add(_ name: String, _ shape: Shape, _ initial: Initializer, scale: Float = 1) -> Parameter {
    require(
      !isUsed && average == nil,
      "the parameter \(name) comes too late: layers must be made before the first of them is used")
    for entry in entries { require(!isEqual(entry.name, name), "there are two parameters of the name \(name)") }
    let offset = length
    let index = entries.count
    grow(to: offset + paddedCount(shape.count))
    var stream = random.substream(UInt64(index))
    initial.fill(UnsafeMutableBufferPointer(start: value + offset, count: shape.count), shape, scale, &stream)
    entries.append(Entry(name: name, shape: shape, offset: offset))
    return Parameter(owner: self, index: index)
  }

  /// A name for a layer: the one wished for, or with a number behind it where another layer has it.
  func uniqueName(for preferred: String) -> String {
    var name = preferred
    var number = 1
    while layerNames.contains(where: { isEqual($0, name) }) {
      number += 1
      name = "\(preferred) (\(number))"
    }
    layerNames.append(name)
    return name
  }

  /// The names of the parameters, in the order in which the layers were made.
  public var names: [String] {
    var names: [String] = []
    for entry in entries { names.append(entry.name) }
    return names
  }

  /// Number of numbers that are learned.
  public var count: Int {
    var count = 0
    for entry in entries { count += entry.shape.count }
    return count
  }

  /// The numbers of all parameters, in the order in which the layers were made.
  public var values: [Float] {
    get {
      recordAccess()
      return collect(value)
    }
    set {
      recordAccess()
      require(newValue.count == count, "values: \(newValue.count) numbers for a model that has \(count)")
      distribute(newValue, to: value)
    }
  }

  /// ∂loss/∂θ of the last step, in the order of `values`.
  public var gradients: [Float] {
    recordAccess(to: .gradients)
    return collect(gradient)
  }

  /// A fingerprint of all values' bits: equal on two machines if and only if (but for chance) every bit is.
  public var digest: Digest {
    recordAccess()
    var digest = Digest()
    for entry in entries { digest.combine(UnsafeBufferPointer(start: value + entry.offset, count: entry.shape.count)) }
    return digest
  }

  /// Keeps the numbers for a training that is taken up again, before they are read or set: every function that a cell
  /// may call and that does either begins with this. In a browser no training is kept.
  func recordAccess(to part: StepRecorder.Part = .values) {
    #if !hasFeature(Embedded)
      recorder?.note(self, part)
    #endif
  }

  func tensor(_ index: Int, on tape: Tape) -> Tensor {
    isUsed = true
    recordAccess()
    let entry = entries[index]
    let tensor = tape.parameter(
      value + entry.offset, gradient: gradient + entry.offset, entry.shape, owner: ObjectIdentifier(self),
      hint: entry.slot)
    entries[index].slot = tensor.index
    return tensor
  }

  /// ∂loss/∂θ: 0 for parameters that the loss does not depend on, and in the padding.
  package func differentiate(_ loss: Tensor) {
    recordAccess(to: .gradients)
    let tape = loss.tape
    tape.differentiate(loss, .parameters(ObjectIdentifier(self)))
    for entry in entries {
      let start = gradient + entry.offset
      let padded = paddedCount(entry.shape.count)
      let reached = tape.hasGradient(entry.slot, of: start)
      let first = reached ? entry.shape.count : 0
      for index in first..<padded { start[index] = 0 }
    }
  }

  /// The opposite of `collect`.
  func distribute(_ values: [Float], to buffer: Floats) {
    var start = 0
    for entry in entries {
      for index in 0..<entry.shape.count { buffer[entry.offset + index] = values[start + index] }
      start += entry.shape.count
    }
  }

  func collect(_ buffer: Floats) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    for entry in entries {
      values.append(contentsOf: UnsafeBufferPointer(start: buffer + entry.offset, count: entry.shape.count))
    }
    return values
  }

  private func grow(to newLength: Int) {
    if newLength > capacity {
      capacity = max(newLength, 2 * capacity)
      func moved(_ old: Floats) -> Floats {
        let new = allocateFloats(capacity)
        new.copy(old, count: length)
        old.deallocate()
        return new
      }
      value = moved(value)
      gradient = moved(gradient)
      firstMoment = moved(firstMoment)
      secondMoment = moved(secondMoment)
    }
    length = newLength
  }
}

/// Equality of the bytes: that of `String` needs tables of Unicode, which a browser would have to load.
@inline(never)
func isEqual(_ a: String, _ b: String) -> Bool { Array(a.utf8) == Array(b.utf8) }

/// A tensor among a model's parameters.
public struct Parameter {
  let owner: Parameters
  let index: Int

  public var shape: Shape { owner.entries[index].shape }

  /// The parameter as a leaf of the tape; used twice in a step, it is the same leaf.
  public func on(_ tape: Tape) -> Tensor { owner.tensor(index, on: tape) }
}
