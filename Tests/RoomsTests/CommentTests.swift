import Foundation
import Testing

/// Holds the documentation comments against the rule that each begins with the noun that the thing is.
@Suite struct CommentTests {
  static let sources = RoomsTests.root.appending(path: "Sources")

  /// The words with which a comment begins that paraphrases instead.
  static let paraphrases = ["All that", "How", "That of", "The same", "Those", "What", "Where", "Who", "Whose"]

  /// The lines of a source that begin a documentation comment with one of these words, counted from 1.
  static func paraphrasing(_ source: String) -> [Int] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    return lines.indices.filter { index in
      guard lines[index].hasPrefix("/// "), index == 0 || !lines[index - 1].hasPrefix("///") else { return false }
      let text = lines[index].dropFirst("/// ".count)
      return paraphrases.contains { words in
        text.hasPrefix(words) && !(text.dropFirst(words.count).first?.isLetter ?? false)
      }
    }.map { $0 + 1 }
  }

  @Test func everyCommentBeginsWithItsNoun() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
    let paths = files.filter { $0.hasSuffix(".swift") }.sorted()
    #expect(paths.count > 500)
    for path in paths {
      let source = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
      for line in Self.paraphrasing(source) {
        Issue.record("Sources/\(path):\(line): the comment does not begin with the noun that the thing is")
      }
    }
  }

  @Test func theFirstLineOfACommentCounts() {
    let source = """
      /// What it is.
      let a = 1
      /// The number of bytes that say
      /// What it is.
      let b = 2
        /// The same, doubled.
      /// Whether it is one.
      // How it is done.
      let c = true
      /// Whose it is.
      """
    #expect(Self.paraphrasing(source) == [1, 6, 10])
  }
}
