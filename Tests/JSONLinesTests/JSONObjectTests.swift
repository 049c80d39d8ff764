import Foundation
import JSONLines
import TestSupport
import Testing

@Suite struct JSONObjectTests {
  func object(_ text: String) throws -> JSONObject { try JSONObject(Array(text.utf8)[...]) }

  @Test func fields() throws {
    let object = try object(
      #" {"a": 1.5, "b":[1, null ,-2e1], "c":"x\ty\u00e9\ud83d\ude00\"", "d":[["p","q"],[]], "e":"AQID", "f":null, "n":3.0} "#
    )
    #expect(try object.float("a") == 1.5)
    #expect(try object.double("a") == 1.5)
    #expect(try object.floats("b", allowsNull: true).map { "\($0)" } == "[1.0, nan, -20.0]")
    #expect(try object.text("c") == "x\ty\u{E9}\u{1F600}\"")
    #expect(try object.rows("d") == [["p", "q"], []])
    #expect(try object.base64("e") == [1, 2, 3])
    #expect(try object.text("f") == nil)
    #expect(try object.text("g") == nil)
    #expect(try object.integer("n") == 3)
    #expect(throws: JSONObject.Failure.malformed) { try object.floats("b", allowsNull: false) }
    #expect(throws: JSONObject.Failure.malformed) { try object.text("a") }
    #expect(throws: JSONObject.Failure.malformed) { try object.integer("a") }
    #expect(throws: JSONObject.Failure.malformed) { try object.base64("c") }
    #expect(throws: JSONObject.Failure.malformed) { try object.texts("c") }
  }

  @Test func flagsAndObjectsAndLongNumbers() throws {
    let object = try object(
      #"{"t":true,"f":false,"o":{"p":{"q":-1}},"l":-9223372036854775808,"h":9223372036854775807,"m":9223372036854775808}"#
    )
    #expect(try object.flag("t") == true && object.flag("f") == false && object.flag("g") == nil)
    #expect(try object.object("o")?.object("p")?.integer("q") == -1)
    #expect(try object.int64("l") == .min && object.int64("h") == .max)
    #expect(throws: JSONObject.Failure.malformed) { try object.int64("m") }
    #expect(throws: JSONObject.Failure.malformed) { try object.flag("l") }
    #expect(throws: JSONObject.Failure.malformed) { try object.object("t") }
    #expect(throws: JSONObject.Failure.malformed) { try object.int64("o") }
  }

  @Test(arguments: [
    "", "{", "}", "[]", "1", "{}x", "{} {}", #"{"a"}"#, #"{"a":}"#, #"{"a":01}"#, #"{"a":1.}"#, #"{"a":.5}"#,
    #"{"a":+1}"#,
    #"{"a":1e}"#, #"{"a":tru}"#, #"{"a":"x}"#, #"{"a":"\"}"#, #"{"a":[1,]}"#, #"{"a":1,}"#, "{\"a\":\"\n\"}", #"{a:1}"#,
    #"{"a":NaN}"#, #"{"a":[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]}"#,
  ]) func malformed(text: String) {
    #expect(throws: JSONObject.Failure.malformed) { try JSONObject(Array(text.utf8)[...]) }
  }

  @Test(arguments: [#""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, #""\u12""#, #""\x""#, "\"\u{7F}\\u00g0\""])
  func malformedTexts(text: String) throws {
    let object = try object("{\"a\":\(text)}")
    #expect(throws: JSONObject.Failure.malformed) { try object.text("a") }
  }

  @Test func bytesThatAreNoText() throws {
    let object = try JSONObject((Array(#"{"a":""#.utf8) + [0xC3] + Array(#""}"#.utf8))[...])
    #expect(throws: JSONObject.Failure.malformed) { try object.text("a") }
  }

  @Test func limits() throws {
    #expect(throws: JSONObject.Failure.tooManyValues) {
      try JSONObject(Array(#"{"a":[1,2,3],"b":[4,5]}"#.utf8)[...], maximumValues: 6)
    }
    #expect(throws: JSONObject.Failure.tooManyValues) {
      try JSONObject(Array("{\"a\":\(String(repeating: "[", count: 100))".utf8)[...], maximumValues: 50)
    }
    _ = try JSONObject(Array(#"{"a":[1,2,3],"b":[4,5]}"#.utf8)[...], maximumValues: 7)
    #expect(throws: JSONObject.Failure.malformed) {
      try JSONObject(Array(#"{"a":1,"b":2}"#.utf8)[...], maximumFields: 1)
    }
  }

  /// Whatever is done to a line: what Foundation takes is taken, and nothing else.
  @Test func agreesWithFoundation() throws {
    let lines = [
      #"{"v":1,"name":"l\u00f6ss \"x\"","x":[1,2.5],"u":"ä"}"#,
      #"{"v":1,"x":[1,2.5,-3e-2,null],"t":true,"o":{"p":[{}]}}"#,
    ]
    var random = SeededGenerator(seed: 5)
    let signs = Array(#"{}[]",:\0123456789.eE+-tfn u"#.utf8)
    var taken = 0
    for _ in 0..<20_000 {
      var bytes = Array(lines[Int(random.next() % 2)].utf8)
      for _ in 0...random.next() % 2 {
        let place = Int(random.next() % UInt64(bytes.count)), sign = signs[Int(random.next() % UInt64(signs.count))]
        switch random.next() % 3 {
        case 0: bytes[place] = sign
        case 1: bytes.insert(sign, at: place)
        default: bytes.remove(at: place)
        }
      }
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes))) is [String: Any]
      let ours = (try? JSONObject(bytes[...])) != nil
      if theirs { taken += 1 }
      // What stands in a text is looked at when it is asked for; and a comma behind the last member is no JSON.
      let isOther =
        bytes.contains(UInt8(ascii: "\\"))
        || zip(bytes, bytes.dropFirst()).contains { comma, end in
          comma == UInt8(ascii: ",") && [UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: " ")].contains(end)
        }
      if !isOther { #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))") }
    }
    #expect(taken > 100)
  }
}
