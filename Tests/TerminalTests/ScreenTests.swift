import Testing

@testable import Terminal

/// What tests write to is no terminal.
@Suite struct ScreenTests {
  @Test func aPipeHasNoColoursAndNoKeys() {
    for environment in [[:], ["TERM": "dumb"], ["COLORTERM": "truecolor"], ["NO_COLOR": "1"]] {
      let screen = Screen.current(plain: false, environment: environment.merging(["TERM": "dumb"]) { $1 })
      #expect(screen == Screen(width: 80, height: 24, colours: .none, isInteractive: false))
    }
  }

  @Test(arguments: [("100", 100), ("0", 80), ("-3", 80), ("wide", 80), ("", 80)]) func columnsAreAskedFor(
    value: String, width: Int
  ) {
    #expect(Screen.current(plain: true, environment: ["COLUMNS": value, "TERM": "dumb"]).width == width)
  }

  @Test(arguments: [(10, 20), (20, 20), (60, 60), (84, 84), (200, 84)]) func proseHasAComfortableWidth(
    width: Int, measure: Int
  ) {
    #expect(Screen(width: width).measure == measure)
  }
}
