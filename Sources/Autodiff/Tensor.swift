import Numerics

/// A result on a tape: a handle of 16 bytes, valid until the tape is rewound, or the `evaluate` that it was made in
/// ends.
public struct Tensor {
  public let tape: Tape
  let slot: Slot
  let generation: UInt32

  /// The slot on its tape, for who wants to know later whether a gradient reached it.
  package var index: Slot { slot }

  /// Lengths of the axes.
  public var shape: Shape { tape.shape(checked(on: tape).slot) }

  /// The number in a tensor of one element.
  public var scalar: Float {
    require(shape.count == 1, "scalar: a tensor of shape \(shape.description) holds \(shape.count) numbers, not one")
    return value[0]
  }

  /// A copy of the numbers, row by row.
  public var array: [Float] { [Float](UnsafeBufferPointer(start: value, count: shape.count)) }

  var value: Floats { tape.value(checked(on: tape).slot) }

  /// The tensor itself, if it still stands on the tape; otherwise the program fails.
  @inline(__always)
  func checked(on other: Tape) -> Tensor {
    check(other)
    return self
  }

  @inline(never)
  private func check(_ other: Tape) {
    require(tape === other, "two tensors of different tapes cannot meet: record both on one")
    require(
      Int(slot) < tape.nodes.count && generation == tape.nodes[Int(slot)].generation,
      "this tensor belongs to a step that is over, or to an `evaluate` that has ended: keep its numbers with `array` "
        + "or `scalar` before then")
  }
}
