import Messages
import Course
import Events
import Figures
import Foundation
import Markup
import Practice
import Terminal
import Workspace

/// What is asked about runs of cells. Where they cannot run, the exercise is left out and a sentence says why.
extension QuizRun {
  func ask(_ prediction: Exercise.Prediction, _ exercise: Exercise, of lesson: Lesson) async throws {
    guard let recording = try await recording(prediction.run, exercise, of: lesson) else { return }
    guard let metric = recording.metric(prediction.metric), metric.value.isFinite else {
      return leaveOut("the cell shows no figure “\(prediction.metric)” (\(exercise.file))")
    }
    guard let key = prediction.key(metric.value, unit: metric.unit) else {
      return leaveOut("no option has the figure \(metric.valueText) (\(exercise.file))")
    }
    session.resolve(key)
    switch prediction.answer {
    case .number(let tolerance):
      let quantity = prediction.quantity(Double(metric.value), tolerance, unit: metric.unit)
      try ask(number: quantity, answer: quantity.text { Figure.text(Float($0)) }, exercise)
    case .choice(let options):
      let chosen = try choose(options.map(\.item.text), isSingle: true, exercise)
      try askConfidence()
      let graded = try record(.places(chosen), exercise)
      context.write([Line("\(metric.name): \(metric.valueText)", .bold)])
      guard case .choice(_, let key, _) = key else { return }
      for (index, option) in options.enumerated() where chosen.contains(index) || key[index] {
        write(verdict(option: index, isChosen: chosen.contains(index), key[index]), because: option.item.feedback)
      }
      write(prediction.feedback, indent: "  ")
      tellScore(graded)
      tell(graded)
    }
    sayHowToRun(prediction.run, of: lesson)
  }

  func ask(_ diagnosis: Exercise.Diagnosis, _ exercise: Exercise, of lesson: Lesson) async throws {
    for showing in diagnosis.shown {
      guard let recording = try await recording(showing.run, exercise, of: lesson) else { return }
      shown.append(recording.part(showing.names))
    }
    for recording in shown {
      write(recording)
    }
    try ask(choose: diagnosis.options, exercise)
    guard !exercise.cells.isEmpty else { return }
    context.write(["", Line("This is what was run:", .faint)])
    for cell in exercise.cells {
      context.write(CodeText.lines(cell.listing, width: screen.measure - 2).map { Line("  ") + $0 } + [""])
    }
  }

  /// What the run showed; `nil` where it cannot be had, and then it is said why.
  private func recording(_ run: CellRun, _ exercise: Exercise, of lesson: Lesson) async throws -> Recording? {
    do {
      if let recorded = try runs.recorded(run, exercise, lesson) { return recorded }
      say("Running this exercise's cell; what it shows is kept …")
      return try await runs.record(run, exercise, lesson)
    } catch {
      let explanation = Explanation(error)
      if explanation.status == .interrupted { throw ExitReason.interrupt }
      leaveOut(explanation.reason)
      return nil
    }
  }

  private func leaveOut(_ reason: String) {
    context.write(text.lines("Left out, for it needs a cell's run: \(reason).", style: .faint))
  }

  private func sayHowToRun(_ run: CellRun, of lesson: Lesson) {
    guard let cell = lesson.cells.first(where: { $0.id == run.cell }) else { return }
    let settings = run.settings.keys.sorted().map {
      Shell.option("--set", "\($0)=\(Figure.text(run.settings[$0] ?? 0))")
    }.joined()
    let seed = run.seed.map { " --seed \($0)" } ?? ""
    let command = "learn run cell \(cell.number) --lesson \(lesson.number)\(settings)\(seed)\(context.courseWords)"
    // Not wrapped: somebody may copy it.
    context.write([Line("See for yourself: \(command)", .faint)])
  }
}
