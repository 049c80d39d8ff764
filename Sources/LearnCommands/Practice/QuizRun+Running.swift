import Course
import Events
import Figures
import Foundation
import Markup
import Practice
import Scoring
import Terminal

/// What is asked about runs of cells. Where they cannot run, the exercise is left out and a sentence says why.
extension QuizRun {
  func ask(_ prediction: Exercise.Prediction, _ asking: inout Asking) async throws {
    guard let recording = try await recording(prediction.run, asking.question) else { return }
    let cell = asking.question.exercise.file
    guard let metric = recording.metric(prediction.metric), metric.value.isFinite else {
      return leaveOut("the cell shows no figure “\(prediction.metric)” (\(cell))")
    }
    switch prediction.answer {
    case .number(let tolerance):
      let quantity = prediction.quantity(Double(metric.value), tolerance, unit: metric.unit)
      try ask(number: quantity, answer: quantity.text { Figure.text(Float($0)) }, &asking)
    case .choice(let options):
      guard let right = options.firstIndex(where: { $0.range.contains(metric.value) }) else {
        return leaveOut("no option has the figure \(metric.valueText) (\(cell))")
      }
      // Ranges stay in their order: shuffled, they would be a riddle of their own.
      let chosen = try choose(options.map(\.item.text), isSingle: true, &asking)
      try askConfidence(&asking)
      let score = try ChoiceScore(chosen: chosen, key: options.indices.map { $0 == right })
      let given = chosen.map { options[$0].item.id }.joined(separator: " ")
      let kept = try keep(Marked(given: given, mark: score.mark, passed: score.mark == 1), asking)
      app.write([Line("\(metric.name): \(metric.valueText)", .bold)])
      for index in options.indices where chosen.contains(index) || index == right {
        let words = index == right ? (chosen.contains(index) ? "is right." : "would have been right.") : "is wrong."
        let isRight = index == right && chosen.contains(index)
        write(verdict(isRight, "\(index + 1) \(words)"), because: options[index].item.feedback)
      }
      write(prediction.feedback, indent: "  ")
      app.write([Line(self.score(Hints.mark(score.mark, after: asking.hintsUsed)) + spent(asking.hintsUsed), .bold)])
      tell(kept)
    }
    sayHowToRun(prediction.run, asking.question)
  }

  func ask(_ diagnosis: Exercise.Diagnosis, _ asking: inout Asking) async throws {
    for showing in diagnosis.shown {
      guard let recording = try await recording(showing.run, asking.question) else { return }
      asking.shown.append(recording.part(showing.names))
    }
    for recording in asking.shown {
      write(recording)
    }
    try ask(choose: diagnosis.options, &asking)
    let own = asking.question.exercise.cells
    guard !own.isEmpty else { return }
    app.write(["", Line("This is what was run:", .faint)])
    for cell in own {
      app.write(CodeText.lines(cell.listing, width: screen.measure - 2).map { Line("  ") + $0 } + [""])
    }
  }

  /// What the run showed; `nil` where it cannot be had, and then it is said why.
  private func recording(_ run: CellRun, _ question: Question) async throws -> Recording? {
    do {
      if let recorded = try runs.recorded(run, question.exercise, question.lesson) { return recorded }
      say("Running this exercise's cell; what it shows is kept …")
      return try await runs.record(run, question.exercise, question.lesson)
    } catch {
      let failure = Failure(error, in: app.course.folder)
      if failure.status == .interrupted { throw Leaving.interrupt }
      leaveOut(failure.reason)
      return nil
    }
  }

  private func leaveOut(_ reason: String) {
    app.write(text.lines("Left out, for it needs a cell's run: \(reason).", style: .faint))
  }

  private func sayHowToRun(_ run: CellRun, _ question: Question) {
    guard let cell = question.lesson.cells.first(where: { $0.id == run.cell }) else { return }
    let settings = run.settings.keys.sorted().map {
      Shell.option("--set", "\($0)=\(Figure.text(run.settings[$0] ?? 0))")
    }.joined()
    let seed = run.seed.map { " --seed \($0)" } ?? ""
    let command = "learn run cell \(cell.number) --lesson \(question.lesson.number)\(settings)\(seed)\(app.courseWords)"
    // Not wrapped: somebody may copy it.
    app.write([Line("See for yourself: \(command)", .faint)])
  }
}
