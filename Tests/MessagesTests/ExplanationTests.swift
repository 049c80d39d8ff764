import Messages
import Testing

@Suite struct ExplanationTests {
  @Test func theFirstFaultStandsForAll() {
    let place = SourcePlace("Lessons/01-a.md", line: 7, column: 3)
    let explanation = Explanation(
      [Fault("a `)` is missing", at: place, help: "add it"), Fault("another")], status: .software)
    #expect(explanation.message == "a `)` is missing")
    #expect(explanation.help == "add it")
    #expect(explanation.place?.text == "Lessons/01-a.md:7:3")
    #expect(explanation.firstLine == "Lessons/01-a.md:7:3: error: a `)` is missing")
  }

  @Test func inASentenceItHasNoEnd() {
    #expect(Explanation("it is full.\nmore", status: .data).reason == "it is full")
    #expect(Explanation("it is full", at: SourcePlace("a"), status: .data).reason == "it is full")
  }

  @Test func whatIsNotAsBad() {
    #expect(
      Explanation("it is full", help: "make room", status: .data).warning == "warning: it is full\nhelp: make room\n")
    #expect(Explanation("it is full", status: .data).warning == "warning: it is full\n")
  }

  @Test func longWordsAreCutInTheMiddle() {
    #expect(shortened("short") == "short")
    let long = String(repeating: "ä", count: 1_000)
    #expect(shortened("no lesson is called `\(long)`").count == 241)
    #expect(shortened("no lesson is called `\(long)`").hasPrefix("no lesson is called `ä"))
    #expect(shortened("no lesson is called `\(long)`").hasSuffix("ä`"))
  }

  @Test(arguments: [
    (0, "0 bytes"), (999, "999 bytes"), (1_000, "1.0 kB"), (1_234, "1.2 kB"), (9_960, "10.0 kB"), (12_345, "12 kB"),
    (1_500_000, "1.5 MB"), (15_500_000, "16 MB"), (14_500_000, "14 MB"), (3_210_000_000, "3.2 GB"),
  ]) func bytesAsPeopleSayThem(bytes: Int, text: String) {
    #expect(ByteCount.text(bytes) == text)
  }
}
