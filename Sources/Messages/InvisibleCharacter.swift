/// Characters that draw nothing, or that turn what stands around them. Some languages and emoji are written with them;
/// elsewhere two names that look the same can be two, and a line can say something else than it shows.
package enum InvisibleCharacter {
  /// Default ignorable code points, line and paragraph separators, and the marks of annotations (Unicode standard,
  /// 5.21).
  package static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// A text in which the need of such a character is looked for around it.
  struct Context {
    private let text: [Unicode.Scalar]
    private let isCode: Bool
    /// Whether there is a letter that is written from right to left.
    private let isRightToLeft: Bool

    init(_ text: [Unicode.Scalar], isCode: Bool) {
      self.text = text
      self.isCode = isCode
      isRightToLeft =
        !isCode
        && text.contains { scalar in
          switch scalar.value {
          case 0x0590...0x08FF: scalar.properties.isAlphabetic
          case 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
          default: false
          }
        }
    }

    private func at(_ index: Int) -> Unicode.Scalar? { text.indices.contains(index) ? text[index] : nil }

    /// Whether the invisible character at the index has a meaning where it stands.
    func needs(_ index: Int) -> Bool { isOfEmoji(index) || (!isCode && isOfLanguage(index)) }

    /// Within an emoji: its style, what joins it to the next one, the letters of a flag.
    private func isOfEmoji(_ index: Int) -> Bool {
      switch text[index].value {
      case 0xFE0E, 0xFE0F: isEmoji(at(index - 1)) || (isKeycap(at(index - 1)) && at(index + 1)?.value == 0x20E3)
      case 0x200D:
        (isEmoji(at(index - 1)) || (at(index - 1)?.value == 0xFE0F && isEmoji(at(index - 2)))) && isEmoji(at(index + 1))
      case 0xE0030...0xE0039, 0xE0061...0xE007A, 0xE007F: isOfFlag(index)
      default: false
      }
    }

    private func isEmoji(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { $0.value > 0xA0 && $0.properties.isEmoji } ?? false
    }

    private func isKeycap(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { ("0"..."9").contains($0) || $0 == "#" || $0 == "*" } ?? false
    }

    /// A black flag, three to six letters and digits for a region, and the end.
    private func isOfFlag(_ index: Int) -> Bool {
      var start = index
      while let before = at(start - 1), before.value >> 7 == 0xE0000 >> 7, index - start < 7 { start -= 1 }
      guard at(start - 1)?.value == 0x1F3F4 else { return false }
      let letters = text[start...].prefix(7).prefix { $0.value >> 7 == 0xE0000 >> 7 && $0.value != 0xE007F }
      return (3...6).contains(letters.count) && at(start + letters.count)?.value == 0xE007F
        && index <= start + letters.count
    }

    /// Whether a script needs the character: it has letters that join, stack or turn, or words without spaces between
    /// them.
    private func isOfLanguage(_ index: Int) -> Bool {
      let before = at(index - 1), after = at(index + 1)
      switch text[index].value {
      case 0xAD: return isLetter(before) && isLetter(after)
      case 0x34F: return (isLetter(before) || isMark(before)) && isMark(after)
      case 0x61C, 0x200E, 0x200F: return isRightToLeft
      case 0x115F: return after.map { (0x1160...0x11A7).contains($0.value) } ?? false
      case 0x1160: return before.map { (0x1100...0x115F).contains($0.value) } ?? false
      case 0x180B...0x180F: return before.map { (0x1820...0x18AA).contains($0.value) } ?? false
      case 0x200B: return hasNoSpaces(before) || hasNoSpaces(after)
      case 0x200C, 0x200D: return joins(before)
      case 0xFE00...0xFE0D, 0xE0100...0xE01EF:
        return before.map { $0.properties.isIdeographic || $0.properties.generalCategory == .mathSymbol } ?? false
      default: return false
      }
    }

    private func isLetter(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isAlphabetic ?? false }

    private func isMark(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { !isOne($0) && [.nonspacingMark, .spacingMark].contains($0.properties.generalCategory) } ?? false
    }

    /// Letters and signs from Arabic to Myanmar, of Mongolian and its neighbours, and of the smaller scripts like them.
    private func joins(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar, isLetter(scalar) || isMark(scalar) else { return false }
      switch scalar.value {
      case 0x0600...0x109F, 0x1700...0x1CFF, 0xA800...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x11FFF,
        0x1E900...0x1E95F:
        return true
      default: return false
      }
    }

    /// Thai, Lao, Tibetan, Myanmar, Khmer and their neighbours.
    private func hasNoSpaces(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar, isLetter(scalar) || isMark(scalar) else { return false }
      switch scalar.value {
      case 0x0E00...0x109F, 0x1780...0x17FF, 0x1950...0x1AAF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F: return true
      default: return false
      }
    }
  }
}
