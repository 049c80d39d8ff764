import Events
import Figures
import Files
import Foundation
import TestSupport
import Testing

@testable import Terminal

/// Pictures in their own pixels, for the terminals that have them.
@Suite struct GraphicsTextTests {
  /// So noisy that its file does not fit into one piece.
  let picture: Picture = {
    var random = SeededGenerator(seed: 3)
    return Picture(
      width: 90, height: 90, channels: .grey,
      bytes: (0..<8100).map { _ in UInt8.random(in: 0...255, using: &random) }, caption: "", alternative: "")
  }()

  func text(_ graphics: Screen.Graphics) throws -> GraphicsText {
    var screen = Screen(width: 80, height: 24, colours: .full, isInteractive: true)
    screen.graphics = graphics
    return try #require(GraphicsText(picture, width: 80, rows: 20, largestScale: 2, screen: screen))
  }

  @Test func kittyGetsThePictureInPieces() throws {
    let text = try text(.kitty)
    #expect((text.columns, text.rows) == (20, 10))
    let pieces = text.sequence(place: 3).matches(of: /\u{1B}_G(?<keys>[^;]*);(?<data>[^\u{1B}]*)\u{1B}\\/)
    #expect(pieces.count > 1)
    #expect(pieces.first?.keys == "a=T,f=100,q=2,c=20,r=10,C=1,i=3,p=1,m=1")
    #expect(pieces.dropFirst().dropLast().allSatisfy { $0.keys == "q=2,m=1" })
    #expect(pieces.last?.keys == "q=2,m=0")
    #expect(pieces.allSatisfy { $0.data.count <= 4096 })
    let file = try #require(Data(base64Encoded: pieces.map { String($0.data) }.joined()))
    let fitted = picture.fitting(width: 180, height: 180, largestScale: 2)
    let png = PNG.encode(fitted.bytes, width: fitted.width, height: fitted.height, channels: fitted.channels.rawValue)
    #expect(try Array(file) == #require(png))
  }

  @Test func iTermGetsItWhole() throws {
    let match = try #require(
      try text(.iTerm).sequence().wholeMatch(
        of: /\u{1B}]1337;File=inline=1;size=(?<size>[0-9]+);width=20;height=10:(?<data>[^\u{7}]*)\u{7}/))
    #expect(Data(base64Encoded: String(match.data))?.count == Int(match.size))
  }

  @Test(
    arguments: [
      (["TERM": "xterm-kitty"], .kitty), (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], .kitty),
      (["TERM_PROGRAM": "iTerm.app"], .iTerm), (["TERM_PROGRAM": "WezTerm"], .iTerm),
      (["TERM_PROGRAM": "ghostty"], .kitty), (["TERM": "xterm-256color"], .none), ([:], .none),
      (["TERM": "xterm-kitty", "TMUX": "/tmp/x,1,0"], .none),
      (["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"], .none),
      (["TERM": "screen", "TERM_PROGRAM": "iTerm.app"], .none),
    ] as [([String: String], Screen.Graphics)]) func theEnvironmentTells(
      environment: [String: String], graphics: Screen.Graphics
    )
  {
    #expect(Screen.graphics(environment) == graphics)
  }
}
