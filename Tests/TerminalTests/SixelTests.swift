import Events
import Testing

@testable import Terminal

/// Sixels as the VT340's manual has them: a column of six pixels is a sign, 63 and a bit for each from the top.
@Suite struct SixelTests {
  @Test func aPictureIsColumnsOfSix() {
    // Seven rows of five columns: a white L on black.
    var bytes = [UInt8](repeating: 0, count: 35)
    for row in 0..<7 { bytes[row * 5] = 255 }
    bytes[34] = 255
    let picture = Picture(width: 5, height: 7, channels: .grey, bytes: bytes, caption: "", alternative: "")
    #expect(
      Sixel.sequence(picture)
        == "\u{1B}P0;1q\"1;1;5;7#0;2;0;0;0?!4~$#63;2;100;100;100~!4?-#0?@@@?$#63@???@\u{1B}\\")
  }

  @Test func coloursAreOfACube() {
    let picture = Picture(width: 1, height: 1, channels: .rgb, bytes: [255, 128, 0], caption: "", alternative: "")
    #expect(Sixel.sequence(picture) == "\u{1B}P0;1q\"1;1;1;1#198;2;100;60;0@\u{1B}\\")
  }
}
