import Markup

// What is asked in words and in lines of code.

extension Exercise {
  /// A text with words missing. The exercise's prompt shows the gaps, numbered from 1.
  package struct Cloze: Sendable {
    /// The whole text, each missing word in bold.
    package var text: [Block]
    /// The missing words, in the order of the text.
    package var blanks: [Blank]
  }

  package struct Blank: Sendable {
    package var id: String
    package var answer: String
    /// Other answers that are accepted.
    package var alternatives: [String]
    package var feedback: [Block]
  }

  /// A listing to be put together from its lines, with lines among them that do not belong.
  package struct Listing: Sendable {
    /// The listing as it stands in the file, empty lines included.
    package var code: CodeBlock
    /// The lines in the right order. Lines with the same text may stand for one another.
    package var lines: [ListingLine]
    package var distractors: [ListingLine]

    /// The text of the lines on offer: those of the listing first, then the others.
    package var offered: [ListingLine] { lines + distractors }
  }

  package struct ListingLine: Sendable {
    /// The text of the line, with its indentation.
    package var text: String
    package var feedback: [Block]
  }
}
