import Events
import Foundation
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct BarsDrawingTests {
  /// Each bar's top and height, in the drawing's units.
  func rectangles(_ svg: String) throws -> [(y: Double, height: Double)] {
    // Well-formed as a whole.
    _ = try XMLDocument(xmlString: svg, options: [])
    return try svg.matches(of: /<rect class="bar"[^>]* y="(?<y>[^"]+)"[^>]* height="(?<height>[^"]+)"/).map { bar in
      (try #require(Double(bar.y)), try #require(Double(bar.height)))
    }
  }

  @Test func aBarIsAsHighAsItsAmount() throws {
    let bars = try rectangles(BarsDrawing(Bars(name: "n", labels: ["a", "b", "c"], values: [4, 2, 0])).svg)
    #expect(bars.map(\.height) == [228, 114, 0])
    #expect(bars.map(\.y) == [12, 126, 240])
  }

  @Test func whatIsBelowZeroHangs() throws {
    let bars = try rectangles(BarsDrawing(Bars(name: "n", labels: ["a", "b"], values: [1, -1])).svg)
    #expect(bars.map(\.y) == [12, 126])
    #expect(bars.map(\.height) == [114, 114])
  }

  @Test(arguments: [#"a "quoted" <name> & more"#, "]]>", "σ 🙂"]) func anyWordsAreWellFormed(words: String) throws {
    let svg = BarsDrawing(Bars(name: words, labels: [words], values: [1])).svg
    #expect(try rectangles(svg).count == 1)
  }

  /// Labels that have room are all there; longer ones are left out evenly.
  @Test func labelsAreAsManyAsHaveRoom() throws {
    func labels(_ labels: [String]) -> [String] {
      let svg = BarsDrawing(Bars(name: "n", labels: labels, values: labels.map { _ in 1 })).svg
      return svg.matches(of: /text-anchor="middle">(?<label>[^<]*)</).map { String($0.label) }
    }
    let letters = "abcdefghijklmnopqrstuvwxy".map(String.init)
    #expect(labels(letters) == letters)
    #expect(labels((0..<20).map { "\($0).25" }).count == 10)
    #expect(
      labels((0..<12).map { "a long label \($0)" }) == [
        "a long label 0", "a long label 3", "a long label 6", "a long label 9",
      ])
  }

  @Test func anyAmountsStayInTheFrame() throws {
    let huge = Float.greatestFiniteMagnitude
    for values in [[huge, -huge], [.nan, 1], [.infinity, -1], [0, 0], [.leastNonzeroMagnitude]] as [[Float]] {
      let bars = try rectangles(
        BarsDrawing(Bars(name: "n", labels: values.map { "\($0)" }, values: values)).svg)
      #expect(bars.count == values.count)
      #expect(bars.allSatisfy { $0.y >= 12 && $0.y + $0.height <= 240.1 })
    }
    #expect(BarsDrawing(Bars(name: "n", labels: [], values: [])).svg == "")
  }
}
