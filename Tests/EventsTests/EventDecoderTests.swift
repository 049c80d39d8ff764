import Events
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The host's side of the event stream.
@Suite struct EventDecoderTests {
  func decode(_ bytes: some Sequence<UInt8>) -> [CellEvent] {
    var decoder = EventDecoder()
    return decoder.decode(bytes) + decoder.finish()
  }

  func decode(_ text: String) -> [CellEvent] { decode(text.utf8) }

  /// The sentence of the only event, which is an error.
  func refusal(_ line: String) throws -> String {
    let events = decode(line + "\n")
    #expect(events.count == 1)
    guard case .error(let message, nil)? = events.first?.event else {
      Issue.record("no error: \(events)")
      return ""
    }
    return message
  }

  @Test(arguments: EventKind.allCases) func everyEventComesBack(kind: EventKind) {
    for event in kind.samples {
      #expect(decode(EventEncoder.line(for: event, cell: "train")) == [CellEvent(cell: "train", event: event)])
    }
  }

  @Test func figuresComeBackToTheBit() throws {
    var random = SeededGenerator(seed: 3)
    let values =
      (0..<5_000).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: random.next())) }
      .filter(\.isFinite) + [.leastNonzeroMagnitude, .leastNormalMagnitude, -0.0]
    let series = Series(name: "s", x: values, y: values)
    guard case .series(let back)? = decode(EventEncoder.line(for: .series(series), cell: "x")).first?.event else {
      Issue.record("no series")
      return
    }
    #expect(back.x.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test func whatWasNoNumberIsNotANumber() {
    let line = EventEncoder.line(for: .series(Series(name: "s", x: [1, .nan], y: [.infinity, 2])), cell: "x")
    guard case .series(let series)? = decode(line).first?.event else {
      Issue.record("no series")
      return
    }
    #expect(series.x.map(\.isNaN) == [false, true])
    #expect(series.y.map(\.isNaN) == [true, false])
  }

  @Test func aLineThatNoFileHasIsNone() {
    for line in [Int.min, -1, 0, Int.max] {
      let events = decode(#"{"v":1,"cell":"a","kind":"error","message":"m","line":\#(line)}"# + "\n")
      #expect(events == [CellEvent(cell: "a", event: .error(message: "m", line: nil))])
    }
  }

  @Test func linesMayComeInPieces() {
    let bytes = EventKind.allSamples.flatMap { EventEncoder.line(for: $0, cell: "c") } + Array("no end".utf8)
    let whole = decode(bytes)
    #expect(whole.count == EventKind.allSamples.count + 1)
    for size in [1, 2, 3, 7, 64, 1000] {
      var decoder = EventDecoder()
      var events: [CellEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        events += decoder.decode(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(events + decoder.finish() == whole, "in pieces of \(size)")
      #expect(decoder.finish().isEmpty)
    }
  }

  /// A cell that floods its host with one endless line must not keep the host busy: the time grows with the bytes.
  @Test func anEndlessLineIsReadOnce() {
    var decoder = EventDecoder()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 16 << 10)
    // Of this thread alone: other work may keep the processors busy.
    func seconds() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = seconds()
    for _ in 0..<512 where seconds() - start < 5 { #expect(decoder.decode(piece).isEmpty) }
    #expect(seconds() - start < 5)
    #expect(decoder.finish().count == 1)
  }

  @Test func anythingElseIsText() {
    #expect(
      decode("loss 0.5\n{}\n{\"a\":1}\n\nlast").map(\.event) == [
        .text("loss 0.5"), .text("{}"), .text("{\"a\":1}"), .text(""), .text("last"),
      ])
  }

  @Test func controlCharactersBecomeVisible() {
    #expect(decode("\u{1B}[2J\u{7}\r\u{7F}\u{9B}\tend\n").map(\.event) == [.text("␛[2J␇␍␡\u{FFFD}\tend")])
    for event: Event in [
      .text("a\u{1B}[31mb"), .metric(Metric(name: "a\u{1B}[31mb", value: 1, unit: "a\u{1B}[31mb")),
      .series(Series(name: "a\u{1B}[31mb", x: [], y: [])), .progress(step: 1, total: 2, unit: "a\u{1B}[31mb"),
      .parameter(Setting(name: "a\u{1B}[31mb", value: 1, range: 0...1)), .kept(name: "a\u{1B}[31mb", count: 1),
      .error(message: "a\u{1B}[31mb", line: nil), .done(seed: 1, seconds: 1, digest: "a\u{1B}[31mb"),
      .image(
        Picture(width: 1, height: 1, channels: .grey, bytes: [0], caption: "a\u{1B}[31mb", alternative: "a\u{1B}[31mb")),
    ] {
      let decoded = decode(EventEncoder.line(for: event, cell: "a\u{1B}[31mb"))
      let back = EventEncoder.line(for: decoded[0].event, cell: decoded[0].cell ?? "")
      let text = String(decoding: back, as: UTF8.self)
      #expect(!text.contains("u001b"), "\(event)")
      #expect(text.contains("a␛[31mb"), "\(event)")
    }
  }

  @Test func anotherVersionIsRefusedWithASentence() throws {
    #expect(
      try refusal(#"{"v":2,"cell":"x","kind":"hologram"}"#)
        == "the cell speaks version 2 of the event format, this learn reads 1")
  }

  @Test(arguments: [
    #"{"v":1,"cell":"x","kind":"hologram"}"#, #"{"v":1,"kind":"text"}"#, #"{"v":1"#, #"{"v":"1"}"#, #"{"v":null}"#,
    #"{"v":1,"kind":"progress","step":1.5,"of":3}"#, #"{"v":1,"kind":"progress","step":1}"#,
    #"{"v":1,"kind":"series","name":"s","x":[1,2],"y":[1]}"#, #"{"v":1,"kind":"series","name":"s","x":["a"],"y":[1]}"#,
    #"{"v":1,"kind":"metric","name":"m","value":1,"lowest":2,"highest":1}"#,
    #"{"v":1,"kind":"parameter","name":"p","value":null,"lowest":0,"highest":1}"#,
    #"{"v":1,"kind":"done","seed":"-1","seconds":1,"digest":"d"}"#, #"{"v":1,"kind":"done","seed":1,"seconds":1}"#,
    #"{"v":1,"kind":"kept","name":"k","count":1e300}"#,
  ]) func whatCannotBeReadIsToldAndShown(line: String) throws {
    let message = try refusal(line)
    #expect(message == "the cell wrote an event that cannot be read: " + line.prefix(80) + (line.count > 80 ? "…" : ""))
  }

  @Test(arguments: [
    (2, 2, 1, 3), (2, 2, 1, 5), (2, 2, 3, 4), (0, 0, 1, 0), (-1, -1, 1, 1), (16385, 1, 1, 16385), (1, 16385, 1, 16385),
    (Int.max, Int.max, 3, 1), (2, 2, 2, 8), (2, 2, 0, 0),
  ]) func picturesOfAWrongSizeAreRefused(width: Int, height: Int, channels: Int, count: Int) throws {
    let bytes = base64(count)
    _ = try refusal(
      #"{"v":1,"kind":"image","width":\#(width),"height":\#(height),"channels":\#(channels),"bytes":"\#(bytes)"}"#)
  }

  @Test func aPictureOfTheRightSizeIsTaken() {
    let line = #"{"v":1,"kind":"image","width":2,"height":2,"channels":1,"bytes":"\#(base64(4))"}"#
    let picture = Picture(
      width: 2, height: 2, channels: .grey, bytes: [0, 0, 0, 0], caption: "", alternative: "")
    #expect(decode(line + "\n") == [CellEvent(cell: nil, event: .image(picture))])
  }

  private func base64(_ zeros: Int) -> String {
    let rest = zeros % 3
    return String(repeating: "AAAA", count: zeros / 3) + (rest == 1 ? "AA==" : rest == 2 ? "AAA=" : "")
  }
}
