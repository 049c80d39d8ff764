import Foundation
import Generative
import Testing

@Suite struct DigitsTests {
  @Test func everyClassIsThere() {
    #expect(Digits.all.count == 1797)
    #expect(Digits.all.features == 64)
    let counts = (0..<10).map { Digits.all.indices(ofClass: $0).count }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  }

  /// FNV-1a over labels and levels, so that a changed figure is noticed where the CSV is absent.
  @Test func figuresAreUnchanged() {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for (row, label) in Digits.all.labels.enumerated() {
      for value in [label] + Digits.all.row(row).map({ Int($0 * 16) }) {
        digest = (digest ^ UInt64(value)) &* 0x100_0000_01b3
      }
    }
    #expect(String(digest, radix: 16) == "d342ce098b2a951f")
  }

  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/data/digits-8x8.csv.gz"))
  func figuresAreThoseOfTheSource() throws {
    let text = String(decoding: try SharedFiles.inflated("data/digits-8x8.csv.gz"), as: UTF8.self)
    let rows = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").compactMap { Int($0) } }
    #expect(rows.map { $0[0] } == Digits.all.labels)
    #expect(rows.flatMap { $0.dropFirst() }.map { Float($0) / 16 } == Digits.all.inputs)
  }
}
