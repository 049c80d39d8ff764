/// The word that Threefry does its arithmetic on: one of 32 bits, or sixteen of them side by side.
protocol ThreefryWord {
  init(repeating word: UInt32)
  func plus(_ other: Self) -> Self
  func exclusiveOr(_ other: Self) -> Self
  func rotatedLeft(by bits: UInt32) -> Self
}

extension UInt32: ThreefryWord {
  @inline(__always) init(repeating word: UInt32) { self = word }
  @inline(__always) func plus(_ other: UInt32) -> UInt32 { self &+ other }
  @inline(__always) func exclusiveOr(_ other: UInt32) -> UInt32 { self ^ other }
  @inline(__always) func rotatedLeft(by bits: UInt32) -> UInt32 { (self &<< bits) | (self &>> (32 &- bits)) }
}

extension LaneBits: ThreefryWord {
  @inline(__always) func plus(_ other: LaneBits) -> LaneBits { self &+ other }
  @inline(__always) func exclusiveOr(_ other: LaneBits) -> LaneBits { self ^ other }
  @inline(__always) func rotatedLeft(by bits: UInt32) -> LaneBits { (self &<< bits) | (self &>> (32 &- bits)) }
}

/// Threefry-2x32 with 20 rounds: a keyed scrambling of a 64-bit counter into 64 random bits.
///
/// Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011). It has no state to carry
/// from one number to the next, so numbers can be made side by side, and it needs only +, rotate and xor, which
/// every processor's vectors have, WebAssembly's too.
@inline(__always)
func threefry<Word: ThreefryWord>(
  key: (UInt32, UInt32), counter: (Word, Word)
) -> (Word, Word) {
  let third = 0x1BD1_1BDA ^ key.0 ^ key.1
  var x = counter.0.plus(Word(repeating: key.0))
  var y = counter.1.plus(Word(repeating: key.1))

  @inline(__always) func mix(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
    x = x.plus(y)
    y = y.rotatedLeft(by: a).exclusiveOr(x)
    x = x.plus(y)
    y = y.rotatedLeft(by: b).exclusiveOr(x)
    x = x.plus(y)
    y = y.rotatedLeft(by: c).exclusiveOr(x)
    x = x.plus(y)
    y = y.rotatedLeft(by: d).exclusiveOr(x)
  }
  @inline(__always) func inject(_ first: UInt32, _ second: UInt32) {
    x = x.plus(Word(repeating: first))
    y = y.plus(Word(repeating: second))
  }

  mix(13, 15, 26, 6)
  inject(key.1, third &+ 1)
  mix(17, 29, 16, 24)
  inject(third, key.0 &+ 2)
  mix(13, 15, 26, 6)
  inject(key.0, key.1 &+ 3)
  mix(17, 29, 16, 24)
  inject(key.1, third &+ 4)
  mix(13, 15, 26, 6)
  inject(third, key.0 &+ 5)
  return (x, y)
}
