import SpacedRepetition

/// The marking of a response to an open question: its verdict, and the answers that the log keeps of it.
struct Grading {
  struct Result {
    var verdict: Verdict
    /// Hints counted.
    var mark: Double
    var answers: [Answer]
    /// The number of answers, the last ones, that sum up others.
    var sums = 0
    var isLast = true
  }

  private let open: OpenQuestion
  private let confidence: Confidence?
  private let seconds: Double

  init(_ open: OpenQuestion, _ confidence: Confidence?, _ seconds: Double) {
    self.open = open
    self.confidence = confidence
    self.seconds = seconds
  }

  func grade(_ response: Response) throws(ScoringError) -> Result {
    switch (open.exercise.key, response) {
    case (.cards, .rating(let rating)): card(rating)
    case (.sorting(let buckets, let key), .bucket(let bucket)): try item(bucket, of: buckets, key)
    case (.sorting(let buckets, let key), .buckets(let chosen)): try sorting(chosen, buckets, key)
    case (.ordering(let count), .places(let places)): try ordering(places, of: count)
    case (.listing, .places(let places)): try listing(places)
    case (.choice(let options, let key, _), .places(let places)): try choice(places, options, key)
    case (.quantity(let quantity), .quantity(let reading)): self.quantity(reading, quantity)
    case (.gaps(let accepted), .words(let words)): try gaps(words, accepted)
    default: throw .nothingToMark
    }
  }

  // MARK: Kind by kind

  private func card(_ rating: Rating) -> Result {
    let mark: Double = rating == .again ? 0 : 1
    let answer = Answer(
      item: open.question.item, kind: .cards, given: rating.name, mark: mark, rating: rating, seconds: seconds)
    return Result(verdict: .card, mark: mark, answers: [answer])
  }

  private func item(_ chosen: Int?, of buckets: [String], _ key: [Int]) throws(ScoringError) -> Result {
    if let chosen, chosen < 0 || chosen >= buckets.count { throw .outOfRange(chosen) }
    if let part = open.question.part {
      let right = key[part]
      return one(
        .item(chosen: chosen, right: right), given: chosen.map { buckets[$0] } ?? "", chosen == right ? 1 : 0)
    }
    guard var attempt = open.sorting, let item = attempt.current else { throw .nothingToMark }
    let right = attempt.put(into: chosen)
    var result = Result(
      verdict: .item(chosen: chosen, right: right), mark: chosen == right ? 1 : 0,
      answers: [answer(to: item, chosen.map { buckets[$0] } ?? "", isRight: chosen == right, seconds)])
    // What all of them come to is the answer to the whole.
    result.isLast = false
    return result
  }

  /// All items at once, or what they come to once all of them are answered one by one.
  private func sorting(_ chosen: [Int?], _ buckets: [String], _ key: [Int]) throws(ScoringError) -> Result {
    guard var attempt = open.sorting else { throw .nothingToMark }
    guard chosen.count == attempt.items.count - attempt.answered else {
      throw .wrongCount(expected: attempt.items.count - attempt.answered, found: chosen.count)
    }
    var answers: [Answer] = []
    for bucket in chosen {
      if let bucket, bucket < 0 || bucket >= buckets.count { throw .outOfRange(bucket) }
      guard let item = attempt.current else { continue }
      let right = attempt.put(into: bucket)
      answers.append(
        answer(
          to: item, bucket.map { buckets[$0] } ?? "", isRight: bucket == right, seconds / Double(max(1, chosen.count))))
    }
    let score = try attempt.score
    return summed(
      answers, .sorting(score, chosen: attempt.chosen, right: attempt.key), score.mark,
      "\(score.right) of \(attempt.items.count)")
  }

  private func ordering(_ places: [Int], of count: Int) throws(ScoringError) -> Result {
    if places.isEmpty { return one(.ordering(nil), given: "", 0) }
    let answer = try shown(places)
    guard answer.count == count else { throw .wrongCount(expected: count, found: answer.count) }
    let score = try OrderingScore(answer: answer)
    return one(.ordering(score), given: Self.numbers(answer), score.mark, passed: score.passed)
  }

  private func listing(_ places: [Int]) throws(ScoringError) -> Result {
    guard !places.isEmpty, let attempt = open.listing else { return one(.listing(nil), given: "", 0) }
    let score = try attempt.score(places)
    return one(.listing(score), given: Self.numbers(attempt.lines(places)), score.mark, passed: score.passed)
  }

  private func choice(_ places: [Int], _ options: [String], _ key: [Bool]) throws(ScoringError) -> Result {
    let chosen = try shown(places)
    let score = try ChoiceScore(chosen: chosen, key: key)
    var given = ""
    for option in chosen { given += given.isEmpty ? options[option] : " \(options[option])" }
    return one(.choice(score), given: given, score.mark)
  }

  private func quantity(_ reading: QuantityReading?, _ quantity: Quantity) -> Result {
    guard let reading else { return one(.quantity(nil), given: "", 0) }
    let (score, value) = reading.score(quantity)
    return one(.quantity(score), given: "\(value) \(reading.unit)", score.mark)
  }

  private func gaps(_ words: [String], _ accepted: [[String]]) throws(ScoringError) -> Result {
    if let part = open.question.part {
      guard words.count == 1 else { throw .wrongCount(expected: 1, found: words.count) }
      let isRight = Self.isFilled(words[0], accepted[part])
      return one(.gaps([isRight], try ClozeScore(answer: [isRight])), given: words[0], isRight == true ? 1 : 0)
    }
    guard words.count == accepted.count else { throw .wrongCount(expected: accepted.count, found: words.count) }
    var isRight: [Bool?] = []
    var answers: [Answer] = []
    for index in 0..<words.count {
      isRight.append(Self.isFilled(words[index], accepted[index]))
      answers.append(
        answer(to: index, words[index], isRight: isRight[index] == true, seconds / Double(accepted.count)))
    }
    let score = try ClozeScore(answer: isRight)
    return summed(answers, .gaps(isRight, score), score.mark, "\(score.right) of \(accepted.count)")
  }

  /// `nil` for a gap that was left open.
  private static func isFilled(_ words: String, _ accepted: [String]) -> Bool? {
    FoldedText(words).trimmed.isEmpty ? nil : AnswerReading.fills(words, accepted)
  }

  /// The numbers of what stands at these places.
  private func shown(_ places: [Int]) throws(ScoringError) -> [Int] {
    var numbers: [Int] = []
    for place in places {
      guard place >= 0, place < open.shown.count else { throw .outOfRange(place) }
      numbers.append(open.shown[place])
    }
    return numbers
  }

  private static func numbers(_ indices: [Int]) -> String {
    var text = ""
    for index in indices { text += text.isEmpty ? "\(index + 1)" : " \(index + 1)" }
    return text
  }
}

// MARK: Answers

extension Grading {
  /// One answer to what is asked.
  private func one(_ verdict: Verdict, given: String, _ mark: Double, passed: Bool? = nil) -> Result {
    let answer = answer(
      open.question.item, given, mark, passed: passed ?? (mark == 1), seconds, hints: open.hintsUsed)
    return Result(verdict: verdict, mark: answer.mark, answers: [answer])
  }

  /// Answers to items, and the mark of the whole, which bears the hints.
  private func summed(_ answers: [Answer], _ verdict: Verdict, _ mark: Double, _ given: String) -> Result {
    let sum = Answer(
      item: open.exercise.whole, kind: open.exercise.kind, given: given,
      mark: Hints.mark(mark, after: open.hintsUsed), hints: open.hintsUsed)
    return Result(verdict: verdict, mark: sum.mark, answers: answers + [sum], sums: 1)
  }

  private func answer(to part: Int, _ given: String, isRight: Bool, _ seconds: Double) -> Answer {
    answer(open.exercise.item(part), given, isRight ? 1 : 0, passed: isRight, seconds, hints: 0)
  }

  private func answer(
    _ item: ItemID, _ given: String, _ mark: Double, passed: Bool, _ seconds: Double, hints: Int
  ) -> Answer {
    Answer(
      item: item, kind: open.exercise.kind, given: given, mark: Hints.mark(mark, after: hints),
      rating: Rating(
        passed: passed, mark: mark, hints: hints, confidence: confidence,
        isScheduled: open.states[item]?.card.due != nil),
      seconds: seconds, hints: hints, confidence: confidence)
  }
}

extension Rating {
  /// The name that the log has for it.
  package var name: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }
}
