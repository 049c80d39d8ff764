import Testing

@testable import Terminal

@Suite struct ProgressTextTests {
  @Test(arguments: [
    (10, 100, 2.0, "18 s left"), (50, 100, 0.4, ""), (1, 100, 9.0, ""), (100, 100, 9.0, ""),
    (10, 100, 60, "9 min left"),
  ]) func timeLeft(step: Int, total: Int, seconds: Double, expected: String) {
    let line = ProgressText(step: step, total: total, unit: "step", seconds: seconds).line(width: 80).plain
    #expect(expected.isEmpty ? !line.contains("left") : line.hasSuffix(expected), "\(line)")
  }
}
