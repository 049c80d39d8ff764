import Events
import Testing

@testable import Terminal

@Suite struct PictureTextTests {
  let checks = Picture(
    width: 2, height: 2, channels: .grey, bytes: [0, 255, 255, 0], caption: "", alternative: "")

  @Test func withoutColoursBrightPixelsAreDrawn() {
    #expect(PictureText(checks, width: 80).lines(.none) == ["   ███", "▄▄▄▀▀▀", "███   "])
    #expect(PictureText(checks, width: 2).lines(.none) == ["▄▀"])
  }

  @Test func inFullColourEachHalfHasItsOwn() {
    #expect(
      PictureText(checks, width: 2).lines(.full) == [
        "\u{1B}[38;2;0;0;0m\u{1B}[48;2;255;255;255m▀\u{1B}[38;2;255;255;255m\u{1B}[48;2;0;0;0m▀\u{1B}[0m"
      ])
    let rgb = Picture(width: 1, height: 1, channels: .rgb, bytes: [1, 20, 255], caption: "", alternative: "")
    #expect(PictureText(rgb, width: 1).lines(.full) == ["\u{1B}[38;2;1;20;255m\u{1B}[49m▀\u{1B}[0m"])
  }

  @Test func inThePaletteEachHalfHasTheNearest() {
    #expect(
      PictureText(checks, width: 2).lines(.palette) == [
        "\u{1B}[38;5;16m\u{1B}[48;5;231m▀\u{1B}[38;5;231m\u{1B}[48;5;16m▀\u{1B}[0m"
      ])
    func code(_ bytes: [UInt8]) -> String {
      let picture = Picture(width: 1, height: 1, channels: .rgb, bytes: bytes, caption: "", alternative: "")
      return PictureText(picture, width: 1).lines(.palette)[0]
    }
    #expect(code([255, 0, 0]).hasPrefix("\u{1B}[38;5;196m"))
    #expect(code([0, 255, 0]).hasPrefix("\u{1B}[38;5;46m"))
    #expect(code([0, 0, 255]).hasPrefix("\u{1B}[38;5;21m"))
    #expect(code([128, 128, 128]).hasPrefix("\u{1B}[38;5;244m"))
  }

  /// A run of one colour needs its sequence once.
  @Test func coloursAreNotRepeated() {
    let flat = Picture(
      width: 40, height: 2, channels: .grey, bytes: [UInt8](repeating: 9, count: 80), caption: "", alternative: "")
    let line = PictureText(flat, width: 40).lines(.full)[0]
    #expect(line.count { $0 == "\u{1B}" } == 3)
    #expect(line.count { $0 == "▀" } == 40)
  }

  @Test(arguments: [1, 7, 8, 20, 44, 79, 80, 200]) func neverWiderThanTheScreen(width: Int) {
    for size in [(1, 1), (8, 8), (44, 17), (81, 3), (500, 2)] {
      let picture = Picture(
        width: size.0, height: size.1, channels: .grey, bytes: [UInt8](repeating: 255, count: size.0 * size.1),
        caption: "", alternative: "")
      for line in PictureText(picture, width: width).lines(.none) { #expect(line.columns <= width) }
    }
  }
}
