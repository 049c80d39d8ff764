import Numerics

/// FSRS-6: how an answer changes a memory. Stability S in days, difficulty D from 1 to 10, rating G from 1 to 4.
///
/// Source: Open Spaced Repetition, "The Algorithm" (FSRS-6), with the details of py-fsrs 6.3.2.
struct MemoryModel: Sendable {
  let parameters: Parameters
  let curve: ForgettingCurve

  init(_ parameters: Parameters) {
    self.parameters = parameters
    curve = ForgettingCurve(parameters)
  }

  /// S₀(G) = w_{G−1}, D₀(G) clamped to 1…10.
  func first(_ rating: Rating) -> Memory {
    Memory(
      stability: clampedStability(parameters[Int(rating.rawValue) - 1]),
      difficulty: clampedDifficulty(initialDifficulty(rating)))
  }

  /// The memory after an answer `elapsedDays` whole days after the last one.
  func next(_ memory: Memory, _ rating: Rating, elapsedDays: Int64) -> Memory {
    // Both halves read the old memory: neither may see what the other has made of it.
    let stability =
      elapsedDays < 1
      ? stabilityWithinTheDay(memory, rating) : stabilityAfterDays(memory, rating, elapsedDays: elapsedDays)
    return Memory(stability: clampedStability(stability), difficulty: nextDifficulty(memory, rating))
  }

  /// D₀(G) = w₄ − e^{w₅(G − 1)} + 1, not clamped.
  private func initialDifficulty(_ rating: Rating) -> Double {
    parameters[4] - exp(parameters[5] * (grade(rating) - 1)) + 1
  }

  /// D' = w₇·D₀(4) + (1 − w₇)·(D − w₆(G − 3)·(10 − D)/9), clamped to 1…10; the target D₀(4) is not clamped.
  private func nextDifficulty(_ memory: Memory, _ rating: Rating) -> Double {
    let change = -parameters[6] * (grade(rating) - 3)
    let damped = memory.difficulty + (10 - memory.difficulty) * change / 9
    return clampedDifficulty(parameters[7] * initialDifficulty(.easy) + (1 - parameters[7]) * damped)
  }

  /// S' = S·e^{w₁₇(G − 3 + w₁₈)}·S^{−w₁₉}; the factor is at least 1 for hard, good and easy.
  private func stabilityWithinTheDay(_ memory: Memory, _ rating: Rating) -> Double {
    let factor =
      exp(parameters[17] * (grade(rating) - 3 + parameters[18]))
      * pow(memory.stability, -parameters[19])
    return memory.stability * (rating == .again ? factor : max(factor, 1))
  }

  private func stabilityAfterDays(_ memory: Memory, _ rating: Rating, elapsedDays: Int64) -> Double {
    let recall = curve.recall(days: Double(elapsedDays), stability: memory.stability)
    return rating == .again ? stabilityWhenForgotten(memory, recall) : stabilityWhenRecalled(memory, rating, recall)
  }

  /// S' = min(w₁₁·D^{−w₁₂}·((S + 1)^{w₁₃} − 1)·e^{w₁₄(1 − R)}, S / e^{w₁₇·w₁₈}).
  private func stabilityWhenForgotten(_ memory: Memory, _ recall: Double) -> Double {
    let long =
      parameters[11] * pow(memory.difficulty, -parameters[12])
      * (pow(memory.stability + 1, parameters[13]) - 1)
      * exp((1 - recall) * parameters[14])
    return min(long, memory.stability / exp(parameters[17] * parameters[18]))
  }

  /// S' = S·(1 + e^{w₈}·(11 − D)·S^{−w₉}·(e^{w₁₀(1 − R)} − 1)·[w₁₅ if hard]·[w₁₆ if easy]).
  private func stabilityWhenRecalled(_ memory: Memory, _ rating: Rating, _ recall: Double) -> Double {
    let weight = rating == .hard ? parameters[15] : rating == .easy ? parameters[16] : 1
    let growth =
      exp(parameters[8]) * (11 - memory.difficulty)
      * pow(memory.stability, -parameters[9])
      * (exp((1 - recall) * parameters[10]) - 1)
    return memory.stability * (1 + growth * weight)
  }

  private func grade(_ rating: Rating) -> Double { Double(rating.rawValue) }
  private func clampedDifficulty(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
  /// The ceiling, far above what a card can earn, keeps extreme parameters from reaching infinity.
  private func clampedStability(_ stability: Double) -> Double { min(max(stability, 0.001), 1e9) }
}
