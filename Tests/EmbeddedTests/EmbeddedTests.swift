import Foundation
import LibraryBuild
import Testing

/// The targets that also run in a browser: compiled for wasm32 with Embedded Swift, linked, and started in Node.
@Suite(.enabled(if: WebAssemblyModule.obstacle == nil, "\(WebAssemblyModule.obstacle ?? "")"))
struct EmbeddedTests {
  @Test func theLibraryLinksAndNeedsOnlyItsHost() throws {
    let imports = try WebAssemblyModule.wholeLibrary.get().run(
      """
      const names = WebAssembly.Module.imports(module).map(i => i.module + "." + i.name).sort()
      console.log(names.join(" "))
      """)
    #expect(imports == "learn.data learn.dataSize learn.emit learn.now learn.seed learn.setting learn.stop\n")
  }

  /// Blocks are aligned, lie apart, and are used again once they are given back.
  @Test func blocksOfMemoryLieApartAndAreUsedAgain() throws {
    try run(
      """
      const cell = 1024
      const take = (alignment, count) => {
        if (library.posix_memalign(cell, alignment, count) !== 0) throw new Error("no memory")
        return memory().getUint32(cell, true)
      }
      const random = (seed => () => (seed = seed * 48271 % 2147483647))(7)
      let high = 0
      for (let round = 0; round < 60; round++) {
        const blocks = []
        for (let index = 0; index < 200; index++) {
          const alignment = 4 << (index % 6), count = 1 + (index * 7919) % 5000
          const start = take(alignment, count)
          if (start % alignment !== 0) throw new Error("not aligned")
          blocks.push([start, start + count])
        }
        blocks.sort((a, b) => a[0] - b[0])
        for (let i = 1; i < blocks.length; i++)
          if (blocks[i - 1][1] > blocks[i][0]) throw new Error("blocks overlap")
        while (blocks.length > 0) library.__wrap_free(blocks.splice(random() % blocks.length, 1)[0][0])
        if (round === 9) high = library.memory.buffer.byteLength
      }
      if (library.memory.buffer.byteLength !== high) throw new Error("memory grows")
      """)
  }

  /// A request that cannot be met is refused with ENOMEM (12).
  @Test func whatCannotBeHadIsRefused() throws {
    try run(
      """
      if (library.posix_memalign(1024, 16, 0x7FFFFFFF) !== 12) throw new Error("promised what is not there")
      """)
  }

  /// Bytes are moved as memcpy, memmove and memset promise, overlapping or not.
  @Test func bytesAreMovedAsAskedOverlappingOrNot() throws {
    try run(
      """
      library.posix_memalign(1024, 16, 64)
      const start = memory().getUint32(1024, true)
      const bytes = new Uint8Array(library.memory.buffer, start, 64)
      bytes.forEach((_, i) => bytes[i] = i)
      library.memmove(start + 3, start, 20)
      if (bytes[3] !== 0 || bytes[22] !== 19 || bytes[23] !== 23) throw new Error("memmove upwards")
      library.memmove(start, start + 3, 20)
      if (bytes[0] !== 0 || bytes[19] !== 19) throw new Error("memmove downwards")
      library.memcpy(start + 32, start, 16)
      if (bytes[32] !== 0 || bytes[47] !== 15 || bytes[48] !== 48) throw new Error("memcpy")
      if (library.memcmp(start, start + 32, 16) !== 0) throw new Error("memcmp of equal bytes")
      if (library.memcmp(start, start + 33, 16) >= 0) throw new Error("memcmp of smaller bytes")
      library.memset(start, 0x1FF, 8)
      if (bytes[7] !== 255 || bytes[8] !== 8) throw new Error("memset")
      """)
  }

  /// Halves go away from zero, `fma` rounds once, a product keeps 128 bits.
  @Test func arithmeticWithoutInstructions() throws {
    try run(
      """
      const halves = [[2.5, 3], [-2.5, -3], [0.49999999999999994, 0], [-1.2, -1], [4503599627370497.5, 4503599627370498]]
      for (const [x, y] of halves) if (library.round(x) !== y) throw new Error("round " + x)
      if (library.fma(1 + 2 ** -30, 1 + 2 ** -30, -1 - 2 ** -29) !== 2 ** -60) throw new Error("fma of a small rest")
      if (library.fma(3, 1 / 3, -1) !== -(2 ** -54)) throw new Error("fma of a third")
      if (library.fma(1 + 2 ** -52, 1 + 2 ** -52, 2 ** -53) !== 1 + 2 ** -51 + 2 ** -52) throw new Error("fma rounds once")
      if (library.fmaf(3, Math.fround(1 / 3), -1) !== 2 ** -25) throw new Error("fmaf")
      if (library.roundf(-0.5) !== -1 || library.roundf(8388609) !== 8388609) throw new Error("roundf")
      const words = [0xFFFFFFFFFFFFFFFFn, 0x123456789ABCDEF0n, 0xFFFFFFFFFFFFFFFEn, 0x0FEDCBA987654321n]
      library.__multi3(1024, ...words)
      const product = BigInt.asUintN(128, (words[0] | words[1] << 64n) * (words[2] | words[3] << 64n))
      const found = memory().getBigUint64(1024, true) | memory().getBigUint64(1032, true) << 64n
      if (product !== found) throw new Error("__multi3")
      """)
  }

  /// A script that throws where something is not as it should be.
  private func run(_ script: String) throws {
    #expect(try WebAssemblyModule.wholeLibrary.get().run(script) == "")
  }
}
