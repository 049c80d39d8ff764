/// *A Little to the Left*, some 8,100 words: what the lesson about text learns from by default.
///
/// A wet summer in twenty-three letters: two sisters, an aunt, a piano that two old friends dispute, a curate with a
/// telescope. Written for this project in the manner of about 1814, its turns of phrase coming back as they do in real
/// letters. © 2026 The Learn authors, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).
public enum Letters {
  /// The whole text: a paragraph a line, an empty line between two, ASCII alone.
  // Computed, so that a program that never asks for it need not carry it.
  public static var text: String { beginning + middle + end }
}
