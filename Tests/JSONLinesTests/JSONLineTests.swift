import JSONLines
import Testing

@Suite struct JSONLineTests {
  @Test func fields() {
    var inner = JSONLine()
    inner.field("q", -1)
    var line = JSONLine()
    line.field("l", Int64.min)
    line.field("d", 0.1 as Double)
    line.field("w", 3.0 as Double)
    line.field("t", true)
    line.field("o", inner)
    #expect(
      String(decoding: line.finished(), as: UTF8.self)
        == "{\"l\":-9223372036854775808,\"d\":0.1,\"w\":3,\"t\":true,\"o\":{\"q\":-1}}\n")
  }

  /// Whoever has a terminal show a line gets no control character.
  @Test(arguments: [
    (JSONLine.Escapes.numbered, #"{"a":"\"\\/\u0001\u0009\u000a\u007fé"}"#),
    (.named, "{\"a\":\"\\\"\\\\/\\u0001\\t\\n\u{7F}é\"}"),
  ]) func controlCharacters(escapes: JSONLine.Escapes, expected: String) {
    var line = JSONLine(escapes: escapes)
    line.field("a", "\"\\/\u{1}\t\n\u{7F}é")
    #expect(String(decoding: line.closed(), as: UTF8.self) == expected)
  }
}
