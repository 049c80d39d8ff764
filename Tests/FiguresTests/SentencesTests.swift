import Events
import Testing

@testable import Figures

@Suite struct SentencesTests {
  @Test(arguments: [
    (Metric(name: "loss", value: 0.5), "loss: 0.5"),
    (Metric(name: "bound", value: 18.4, unit: "nats"), "bound: 18.4 nats"),
    (Metric(name: "accuracy", value: 0.97, expected: 0.95...1), "accuracy: 0.97 (expected 0.95 to 1: as it should be)"),
    (Metric(name: "accuracy", value: 0.95, expected: 0.95...1), "accuracy: 0.95 (expected 0.95 to 1: as it should be)"),
    (Metric(name: "accuracy", value: 0.9, expected: 0.95...1), "accuracy: 0.9 (expected 0.95 to 1: outside its band)"),
    (Metric(name: "loss", value: .nan, expected: 0...1), "loss: not a number (expected 0 to 1: outside its band)"),
  ]) func metric(metric: Metric, sentence: String) {
    #expect(metric.sentence == sentence)
  }

  @Test func curve() {
    #expect(
      Series(name: "loss", x: [1, 11, 21], y: [2.3, 0.25, 0.5]).sentence
        == "loss: a curve of 3 points, from 2.3 at 1 to 0.5 at 21; lowest 0.25 at 11, highest 2.3 at 1")
    #expect(
      Series(name: "loss", x: [1, 2, 3], y: [.nan, 1, .infinity]).sentence
        == "loss: one point, 1 at 2")
    #expect(Series(name: "loss", x: [], y: []).sentence == "loss: a curve without points")
  }

  @Test func pictureAndSetting() {
    var picture = Picture(
      width: 1, height: 1, channels: .grey, bytes: [7], caption: "Digits", alternative: "Ten digits.")
    #expect(picture.sentence == "Digits: Ten digits.")
    picture.caption = ""
    #expect(picture.sentence == "Ten digits.")
    #expect(Setting(name: "beta", value: 0.5, range: 0...8).sentence == "beta = 0.5 (from 0 to 8)")
  }

  @Test func everyItemHasItsSentence() {
    let series = Series(name: "loss", x: [1], y: [1])
    let metric = Metric(name: "m", value: 1)
    #expect(Recording.Item.text("words").sentence == "words")
    #expect(Recording.Item.metric(metric).sentence == metric.sentence)
    #expect(Recording.Item.curve(series).sentence == series.sentence)
  }
}
