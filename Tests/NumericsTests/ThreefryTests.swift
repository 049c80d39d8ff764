import Numerics
import Testing

/// Known answers: those of Random123's `kat_vectors` for Threefry-2x32, and JAX 0.10's `threefry_2x32`.
@Suite struct ThreefryTests {
  @Test(
    arguments: [
      (0, 0, 0x6B20_0159_99BA_4EFE),
      (UInt64.max, UInt64.max, 0x1CB9_96FC_BB00_2BE7),
      (0x0370_7344_1319_8A2E, 0x85A3_08D3_243F_6A88, 0xC492_3A9C_483D_F7A0),
    ] as [(UInt64, UInt64, UInt64)])
  func knownAnswers(key: UInt64, counter: UInt64, expected: UInt64) {
    var generator = RandomGenerator(seed: key)
    generator.position = counter
    let word = generator.nextBlock()
    #expect(UInt64(word.0) << 32 | UInt64(word.1) == expected)
  }
}
