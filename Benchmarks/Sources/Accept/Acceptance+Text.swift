import Foundation
import Generative

extension AcceptanceRow {
  /// Rows 30 to 32, which need the novel.
  static var text: [AcceptanceRow] {
    [
      row(30, "HMM of letters, 2 states, 10 seeds", "vowels apart, ≤ 3.96 bits in 9 of 10") {
        [ClassicalAcceptance.lettersInTwoStates($0)]
      },
      row(31, "HMM of words, 16 states", "perplexity ≤ 250, copies ≤ 6 words") {
        ClassicalAcceptance.wordsInSixteenStates($0)
      },
      row(32, "Kneser–Ney, characters order 6, words order 3", "≤ 1.65 bits, perplexity ≤ 175") {
        ClassicalAcceptance.chains($0)
      },
    ]
  }

  private static func row(
    _ number: Int, _ model: String, _ target: String, _ measure: @escaping @Sendable (String) -> [ClassicalFigure]
  ) -> AcceptanceRow {
    AcceptanceRow(number: number, model: model, target: target, seeds: 1) { _ in
      let measured = measure(try AcceptanceData.novel())
      let figures = measured.map { figure in figure.figures.map { decimal($0) }.joined(separator: ", ") }
      return Trial(figure: figures.joined(separator: "; "), passed: measured.allSatisfy { $0.passed })
    }
  }
}
