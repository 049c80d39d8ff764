import Testing

@testable import Events

@Suite struct EventDigestTests {
  func digest(_ events: [Event]) -> String {
    var digest = EventDigest()
    for event in events { digest.add(event) }
    return digest.hexadecimal
  }

  let figures: [Event] = [
    .text("300 digits"), .metric(Metric(name: "accuracy", value: 0.975)),
    .series(Series(name: "loss", x: [1, 2], y: [0.5, 0.25])),
    .image(Picture(width: 2, height: 1, channels: .grey, bytes: [1, 2], caption: "c", alternative: "a")),
  ]

  /// Fowler, Noll and Vo's own values for 64 bits, variant 1a.
  @Test func isFNV1a() {
    #expect(EventDigest().hexadecimal == "cbf29ce484222325")
    var digest = EventDigest()
    for byte in "foobar".utf8 { digest.add(byte) }
    #expect(digest.hexadecimal == "85944171f73967e8")
  }

  @Test func everyFigureCounts() {
    let whole = digest(figures)
    #expect(whole == digest(figures))
    #expect(whole != digest(figures.reversed()))
    for index in figures.indices {
      var fewer = figures
      fewer.remove(at: index)
      #expect(whole != digest(fewer), "without \(figures[index])")
    }
    for changed: Event in [
      .text("301 digits"), .metric(Metric(name: "accuracy", value: Float(0.975).nextUp)),
      .metric(Metric(name: "error", value: 0.975)),
      .series(Series(name: "loss", x: [1, 2], y: [0.5, Float(0.25).nextUp])),
      .series(Series(name: "loss", x: [1, Float(2).nextUp], y: [0.5, 0.25])),
      .series(Series(name: "gain", x: [1, 2], y: [0.5, 0.25])),
      .image(Picture(width: 2, height: 1, channels: .grey, bytes: [1, 3], caption: "c", alternative: "a")),
    ] {
      let other = figures.map { EventKind($0) == EventKind(changed) ? changed : $0 }
      #expect(whole != digest(other), "with \(changed)")
    }
  }

  /// How far and how fast a run was says nothing of what it learned.
  @Test func progressAndTimeDoNotCount() {
    let others: [Event] = [
      .progress(step: 1, total: 2, unit: "step"), .parameter(Setting(name: "beta", value: 1, range: 0...8)),
      .error(message: "e", line: 1), .done(seed: 7, seconds: 3, digest: "x"),
    ]
    #expect(digest(figures) == digest(others + figures.flatMap { [$0] + others }))
  }

  @Test func keptNumbersCountByTheirBits() {
    func kept(_ values: [Float]) -> String {
      var digest = EventDigest()
      digest.add("weights")
      digest.add(values)
      return digest.hexadecimal
    }
    #expect(kept([1, 2]) == kept([1, 2]))
    #expect(kept([1, 2]) != kept([2, 1]))
    #expect(kept([0]) != kept([-0.0]))
    #expect(kept([.nan]) == kept([Float(bitPattern: 0x7FC0_1234)]), "one NaN is as good as another")
  }

  @Test func namesDoNotRunTogether() {
    var left = EventDigest(), right = EventDigest()
    for text in ["ab", "c"] { left.add(text) }
    for text in ["a", "bc"] { right.add(text) }
    #expect(left.hexadecimal != right.hexadecimal)
  }
}
