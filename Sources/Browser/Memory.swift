/// Memory for Swift's own allocations in WebAssembly, where there is no operating system to ask.
///
/// Sizes are rounded up to a power of two; a block that is given back waits in the list of its size and is handed out
/// again first. A program that repeats itself, like a training loop, therefore stops growing after its first round.
struct Memory {
  /// The numbers in front of every block, which `free` has to know.
  private struct Header {
    /// The power of two that is the block's size, this header included.
    var power: Int32
    /// The address at which the block begins, further back than the header where an alignment asked for a gap.
    var start: UInt32
  }

  /// The first free block of each size; its first word is the address of the next.
  private var free: InlineArray<32, UInt32> = .init(repeating: 0)
  /// The address at which memory begins that no block has used yet.
  private var top: UInt32 = 0

  private static let pageSize: UInt32 = 65_536

  /// A block of at least so many bytes at a multiple of `alignment`, a power of two; nil where there is no more.
  mutating func allocate(_ count: UInt32, alignment: UInt32) -> UnsafeMutableRawPointer? {
    // A block begins at a multiple of 16 and its header takes 8 bytes: no more than this is lost to the alignment.
    let margin = alignment <= 8 ? 8 : alignment
    guard count <= 1 << 30, margin <= 1 << 20 else { return nil }
    let power = max(4, 32 - Int32((count + margin - 1).leadingZeroBitCount))
    guard let start = take(power) else { return nil }
    let address = (start + 8 + alignment - 1) & ~(alignment - 1)
    let block = UnsafeMutableRawPointer(bitPattern: UInt(address)).unsafelyUnwrapped
    (block - 8).storeBytes(of: Header(power: power, start: start), as: Header.self)
    return block
  }

  mutating func giveBack(_ block: UnsafeMutableRawPointer) {
    let header = (block - 8).load(as: Header.self)
    let start = UnsafeMutableRawPointer(bitPattern: UInt(header.start)).unsafelyUnwrapped
    start.storeBytes(of: free[Int(header.power)], as: UInt32.self)
    free[Int(header.power)] = header.start
  }

  /// A free block of this size, or fresh memory at the end.
  private mutating func take(_ power: Int32) -> UInt32? {
    let first = free[Int(power)]
    if first != 0 {
      free[Int(power)] = UnsafeRawPointer(bitPattern: UInt(first)).unsafelyUnwrapped.load(as: UInt32.self)
      return first
    }
    // What the linker laid out (data and stack) ends where the first page begins that we ask for.
    if top == 0 { top = UInt32(bitPattern: memorySize(0)) * Memory.pageSize }
    let size = UInt32(1) &<< UInt32(power)
    let (end, overflows) = top.addingReportingOverflow(size)
    guard !overflows else { return nil }
    let available = UInt32(bitPattern: memorySize(0)) * Memory.pageSize
    if end > available {
      // At least a megabyte at a time, unless that much is not to be had: growing is slow.
      let pages = (end - available + Memory.pageSize - 1) / Memory.pageSize
      guard growMemory(0, Int32(max(pages, 16))) >= 0 || growMemory(0, Int32(pages)) >= 0 else { return nil }
    }
    defer { top = end }
    return top
  }
}

/// The pages of 64 KiB that memory 0 has: the WebAssembly instruction `memory.size`.
@_extern(c, "llvm.wasm.memory.size.i32")
private func memorySize(_ memory: Int32) -> Int32

/// `memory.grow`: so many pages more; the old number, or −1 where there are none.
@_extern(c, "llvm.wasm.memory.grow.i32")
private func growMemory(_ memory: Int32, _ pages: Int32) -> Int32
