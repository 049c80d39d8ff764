import Testing

@testable import Terminal

/// Pages follow one another without a gap, whatever the window does meanwhile.
@Suite struct PagerTests {
  private let lines = (0..<10).map { Line("\($0)") }

  private func shown(_ pager: Pager) -> [String] { pager.page.map(\.plain) }

  @Test func everyLineIsOnAPage() {
    var pager = Pager(lines, width: 80, rows: 4)
    var seen = shown(pager)
    #expect(pager.place == (1, 3))
    while pager.goOn() { seen += shown(pager) }
    #expect(seen == lines.map(\.plain))
    #expect(pager.place == (3, 3))
    #expect(pager.isLast)
    let back = [pager.goBack(), pager.goBack(), pager.goBack()]
    #expect(back == [true, true, false])
    #expect(shown(pager) == ["0", "1", "2", "3"])
  }

  @Test func aWiderLineTakesTheRowsThatItNeeds() {
    let pager = Pager(["a long line of words", "b"], width: 10, rows: 2)
    #expect(shown(pager) == ["a long", "line of"])
    #expect(!pager.isLast)
  }

  @Test(arguments: [(40, 3), (12, 3), (80, 30), (20, 1)]) func nothingIsPassedOverInAnotherWindow(width: Int, rows: Int)
  {
    let words = (0..<30).map { Line("line \($0) of some") }
    var pager = Pager(words, width: 80, rows: 7)
    let on = [pager.goOn(), pager.goOn()]
    #expect(on == [true, true])
    let first = shown(pager)[0].split(separator: " ")[1]
    pager.lay(words, width: width, rows: rows)
    let rest = Pager(words, width: width, rows: .max / 2).page.map(\.plain)
    let place = rest.firstIndex { $0.contains(first) } ?? 0
    #expect(pager.start <= place)
  }

  @Test func aLineIsGoneTo() {
    var pager = Pager(lines, width: 80, rows: 4)
    pager.go { $0.firstIndex { $0.plain == "5" } }
    #expect(shown(pager) == ["4", "5", "6", "7"])
    #expect(pager.place { $0.plain == "1" } == .before)
    #expect(pager.place { $0.plain == "6" } == .onPage)
    #expect(pager.place { $0.plain == "9" } == .behind)
    #expect(pager.place { $0.plain == "x" } == nil)
    pager.go { _ in nil }
    #expect(shown(pager)[0] == "4")
  }
}
