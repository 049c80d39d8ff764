/// A reader of the packed digits: 28 KB in place of 115 KB, so that a page has them at once.
///
/// Arithmetic coding of bits: an interval is narrowed by each bit in proportion to how likely `DigitModel` had thought
/// it (Rissanen & Langdon, "Arithmetic coding", 1979).
struct DigitUnpacker {
  private var model = DigitModel()
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

  /// The labels, and 64 grey levels a digit from 0 to 16.
  ///
  /// The first pixel of every digit comes first, then the second of every one: what is counted of one place then stays
  /// in the processor's nearest memory.
  mutating func digits(_ count: Int) -> (labels: [Int], levels: [UInt8]) {
    var labels: [Int] = []
    for _ in 0..<count { labels.append(number(in: .label)) }
    var levels = [UInt8](repeating: 0, count: 64 * count)
    for pixel in 0..<64 {
      for index in 0..<count {
        let context = DigitModel.Context(pixel: pixel, label: labels[index], levels: levels, from: 64 * index)
        if bit(DigitModel.isPaper, context) { continue }
        levels[64 * index + pixel] = bit(DigitModel.isInk, context) ? 16 : UInt8(number(in: context))
      }
    }
    return (labels, levels)
  }

  /// Four bits, the highest first; each depends on those in front of it.
  private mutating func number(in context: DigitModel.Context) -> Int {
    var node = 1
    while node < 16 { node = 2 * node + (bit(node, context) ? 1 : 0) }
    return node - 16
  }

  private mutating func bit(_ node: Int, _ context: DigitModel.Context) -> Bool {
    let middle = model.split(low, high, node, context)
    let isSet = code <= middle
    if isSet { high = middle } else { low = middle + 1 }
    model.note(isSet)
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
