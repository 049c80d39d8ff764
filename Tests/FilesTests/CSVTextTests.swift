import Files
import Testing

@Suite struct CSVTextTests {
  /// RFC 4180, section 2.
  @Test func quotesStandWhereTheyAreNeeded() {
    let text = CSVText.lines([["a", "b c", ""], ["x,y", "say \"so\"", "1\n2"]], end: "\r\n")
    #expect(text == "a,b c,\r\n\"x,y\",\"say \"\"so\"\"\",\"1\n2\"\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
    ("\r=1", "\"'\r=1\""),
    ("\n=1", "\"'\n=1\""), ("＝1", "'＝1"), ("'=1", "''=1"), ("-1+1", "'-1+1"), ("-0x1", "'-0x1"), ("+", "'+"),
    ("-5 %", "'-5 %"), ("=\"a\"", "\"'=\"\"a\"\"\""),
  ]) func formulasBecomeWords(value: String, written: String) {
    #expect(CSVText.lines([[value]]) == written + "\n")
  }

  @Test(arguments: ["-0.5", "+3", "-1e-05", "-1.5E+10", "-inf", "-0.0", "1-1", "a=b", "'tis", "'", "", "\u{2212}5"])
  func theRestStaysAsItIs(value: String) {
    #expect(CSVText.lines([[value]]) == value + "\n")
  }
}
