import Events
import Testing

@Suite struct SettingTests {
  @Test(
    arguments: [
      (0.3, 0.1...1, 0.1, 0.3), (0.34, 0.1...1, 0.1, 0.3), (7.5, 5...100, 5, 10), (100, 5...100, 5, 100),
      (12, 5...103, 5, 10), (103, 5...103, 5, 103), (102, 5...103, 5, 100), (-1, 0...4, 0.5, 0), (9, 0...4, 0.5, 4),
      (0.123, 0...1, 0, 0.123), (2, 0...1, 0, 1), (0.7, 0.05...0.95, 0.05, 0.7),
    ] as [(Float, ClosedRange<Float>, Float, Float)])
  func theNearestChoice(value: Float, range: ClosedRange<Float>, step: Float, nearest: Float) {
    let choice = Setting(name: "s", value: value, range: range, step: step).nearestChoice
    #expect((choice - nearest).magnitude < 1e-6)
    // What may be chosen is itself, to the bit.
    if value == nearest { #expect(choice == value) }
  }
}
