// Browser: the runtime of a cell in a page; compiled with each cell, no target of the package.

// The functions of a C library that Swift's own code calls, which nothing else provides in a browser.

/// The memory of the one thread there is. Only the functions below touch it.
nonisolated(unsafe) private var memory = Memory()

@_cdecl("posix_memalign")
func allocate(_ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: UInt, _ count: UInt) -> Int32 {
  guard let block = memory.allocate(UInt32(count), alignment: UInt32(alignment)) else { return outOfMemory }
  result.pointee = block
  return 0
}

/// ENOMEM
private let outOfMemory: Int32 = 12

/// `free`: Swift reserves that name, so the linker is told `--wrap=free`.
@_cdecl("__wrap_free")
func release(_ block: UnsafeMutableRawPointer?) {
  if let block { memory.giveBack(block) }
}

// With bulk memory each of the three is an instruction (memory.copy, memory.fill), not a call of itself.

@_cdecl("memcpy")
func copy(
  _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: UInt
) -> UnsafeMutableRawPointer {
  target.copyMemory(from: source, byteCount: Int(count))
  return target
}

@_cdecl("memmove")
func move(
  _ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ count: UInt
) -> UnsafeMutableRawPointer {
  target.copyMemory(from: source, byteCount: Int(count))
  return target
}

@_cdecl("memset")
func fill(_ target: UnsafeMutableRawPointer, _ byte: Int32, _ count: UInt) -> UnsafeMutableRawPointer {
  target.initializeMemory(as: UInt8.self, repeating: UInt8(truncatingIfNeeded: byte), count: Int(count))
  return target
}

/// The difference of the first two bytes that differ, 0 where none do.
@_cdecl("memcmp")
func compare(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: UInt) -> Int32 {
  for index in 0..<Int(count) where a[index] != b[index] { return Int32(a[index]) - Int32(b[index]) }
  return 0
}

/// The seed of dictionaries and sets: always the same, so that a program does the same each time it runs.
@_cdecl("arc4random_buf")
func fillSeed(_ buffer: UnsafeMutableRawPointer, _ count: UInt) {
  buffer.initializeMemory(as: UInt8.self, repeating: 4, count: Int(count))
}
