/// A listing's lines put in order, with lines among them that do not belong: max(0, p − d/D).
///
/// p is the share of all pairs of right lines that stand in order in the answer (a pair of which a line is missing
/// does not), d the distractors used, D those on offer. With every line and no distractor p = (1 + τ)/2, the mark of
/// an ordering. Parsons & Haden 2006.
public struct ParsonsScore: Equatable, Sendable {
  /// The number of pairs of right lines, and of those of them that stand the right way round in the answer.
  public let pairs: Int
  public let pairsInOrder: Int
  /// The part of the mark that distractors cost.
  public let loss: Double
  /// 0 … 1.
  public let mark: Double
  /// Distractors in the answer, in its order.
  public let distractors: [Int]
  /// Right lines that the answer lacks.
  public let missing: [Int]
  /// Right lines that must move, in the order of the answer.
  public let misplaced: [Int]
  /// The first two neighbouring right lines of the answer that stand the wrong way round.
  public let misplacedPair: MisplacedPair?

  /// As an ordering, with every line there and no distractor.
  public var passed: Bool { distractors.isEmpty && missing.isEmpty && misplaced.count <= 1 }

  /// The right lines are 0 ..< `lines` in this order; `lines` ..< `lines` + `distractors` do not belong.
  public init(answer: [Int], lines: Int, distractors: Int) throws(ScoringError) {
    guard lines >= 1, distractors >= 0 else { throw .nothingToMark }
    try requireDistinct(answer, below: lines + distractors)
    var chosen: [Int] = []
    var strangers: [Int] = []
    var isChosen = [Bool](repeating: false, count: lines)
    for index in answer {
      if index < lines {
        chosen.append(index)
        isChosen[index] = true
      } else {
        strangers.append(index)
      }
    }
    var missing: [Int] = []
    for line in 0..<lines where !isChosen[line] { missing.append(line) }
    pairs = lines &* (lines - 1) / 2
    pairsInOrder = orderedPairs(in: chosen)
    let share = pairs == 0 ? Double(chosen.count) : Double(pairsInOrder) / Double(pairs)
    loss = distractors == 0 ? 0 : Double(strangers.count) / Double(distractors)
    mark = max(0, share - loss)
    self.distractors = strangers
    self.missing = missing
    misplaced = others(chosen, than: longestOrderedSubset(chosen))
    misplacedPair = MisplacedPair(in: chosen)
  }
}
