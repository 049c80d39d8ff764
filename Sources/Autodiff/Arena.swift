import Numerics

/// Memory for the numbers of one training step: handed out from front to back, taken back all at once.
///
/// Blocks are kept when the arena is rewound, so that a step as large as an earlier one allocates nothing. They
/// never move, so pointers into them stay good until then.
struct Arena: ~Copyable {
  private struct Block {
    var start: UnsafeMutablePointer<Float>
    var capacity: Int
  }

  /// A place in the arena to go back to.
  struct Mark {
    fileprivate var block: Int
    fileprivate var used: Int
  }

  private var blocks: [Block] = []
  private var current = 0
  private var used = 0

  /// The number of times that memory was asked of the system; a test sees that it stays the same after the first step.
  private(set) var allocations = 0

  deinit {
    for block in blocks { block.start.deallocate() }
  }

  var mark: Mark { Mark(block: current, used: used) }

  mutating func rewind(to mark: Mark) {
    current = mark.block
    used = mark.used
  }

  mutating func rewind() {
    current = 0
    used = 0
  }

  /// Room for `count` numbers, aligned to 64 bytes and rounded up to whole lanes: kernels may write the padding.
  mutating func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    let padded = paddedCount(count)
    while current < blocks.count {
      if used + padded <= blocks[current].capacity {
        let start = blocks[current].start + used
        used += padded
        return start
      }
      current += 1
      used = 0
    }
    let last = blocks.last?.capacity ?? 0
    let capacity = max(padded, max(1 << 14, min(2 * last, 1 << 22)))
    blocks.append(Block(start: allocateFloats(capacity), capacity: capacity))
    allocations += 1
    used = padded
    return blocks[current].start
  }
}

/// The next multiple of sixteen.
@inline(__always)
package func paddedCount(_ count: Int) -> Int { (count + 15) & ~15 }

/// Zeros, aligned to 64 bytes, a cache line and the widest vector; sixteen more behind the last, so that a whole vector
/// may be read from any of them on.
package func allocateFloats(_ count: Int) -> UnsafeMutablePointer<Float> {
  let bytes = UnsafeMutableRawPointer.allocate(byteCount: (count + 16) * 4, alignment: 64)
  let floats = bytes.bindMemory(to: Float.self, capacity: count + 16)
  floats.initialize(repeating: 0, count: count + 16)
  return floats
}
