import Testing

@testable import Cells

@Suite struct CompactCodeTests {
  /// Two functions: `call 3`, `i32.const -2`; `call 200`. Behind each is its end.
  private let code: [UInt8] =
    [2] + [14, 0] + [0x10, 0x83, 0x80, 0x80, 0x80, 0x00] + [0x41, 0xFE, 0xFF, 0xFF, 0xFF, 0x7F, 0x0B]
    + [8, 0] + [0x10, 0xC8, 0x81, 0x80, 0x80, 0x00, 0x0B]
  /// Kind, place, symbol, and for an address what is added: in any order.
  private let relocations: [UInt8] = [3, 3] + [0, 19, 9] + [4, 10, 7, 0x7E] + [0, 4, 8]

  @Test func numbersAreShortAndWhatFollowsMovesUp() throws {
    let compact = try CompactCode(code[...], relocations: relocations[...])
    #expect(compact.bytes == [2] + [6, 0, 0x10, 3, 0x41, 0x7E, 0x0B] + [5, 0, 0x10, 0xC8, 0x01, 0x0B])
    // The beginning of each function, each instruction, and the end.
    #expect([2, 3, 9, 15, 17, 18, 24, 25].map(compact.moved) == [2, 3, 5, 7, 9, 10, 13, 14])
  }

  @Test func withoutRelocationsNothingMoves() throws {
    let compact = try CompactCode(code[...], relocations: [])
    #expect(compact.bytes == code)
    #expect(compact.moved(18) == 18)
  }

  @Test func anUnknownRelocationIsRefused() {
    #expect(throws: WebAssemblyBinary.Malformed.self) {
      _ = try CompactCode(code[...], relocations: [3, 1, 99, 4, 0])
    }
  }
}
