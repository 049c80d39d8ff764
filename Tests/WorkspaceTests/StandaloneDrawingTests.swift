import Events
import Figures
import Foundation
import Testing

@testable import Workspace

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct StandaloneDrawingTests {
  /// A file has its title inside, once, above what the drawing had.
  @Test func aFileHasItsTitle() throws {
    func texts(_ svg: String) throws -> [(text: String, y: Double)] {
      // Well-formed as a whole.
      _ = try XMLDocument(xmlString: svg, options: [])
      return try svg.matches(of: /<text[^>]* y="(?<y>[^"]+)"[^>]*>(?<text>[^<]*)</).map {
        (String($0.text), try #require(Double($0.y)))
      }
    }
    let drawing = CurveDrawing(Series(name: "loss", x: [1, 2, 3], y: [3, 2, 1]), unit: "step").svg
    let file = DrawingCanvas.standalone(drawing, title: "loss")
    #expect(try texts(file).filter { $0.text == "loss" }.map(\.y) == [-6])
    #expect(file.contains(#"viewBox="0 -24 640 304""#))
    let long = DrawingCanvas.standalone(drawing, title: String(repeating: "word & ", count: 30))
    #expect(try texts(long).filter { $0.y < 0 }.count == 3)
  }

  @Test(arguments: [#"a "quoted" <name> & more"#, "]]>", "σ 🙂"]) func anyWordsAreWellFormed(words: String) throws {
    let file = DrawingCanvas.standalone(
      BarsDrawing(Bars(name: words, labels: [words], values: [1])).svg, title: words)
    _ = try XMLDocument(xmlString: file, options: [])
    #expect(file.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bars\""))
  }
}
