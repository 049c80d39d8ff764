import Foundation
import Testing

@testable import Terminal

/// Columns of characters, beside what another library says of them (`Fixtures/Widths`).
@Suite struct CharacterWidthTests {
  private static let facts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Widths/wcwidth.txt")

  private func lines() throws -> [[Substring]] {
    try String(contentsOf: Self.facts, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: " ")
    }
  }

  @Test func everyAssignedCharacterIsAsWideAsOthersSay() throws {
    var count = 0
    var wrong: [String] = []
    for line in try lines() where line.count == 3 {
      let (first, last) = (try #require(UInt32(line[0], radix: 16)), try #require(UInt32(line[1], radix: 16)))
      let expected = try #require(Int(line[2]))
      for scalar in (first...last).compactMap(Unicode.Scalar.init) {
        // Swift may know an earlier version of Unicode.
        if scalar.properties.generalCategory == .unassigned { continue }
        count += 1
        if CharacterWidth.columns(scalar) != expected { wrong.append("U+" + String(scalar.value, radix: 16)) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    #expect(count > 150_000)
  }

  @Test func signsThatAreWrittenTogetherAreAsWideAsOthersSay() throws {
    var count = 0
    for line in try lines() where line.count == 2 {
      let scalars = line[0].split(separator: "+").compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      #expect(text.columns == Int(line[1]), "\(text) \(line[0])")
      count += 1
    }
    #expect(count > 30)
  }

  /// A tab is as wide as what is written for it, wherever it stands.
  @Test func aTabIsWrittenAsWhatItCounts() {
    let line = Line([Span("a\tb"), Span("\t", .bold)])
    #expect(line.width == 10)
    #expect(line.rendered(.none) == "a    b    ")
    #expect("\u{7}".columns == 1 && "\u{1B}[2J".columns == 4 && "\r\n".columns == 2)
  }

  /// Columns of a table stand under one another, whatever is in them.
  @Test func tablesOfSignsAreStraight() {
    let signs = ["✅", "❤️", "🇩🇪", "👩‍🔬", "e\u{301}", "\u{1112}\u{1161}\u{11AB}", "กำ", "x\ty", "1️⃣"]
    let rows = signs.map { "| \($0) | end |" }.joined(separator: "\n")
    let lines = BlockText(width: 60).lines(Fixture.blocks("| sign | end |\n|---|---|\n" + rows))
    let places = lines.map(\.plain).filter { $0.contains("end") }.map { text in
      text[..<(text.range(of: "end")?.lowerBound ?? text.startIndex)].description.columns
    }
    #expect(places.count == signs.count + 1)
    #expect(Set(places).count == 1, "\(places)")
  }
}
