import SpacedRepetition

extension Session {
  /// The events that the answer to the question of now puts into the log.
  ///
  /// - Parameters:
  ///   - seconds: from the question to the answer, by a clock that nobody sets.
  ///   - knowsItems: whether the log says which items of the exercise the learner knows of.
  /// - Throws: where the response names what is not there.
  package func submit(
    _ response: Response, confidence: Confidence? = nil, seconds: Double, knowsItems: Bool = true
  ) throws(ScoringError) -> Submission {
    guard let open else { throw .nothingToMark }
    let grading = Grading(open, confidence, seconds)
    let graded = try grading.grade(response)
    var contents: [LogEvent.Content] = []
    if open.exercise.isMarkedByItem, !knowsItems, !practised.contains(open.question.exercise) {
      contents.append(CourseNote.knownItems(of: open.exercise))
    }
    for answer in graded.answers { contents.append(.answer(answer)) }
    return Submission(
      contents: contents, verdict: graded.verdict, mark: graded.mark, sums: graded.sums, isLast: graded.isLast)
  }

  /// The verdict on an answer, now that it is in the log.
  ///
  /// - Parameter recorded: the answers of `submission.contents`, as the log has them.
  package mutating func confirm(_ submission: Submission, _ recorded: [RecordedAnswer]) -> GradedAnswer {
    let given = recorded.dropLast(submission.sums)
    answered += given.count
    isAnswered = submission.isLast
    if let open { practised.insert(open.question.exercise) }
    for answer in given where answer.due != nil { open?.comingBack += 1 }
    if case .item(let chosen, _) = submission.verdict, open?.question.part == nil { open?.sorting?.put(into: chosen) }
    return GradedAnswer(
      verdict: submission.verdict, mark: submission.mark, hints: open?.hintsUsed ?? 0, recorded: Array(given),
      comingBack: open?.comingBack ?? 0)
  }
}
