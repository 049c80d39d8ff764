import Foundation

/// One figure, measured many times.
struct Measurement {
  let name: String
  /// The middle one of all repetitions, and the smallest or (for rates) largest: a shared machine shows between the two.
  let median: Double
  let best: Double
  let unit: String

  var text: String {
    name.padding(toLength: 30, withPad: " ", startingAt: 0)
      + String(format: "%10.1f %@   best %.1f", median, unit, best)
  }

  var json: String {
    String(format: #"{"name": "%@", "unit": "%@", "median": %.3f, "best": %.3f}"#, name, unit, median, best)
  }
}

/// Seconds that one call of the body takes: the median and the least of 101 timings of at least 4 ms each.
func seconds(_ body: () -> Void) -> (median: Double, best: Double) {
  let clock = ContinuousClock()
  func time(_ count: Int) -> Double {
    let elapsed = clock.measure { for _ in 0..<count { body() } }
    return elapsed / .seconds(1)
  }
  for _ in 0..<20 { body() }
  let count = max(1, Int(0.004 / time(10) * 10) + 1)
  let timings = (0..<101).map { _ in time(count) / Double(count) }.sorted()
  return (timings[50], timings[0])
}
