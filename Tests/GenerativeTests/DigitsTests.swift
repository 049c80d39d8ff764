import Testing

@testable import Generative

@Suite struct DigitsTests {
  /// The labels and grey levels are those of the source, in its order: their FNV-1a hash.
  @Test func theDigitsAreThoseOfTheSource() {
    let digits = Digits.all
    #expect(digits.count == 1_797)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: Int) { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
    for index in 0..<digits.count {
      add(digits.labels[index])
      for pixel in 0..<64 { add(Int(digits.inputs[index * 64 + pixel] * 16)) }
    }
    #expect(hash == 0xD342_CE09_8B2A_951F)
  }

  /// Packing them again gives the same text: this is how it was made.
  @Test func packedAgainTheyAreTheSame() {
    var packer = DigitPacker()
    packer.add(labels: Digits.all.labels, levels: Digits.all.inputs.map { UInt8($0 * 16) })
    #expect(Base64.text(packer.finished()) == Digits.packed.description)
  }
}

/// The other direction of `DigitUnpacker`.
private struct DigitPacker {
  private var model = DigitModel()
  private var low: UInt32 = 0
  private var high = UInt32.max
  private var bytes: [UInt8] = []

  mutating func add(labels: [Int], levels: [UInt8]) {
    for label in labels { add(number: label, in: .label) }
    for pixel in 0..<64 {
      for (index, label) in labels.enumerated() {
        let level = levels[64 * index + pixel]
        let context = DigitModel.Context(pixel: pixel, label: label, levels: levels, from: 64 * index)
        add(level == 0, DigitModel.isPaper, context)
        guard level > 0 else { continue }
        add(level == 16, DigitModel.isInk, context)
        if level < 16 { add(number: Int(level), in: context) }
      }
    }
  }

  consuming func finished() -> [UInt8] {
    bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: low >> $0) }
  }

  private mutating func add(number: Int, in context: DigitModel.Context) {
    var node = 1
    for shift in [3, 2, 1, 0] {
      let isSet = number >> shift & 1 == 1
      add(isSet, node, context)
      node = 2 * node + (isSet ? 1 : 0)
    }
  }

  private mutating func add(_ isSet: Bool, _ node: Int, _ context: DigitModel.Context) {
    let middle = model.split(low, high, node, context)
    if isSet { high = middle } else { low = middle + 1 }
    model.note(isSet)
    while (low ^ high) & 0xFF00_0000 == 0 {
      bytes.append(UInt8(high >> 24))
      low <<= 8
      high = high << 8 | 255
    }
  }
}

private enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for position in 0..<4 { text.append(position <= group.count ? alphabet[value >> (18 - 6 * position) & 63] : "=") }
    }
    return text
  }
}
