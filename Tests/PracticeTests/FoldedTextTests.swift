import Foundation
import TestSupport
import Testing

@testable import Practice

@Suite struct FoldedTextTests {
  /// Letters of the blocks that are folded here, their marks, and signs around them.
  static let scalars: [Unicode.Scalar] = [0x20...0x24F, 0x300...0x345, 0x370...0x52F, 0x1E00...0x1EFF, 0x2000...0x206F]
    .flatMap { $0 }.compactMap { Unicode.Scalar($0 as UInt32) }

  /// As Foundation would fold it: no case, full width as half width, composed as decomposed.
  func theirs(_ text: String) -> String {
    text.folding(options: [.widthInsensitive], locale: nil).lowercased().decomposedStringWithCanonicalMapping
  }

  func isSame(_ one: String, _ other: String) -> Bool { FoldedText(one) == FoldedText(other) }

  /// Letters of phonetic alphabets and of few languages have small letters elsewhere.
  static func isLeftOut(_ scalar: UInt32) -> Bool {
    (0x180...0x24F).contains(scalar) || (0x370...0x385).contains(scalar) || (0x3CF...0x3FF).contains(scalar)
      || scalar == 0x4C0 || scalar == 0x37E || scalar == 0x387 || (0x340...0x345).contains(scalar)
      || (0x2000...0x206F).contains(scalar)
  }

  @Test func lettersAreFoldedAsFoundationFoldsThem() {
    for scalar in Self.scalars where !Self.isLeftOut(scalar.value) {
      let text = String(scalar)
      #expect(FoldedText(text).text.unicodeScalars.elementsEqual(theirs(text).unicodeScalars), "\(scalar.value)")
    }
  }

  @Test func whatIsComposedIsWhatIsDecomposed() {
    for scalar in Self.scalars where scalar.value < 0x2000 {
      let text = String(scalar)
      guard text.decomposedStringWithCanonicalMapping.unicodeScalars.count > 1, !Self.isLeftOut(scalar.value) else {
        continue
      }
      #expect(isSame(text, text.decomposedStringWithCanonicalMapping), "\(scalar.value)")
      // ẛ has the capital of ṡ.
      guard text.uppercased().lowercased() == text else { continue }
      #expect(isSame(text, text.uppercased()), "\(scalar.value)")
    }
  }

  /// Letters with marks in any order, drawn at random: two texts are the same here where they are the same for Foundation.
  @Test func textsAreTheSameWhereFoundationSaysSo() {
    var random = SeededGenerator(seed: 3)
    let letters = Array("aeoyAEOYéÉớỚṩ̣çÇ".unicodeScalars)
    let marks = [0x301, 0x302, 0x323, 0x327, 0x31B, 0x308].compactMap { Unicode.Scalar($0 as UInt32) }
    func text() -> String {
      var view = String.UnicodeScalarView()
      view.append(letters.randomElement(using: &random) ?? "a")
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        view.append(marks.randomElement(using: &random) ?? "\u{301}")
      }
      return String(view)
    }
    var same = 0
    for _ in 0..<4_000 {
      let (one, other) = (text(), text())
      let expected = theirs(one).unicodeScalars.elementsEqual(theirs(other).unicodeScalars)
      if expected { same += 1 }
      #expect(isSame(one, other) == expected, "\(one.unicodeScalars.map(\.value)) \(other.unicodeScalars.map(\.value))")
    }
    #expect(same > 20)
  }

  @Test(arguments: [
    ("Ｐｒｉｏｒ", "prior"), ("ＰＲＩＯＲ．", "prior."), ("　a　", " a "), ("Å", "å"), ("K", "k"), ("Ω", "ω"), ("ẞ", "ß"),
    ("Ÿ", "ÿ"),
  ]) func widthAndSigns(text: String, expected: String) {
    #expect(isSame(text, expected))
  }

  @Test func caseIsKeptWhereItMatters() {
    #expect(FoldedText("É", keepingCase: true) == FoldedText("E\u{301}", keepingCase: true))
    #expect(FoldedText("É", keepingCase: true) != FoldedText("é", keepingCase: true))
    #expect(FoldedText("m", keepingCase: true) != FoldedText("M", keepingCase: true))
  }

  /// What separates and what is a letter is as Swift's characters have it, in the scripts that lessons are written in.
  @Test func lettersAndSpacesAreThoseOfSwift() {
    for scalar in Self.scalars where !(0x300...0x345).contains(scalar.value) {
      let character = Character(scalar)
      #expect(FoldedText.isSpace(scalar.value) == character.isWhitespace, "\(scalar.value)")
      guard scalar.value < 0x370 else { continue }
      #expect(FoldedText.isLetter(scalar.value) == character.isLetter, "\(scalar.value)")
    }
    for letter in "αωЯяאש字かア한" {
      #expect(letter.unicodeScalars.allSatisfy { FoldedText.isLetter($0.value) }, "\(letter)")
    }
    for sign in "→…–“₂∑≤½、。" { #expect(sign.unicodeScalars.allSatisfy { !FoldedText.isLetter($0.value) }, "\(sign)") }
  }
}
