import Autodiff
import Learning
import SpacedRepetition

/// FSRS-6 on a tape: the same formulas as `SpacedRepetition` has, for all items at once and with gradients. A parameter
/// is wᵢ = sᵢ e^uᵢ, sᵢ its standard value and uᵢ what is learned, so that every one moves by shares of itself.
///
/// Source: Open Spaced Repetition, "The Algorithm" (FSRS-6).
struct MemoryTape {
  private let tape: Tape
  private let w: [Tensor]
  private let one: Tensor
  /// −w₂₀, and F of the forgetting curve.
  private let decay: Tensor
  private let factor: Tensor
  /// D₀(4), not clamped.
  private let easiest: Tensor

  /// `logFactors` is u, [1, 21].
  init(_ logFactors: Tensor) {
    tape = logFactors.tape
    let standard = SpacedRepetition.Parameters.standard.values.map { Float($0) }
    let all = tape.constant(standard, [1, standard.count]) * exp(logFactors)
    w = standard.indices.map { columns(all, $0..<$0 + 1) }
    one = tape.constant([1], [1, 1])
    decay = -w[20]
    // 0.9^(−1/w₂₀) − 1
    factor = exp(0.105_360_516 * (one / w[20])) - 1
    easiest = w[4] - exp(w[5] * 3) + 1
  }

  /// The sum over the telling reviews before `end` of −log p(what came about), in nats.
  func loss(_ history: ReviewHistory, before end: Int64) -> Tensor {
    guard let first = history.steps.first else { return tape.constant([0], [1, 1]) }
    var (s, d) = begin(first)
    var total = tape.constant([0], [1, 1])
    for step in history.steps.dropFirst() {
      if step.count < s.shape.columns {
        s = columns(s, 0..<step.count)
        d = columns(d, 0..<step.count)
      }
      let recall = exp(decay * log(1 + factor * row(step.days) / s))
      let isCounted = step.times.indices.map { step.isInformative[$0] && step.times[$0] < end }
      if isCounted.contains(true) {
        let recalled = zip(isCounted, step.ratings).map { $0 && $1 != .again ? Float(1) : 0 }
        let forgotten = zip(isCounted, step.ratings).map { $0 && $1 == .again ? Float(1) : 0 }
        total = total - sum(row(recalled) * log(recall) + row(forgotten) * log(1.000_000_1 - recall))
      }
      (s, d) = next(s, d, step, recall)
    }
    return total
  }

  private func begin(_ step: ReviewHistory.Step) -> (s: Tensor, d: Tensor) {
    let s = Rating.allCases.map { mask(step, $0) * w[Int($0.rawValue) - 1] }
    let start = w[4] - exp(w[5] * row(grades(step).map { $0 - 1 })) + 1
    return (clampedStability(s[0] + s[1] + s[2] + s[3]), clampedDifficulty(start))
  }

  private func next(_ s: Tensor, _ d: Tensor, _ step: ReviewHistory.Step, _ recall: Tensor) -> (s: Tensor, d: Tensor) {
    let again = mask(step, .again)
    let logS = log(s)
    let grade = row(grades(step).map { $0 - 3 })
    // Within the day.
    let gain = exp(w[17] * (grade + w[18]) - w[19] * logS)
    let withinDay = s * (again * gain + (1 - again) * (1 + rectified(gain - 1)))
    // Forgotten after days.
    let long = w[11] * exp(w[14] * (1 - recall) - w[12] * log(d)) * (exp(w[13] * log(s + 1)) - 1)
    let forgotten = long - rectified(long - s / exp(w[17] * w[18]))
    // Recalled after days.
    let weight = mask(step, .hard) * w[15] + mask(step, .easy) * w[16] + mask(step, .good)
    let growth = exp(w[8] - w[9] * logS) * (11 - d) * (exp(w[10] * (1 - recall)) - 1)
    let recalled = s * (1 + growth * weight)
    let isLater = row(step.days.map { $0 >= 1 ? 1 : 0 })
    let later = again * forgotten + (1 - again) * recalled
    let damped = d - (10 - d) * grade * w[6] / 9
    return (
      clampedStability(isLater * later + (1 - isLater) * withinDay),
      clampedDifficulty(w[7] * easiest + (one - w[7]) * damped)
    )
  }

  // MARK: Pieces

  private func row(_ values: [Float]) -> Tensor { tape.constant(values, [1, values.count]) }

  private func mask(_ step: ReviewHistory.Step, _ rating: Rating) -> Tensor {
    row(step.ratings.map { $0 == rating ? 1 : 0 })
  }

  private func grades(_ step: ReviewHistory.Step) -> [Float] { step.ratings.map { Float($0.rawValue) } }

  private func rectified(_ x: Tensor) -> Tensor { activate(x, .relu) }

  private func clampedDifficulty(_ d: Tensor) -> Tensor {
    let low = 1 + rectified(d - 1)
    return low - rectified(low - 10)
  }

  /// Single precision cannot tell apart what lies above 10⁵ days.
  private func clampedStability(_ s: Tensor) -> Tensor {
    let low = 0.001 + rectified(s - 0.001)
    return low - rectified(low - 100_000)
  }
}
