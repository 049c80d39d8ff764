import Messages
import Testing

@testable import Messages

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "ab", 2), ("abc", "abc", 0), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("laod", "load", 1), ("abcd", "badc", 2), ("ca", "abc", 3), ("flaw", "lawn", 2),
  ]) func distance(left: String, right: String, expected: Int) {
    #expect(Suggestion.distance(Array(left), Array(right)) == expected)
    #expect(Suggestion.distance(Array(right), Array(left)) == expected)
  }

  @Test(
    arguments: [
      ("laod", "load"), ("LOAD", "load"), ("judge-or-makr", "judge-or-maker"), ("runn", "run"), ("xyz", nil), ("", nil),
      ("r", nil), ("maker", nil), ("loaders", nil), ("loader", "load"),
    ] as [(String, String?)]) func closest(name: String, expected: String?)
  {
    #expect(Suggestion.closest(to: name, in: ["load", "run", "judge-or-maker", "quiz"]) == expected)
  }

  @Test func theFirstOfEquals() {
    #expect(Suggestion.closest(to: "bat", in: ["cat", "hat"]) == "cat")
    #expect(Suggestion.closest(to: "bat", in: []) == nil)
  }
}
