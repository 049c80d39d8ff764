import Course
import Events
import Figures
import Messages
import Practice
import Terminal
import Workspace

/// Questions about runs of cells. Where they cannot run, the exercise is left out and a sentence says why.
extension QuizRun {
  /// Shows the recordings that are asked about, and tells the session what is right.
  ///
  /// - Returns: whether the exercise can be asked.
  func showRuns(of exercise: Exercise, in lesson: Lesson) async throws -> Bool {
    switch exercise.content {
    case .predict(let prediction):
      guard let recording = try await recording(prediction.run, exercise, of: lesson) else { return false }
      guard let metric = recording.metric(prediction.metric), metric.value.isFinite else {
        return leaveOut("the cell shows no figure “\(prediction.metric)” (\(exercise.file))")
      }
      guard let key = prediction.key(metric.value, unit: metric.unit) else {
        return leaveOut("no option has the figure \(metric.valueText) (\(exercise.file))")
      }
      session.resolve(key)
      console.head?.figure = metric
    case .diagnose(let diagnosis):
      for showing in diagnosis.shown {
        guard let recording = try await recording(showing.run, exercise, of: lesson) else { return false }
        console.head?.recordings.append(recording.part(showing.names))
      }
      console.showRuns()
    case .sort, .order, .choose, .number, .cloze, .parsons, .cards: break
    }
    return true
  }

  /// The recording of a run; `nil` where it cannot be had, and then it is said why.
  private func recording(_ run: CellRun, _ exercise: Exercise, of lesson: Lesson) async throws -> Recording? {
    do {
      if let recorded = try runs.recorded(run, exercise, lesson) { return recorded }
      console.say("Running this exercise's cell; what it shows is kept …")
      return try await runs.record(run, exercise, lesson)
    } catch {
      let explanation = Explanation(error)
      if explanation.status == .interrupted { throw Console.ExitReason.interrupt }
      _ = leaveOut(explanation.reason)
      return nil
    }
  }

  private func leaveOut(_ reason: String) -> Bool {
    console.say("Left out, for it needs a cell's run: \(reason).")
    return false
  }

  /// Says how to run once more what was asked about.
  func sayWhatWasRun(_ exercise: Exercise, of lesson: Lesson) {
    switch exercise.content {
    case .predict(let prediction): sayHowToRun(prediction.run, of: lesson)
    case .diagnose where !exercise.cells.isEmpty:
      console.show(["", Line("This is what was run:", .faint)])
      for cell in exercise.cells {
        console.show(CodeText.lines(cell.listing, width: console.text.width - 2).map { Line("  ") + $0 } + [""])
      }
    default: break
    }
  }

  private func sayHowToRun(_ run: CellRun, of lesson: Lesson) {
    guard let cell = lesson.cells.first(where: { $0.id == run.cell }) else { return }
    let settings = run.settings.keys.sorted().map {
      Shell.option("--set", "\($0)=\(Figure.text(run.settings[$0] ?? 0))")
    }.joined()
    let seed = run.seed.map { " --seed \($0)" } ?? ""
    let command = "learn run \(lesson.number).\(cell.number)\(settings)\(seed)\(context.courseWords)"
    // Not wrapped: somebody may copy it.
    console.show([Line("See for yourself: \(command)", .faint)])
  }
}
