import Testing

@testable import Course

@Suite struct CellCallsTests {
  private func names(_ code: String) -> [String]? {
    Cell(number: 1, id: "a", file: "a.md", firstLine: 1, code: code).firstArguments(of: "metric")
  }

  @Test func plainTextsAreNames() {
    #expect(names(#"metric("a", 1); metric( "b" , 2)"#) == nil)
    #expect(names(#"metric("a", 1); metric("b" , 2)"#) == ["a", "b"])
    #expect(names("let x = 1") == [])
  }

  @Test(arguments: [#"metric("a" + name, 1)"#, #"metric("a \(1)", 1)"#, "metric(name, 1)", #"metric("a""#])
  func whatOnlyARunCanTell(code: String) {
    #expect(names(code) == nil)
  }
}
