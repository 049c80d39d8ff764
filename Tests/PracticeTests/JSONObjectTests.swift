import Foundation
import TestSupport
import Testing

@testable import Practice

@Suite struct JSONObjectTests {
  func read(_ text: String) -> JSONObject? { read(Data(text.utf8)) }
  func read(_ data: Data) -> JSONObject? { data.withUnsafeBytes { JSONObject($0) } }

  @Test func valuesAreRead() throws {
    let object = try #require(
      read(#" {"a":1,"b":-2.5e1 , "c":"x","d":[1,{"e":null},[]],"f":true,"g":{"h":false},"i":{}} "#))
    #expect(
      object.values == [
        "a": .integer(1), "b": .number(-25), "c": .text("x"),
        "d": .list([.integer(1), .object(JSONObject(values: ["e": .null])), .list([])]), "f": .flag(true),
        "g": .object(JSONObject(values: ["h": .flag(false)])), "i": .object(JSONObject(values: [:])),
      ])
  }

  @Test func textsAreRead() throws {
    for (text, expected) in [
      (#""ε → 😀""#, "ε → 😀"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\uD83D\uDE00x""#, "é😀x"),
      (#""""#, ""), (#""\u0000""#, "\0"), (#""a\nb""#, "a\nb"),
    ] {
      #expect(read("{\"t\":\(text)}")?.values["t"] == .text(expected), "\(text)")
    }
  }

  @Test func numbersAreRead() throws {
    for (text, expected) in [
      ("0", .integer(0)), ("-0", .integer(0)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(0x1p63)), ("0.1", .number(0.1)),
      ("1E-2", .number(0.01)), ("123456789012345678", .integer(123_456_789_012_345_678)), ("1.5e300", .number(1.5e300)),
    ] as [(String, JSONObject.Value)] {
      #expect(read("{\"n\":\(text)}")?.values["n"] == expected, "\(text)")
    }
  }

  @Test func whatIsNoneIsNone() {
    for text in [
      "", " ", "1", "[]", "null", "\"a\"", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{a:1}",
      "{\"a\":1}x", "{\"a\":1}{}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}", "{\"a\":-}",
      "{\"a\":1e999}", "{\"a\":nul}", "{\"a\":True}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
      "{\"a\":\"\\u12G4\"}", "{\"a\":\"\\uD800\"}", "{\"a\":\"\\uD800\\u0041\"}", "{\"a\":\"\\uDC00\"}", "{\"a\":\"x}",
      "{\"a\":[1,]}", "{\"a\":[1}", "{\"a\" 1}", "{\"a\":NaN}",
      "{\"a\":" + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}",
    ] { #expect(read(text) == nil, "\(text.prefix(60))") }
    #expect(read(Data("{\"a\":\"".utf8) + [0xC3, 0x28] + Data("\"}".utf8)) == nil)
    #expect(read(Data("{\"a\":\"".utf8) + [0xED, 0xA0, 0x80] + Data("\"}".utf8)) == nil)
  }

  /// Whatever is cut from a line or changed in it, this reader and Foundation's agree on whether it is JSON.
  @Test func itAgreesWithFoundations() throws {
    let line = Data(
      #"{"at":1767225600,"exercise":"wörds","given":"“ε”\n\u00e9\"x","mark":0.95,"n":[1,null,{}],"v":1,"u":-1e-3}"#.utf8
    )
    var random = SeededGenerator(seed: 5)
    var kept = 0
    for _ in 0..<3_000 {
      var data = line
      if random.next() % 4 == 0 { data = data.prefix(Int(random.next() % UInt64(data.count))) }
      let signs = Array(#"{}[]",:\u0159.eE+-tfn x"#.utf8) + [0x09, 0x80, 0xC3]
      for _ in 0..<(random.next() % 3) where !data.isEmpty {
        data[Int(random.next() % UInt64(data.count))] = signs[Int(random.next() % UInt64(signs.count))]
      }
      let theirs: Any?
      do { theirs = try JSONSerialization.jsonObject(with: data) } catch { theirs = nil }
      let ours = read(data)
      #expect((ours != nil) == (theirs is [String: Any]), "\(String(decoding: data, as: UTF8.self))")
      if let theirs = theirs as? [String: Any], let ours {
        kept += 1
        #expect(Set(theirs.keys) == Set(ours.values.keys.map(\.wrappedValue)))
      }
    }
    #expect(kept > 500)
  }
}
