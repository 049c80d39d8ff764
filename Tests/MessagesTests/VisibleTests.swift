import Messages
import Testing

@testable import Messages

@Suite struct VisibleTests {
  /// Whatever stands between two letters is seen, or is known to Unicode as something that draws.
  @Test func nothingIsInvisibleInCode() {
    for value in UInt32(0)...0xE1000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isHidden =
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
        || [.lineSeparator, .paragraphSeparator].contains(properties.generalCategory) || properties.isBidiControl
      let shown = visibleCode("a\(scalar)b")
      if scalar == "\t" { continue }
      #expect(
        (shown != "a\(scalar)b") == (isHidden || (0xFFF0...0xFFFB).contains(value)), "\(String(value, radix: 16))")
    }
  }

  /// As languages and emoji are written.
  @Test(arguments: [
    "می\u{200C}خواهم", "نامه\u{200C}ها", "क्\u{200D}ष", "क्\u{200C}ष", "ന്\u{200D}", "ශ්\u{200D}රී", "สวัสดี\u{200B}ครับ",
    "ភាសា\u{200B}ខ្មែរ",
    "שלום\u{200F}!", "C++\u{200E} שפה", "\u{61C}١٢٣ ب", "❤\u{FE0F}", "👩\u{200D}💻", "👩🏽\u{200D}🔬", "🏳\u{FE0F}\u{200D}🌈",
    "1\u{FE0F}\u{20E3}",
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "葛\u{E0100}", "ᠠ\u{180B}", "Donau\u{AD}dampfer",
    "∩\u{FE00}", "\u{1100}\u{1160}",
    "plain — “text” … ½", "\u{2800}⣿", "a\tb", "e\u{301}",
  ]) func languagesStay(text: String) {
    #expect(visible(text) == text)
    #expect(visible("x " + text + " y") == "x " + text + " y")
  }

  /// Where nothing needs them they are seen, in running text, too.
  @Test(arguments: [
    "pay\u{200D}pal", "pay\u{200C}pal", "a\u{200B}b", "a\u{200E}b", "a\u{200F}b", "1\u{61C}2", "a\u{2060}b",
    "a\u{FEFF}b", "a\u{180E}b",
    "a\u{E0041}", "🏴\u{E0041}\u{E007F}", "\u{FE0F}", "a\u{FE0F}", "1\u{FE0F}", "❤\u{FE0F}\u{FE0F}", "\u{115F}",
    "a\u{1160}", "a\u{3164}", "a\u{FFA0}",
    "\u{AD}", "a\u{AD} b", "a\u{202E}b", "שלום\u{202E}", "a\u{2066}b", "👩\u{200D}", "\u{200D}👩", "م\u{200C}\u{200C}ن",
    "a\u{E0100}", "葛\u{E0100}\u{E0101}",
    "a\u{2028}b", "\u{34F}\u{301}",
  ]) func othersAreSeen(text: String) {
    let hidden = text.unicodeScalars.filter(InvisibleCharacter.isOne)
    let shown = visible(text).unicodeScalars
    #expect(shown.count { $0 == "\u{FFFD}" } >= 1, "\(shown)")
    #expect(shown.count { InvisibleCharacter.isOne($0) } < hidden.count)
    #expect(visible(visible(text)) == visible(text))
  }

  @Test(arguments: ["می\u{200C}خواهم", "a\u{200E}", "שלום\u{200F}!", "Donau\u{AD}dampfer", "葛\u{E0100}", "a\u{200B}b"])
  func codeNeedsNoneOfThem(text: String) {
    #expect(visibleCode(text).unicodeScalars.contains("\u{FFFD}"))
    #expect(visibleLines("1\n" + text).hasPrefix("1\n"))
    #expect(visibleLines("1\n" + text) == "1\n" + visibleCode(text))
  }

  @Test(arguments: ["❤\u{FE0F}", "👩\u{200D}💻", "1\u{FE0F}\u{20E3}"]) func emojiInCodeStay(text: String) {
    #expect(visibleCode(text) == text)
  }
}
