/// Reads the packed digits: 32 KB in place of 115 KB, so that a page has them at once.
///
/// Arithmetic coding of bits: a number from an interval is narrowed by each bit in proportion to how often the bit was
/// set where it stands (Rissanen & Langdon, "Arithmetic coding", 1979). What a pixel's bits depend on is its place, the
/// digit, and whether the pixel above is paper, grey or dark.
struct DigitUnpacker {
  private var bits = BitModel()
  private var low: UInt32 = 0
  private var high = UInt32.max
  private var code: UInt32 = 0
  private let packed: StaticString
  private var position = 0
  /// Bits of base64 that wait to be taken as a byte.
  private var pending: (value: UInt32, count: Int) = (0, 0)

  /// - Parameter packed: in base64.
  init(_ packed: StaticString) {
    self.packed = packed
    for _ in 0..<4 { code = code &<< 8 | nextByte() }
  }

  /// The next digit: its label, and 64 grey levels from 0 to 16.
  mutating func next() -> (label: Int, levels: [Int]) {
    let label = number(in: BitModel.labels)
    var levels: [Int] = []
    levels.reserveCapacity(64)
    for pixel in 0..<64 {
      let context = BitModel.context(pixel: pixel, label: label, above: pixel < 8 ? 0 : levels[pixel - 8])
      if bit(context + BitModel.isPaper) {
        levels.append(0)
      } else {
        levels.append(bit(context + BitModel.isInk) ? 16 : number(in: context))
      }
    }
    return (label, levels)
  }

  /// Four bits, the highest first; each depends on those in front of it.
  private mutating func number(in context: Int) -> Int {
    var node = 1
    while node < 16 { node = 2 * node + (bit(context + node) ? 1 : 0) }
    return node - 16
  }

  private mutating func bit(_ context: Int) -> Bool {
    let middle = bits.split(low, high, context)
    let isSet = code <= middle
    if isSet { high = middle } else { low = middle + 1 }
    bits.note(isSet, context)
    while (low ^ high) & 0xFF00_0000 == 0 {
      low = low &<< 8
      high = high &<< 8 | 255
      code = code &<< 8 | nextByte()
    }
    return isSet
  }

  /// 0 behind the end.
  private mutating func nextByte() -> UInt32 {
    while pending.count < 8, position < packed.utf8CodeUnitCount {
      let character = UInt32(packed.utf8Start[position])
      position += 1
      let value: UInt32
      switch character {
      case 65...90: value = character - 65
      case 97...122: value = character - 71
      case 48...57: value = character + 4
      case 43: value = 62
      case 47: value = 63
      default: continue
      }
      pending = (pending.value &<< 6 | value, pending.count + 6)
    }
    guard pending.count >= 8 else { return 0 }
    pending.count -= 8
    return pending.value &>> UInt32(pending.count) & 255
  }
}

/// How often each bit of a digit was set so far, by what the bit depends on. Whoever packs and whoever unpacks count alike.
struct BitModel {
  /// The contexts of the label's bits stand behind those of the pixels.
  static let labels = 64 * 10 * 3 * perPixel
  static let isPaper = 16
  static let isInk = 17
  private static let perPixel = 18

  /// Where the contexts of a pixel's bits begin.
  static func context(pixel: Int, label: Int, above: Int) -> Int {
    let shade = above == 0 ? 0 : above < 9 ? 1 : 2
    return ((pixel * 10 + label) * 3 + shade) * perPixel
  }

  /// The probability of a set bit, of 65,536.
  private var odds = [UInt16](repeating: 32_768, count: labels + 16)
  private var seen = [UInt8](repeating: 0, count: labels + 16)

  /// The last number of the interval's part that stands for a set bit.
  func split(_ low: UInt32, _ high: UInt32, _ context: Int) -> UInt32 {
    low + UInt32((UInt64(high - low) * UInt64(odds[context])) >> 16)
  }

  /// The first bits count most; thirty later, each counts a thirtieth.
  mutating func note(_ isSet: Bool, _ context: Int) {
    let difference = 2 * ((isSet ? 65_535 : 0) - Int(odds[context]))
    let count = Int(seen[context])
    odds[context] = UInt16(min(65_504, max(32, Int(odds[context]) + difference / (2 * count + 3))))
    if count < 30 { seen[context] += 1 }
  }
}
