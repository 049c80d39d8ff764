import Markup
import Practice

/// The readers of what is asked about runs of cells.
extension ExerciseReader {
  /// Reads the cells that stand in the prompt. A prediction goes on showing their code, a diagnosis does not.
  mutating func takeCells(of exercise: inout Exercise, kind: Exercise.Kind) {
    var prompt: [Block] = []
    for block in exercise.prompt {
      guard case .codeBlock(var code) = block.kind, code.language == "swift", code.literal.hasPrefix("//|") else {
        prompt.append(block)
        continue
      }
      guard kind == .predict || kind == .diagnose else {
        report(.strayCell, block.range.start)
        continue
      }
      ownCellCount += 1
      if ownCellCount == CourseLimits.cells + 1 {
        report(.tooMany("cells", limit: CourseLimits.cells), block.range.start)
      }
      guard ownCellCount <= CourseLimits.cells else { continue }
      var reader = CellReader(file: file)
      let number = lessonCells.count + exercise.cells.count + 1
      let cell = reader.read(code, number: number, earlier: lessonCells + exercise.cells)
      problems += reader.problems
      guard let cell, isNew(cell, at: block.range.start) else { continue }
      exercise.cells.append(cell)
      cellEdits.append(cell)
      guard kind == .predict else { continue }
      code.literal = cell.listing
      prompt.append(Block(.codeBlock(code), range: block.range))
    }
    exercise.prompt = prompt
  }

  private mutating func isNew(_ cell: Cell, at position: SourcePosition) -> Bool {
    if lessonCells.contains(where: { $0.id == cell.id }) {
      report(.cellOfLesson(id: cell.id), position)
      return false
    }
    guard let twin = cellEdits.first(where: { $0.id.lowercased() == cell.id.lowercased() }) else { return true }
    report(.duplicateCell(id: cell.id, line: twin.firstLine), position)
    return false
  }

  /// ``answer: `metric ± 0.02` of [the cell](cell:id) with `name=value` ``; a quote behind it says why.
  mutating func prediction(
    _ exercise: inout Exercise, _ answers: [Block], at position: SourcePosition
  ) -> Exercise.Prediction? {
    guard let index = exercise.prompt.lastIndex(where: { $0.begins(with: "answer:") }),
      case .paragraph(let inlines) = exercise.prompt[index].kind
    else {
      report(.noFigure, position)
      return nil
    }
    let place = exercise.prompt[index].range.start
    let feedback = exercise.prompt[(index + 1)...].unquoted
    exercise.prompt.removeSubrange(index...)
    guard let run = run(inlines, of: exercise, at: place) else { return nil }
    guard let figure = run.names.first, run.names.count == 1 else {
      report(.noFigure, place)
      return nil
    }
    let parts = figure.split(separator: "±", maxSplits: 1).map { $0.trimmingSpaces }
    let metric = String(parts[0])
    guard isShown(metric, by: run.run, of: exercise, at: place) else { return nil }
    var answer: Exercise.PredictionAnswer
    if answers.isEmpty {
      guard parts.count == 2, let tolerance = tolerance(parts[1]) else {
        report(.noTolerance(figure), place)
        return nil
      }
      answer = .number(tolerance)
    } else {
      let options = rangeOptions(answers, exercise.id)
      guard isWithin(CourseLimits.items, "options", options.count, at: position) else { return nil }
      reportTwins(options.map(\.item), at: position)
      guard options.count >= 2 else {
        report(.listExpected("a prediction"), position)
        return nil
      }
      answer = .choice(options)
    }
    return Exercise.Prediction(metric: metric, run: run.run, answer: answer, feedback: feedback)
  }

  /// The exercise's own cells, or ``shown: `names` of [the cell](cell:id) with `name=value` ``, and options.
  mutating func diagnosis(
    _ exercise: inout Exercise, _ answers: [Block], at position: SourcePosition
  ) -> Exercise.Diagnosis? {
    var shown: [Exercise.Showing] = []
    var prompt: [Block] = []
    for block in exercise.prompt {
      guard block.begins(with: "shown:"), case .paragraph(let inlines) = block.kind else {
        prompt.append(block)
        continue
      }
      if let run = run(inlines, of: exercise, at: block.range.start) {
        shown.append(Exercise.Showing(run: run.run, names: run.names))
      }
    }
    exercise.prompt = prompt
    guard isWithin(CourseLimits.items, "runs", shown.count, at: position) else { return nil }
    let own = exercise.cells.filter { cell in !shown.contains { $0.run.cell == cell.id } }
    shown = own.map { Exercise.Showing(run: CellRun(cell: $0.id), names: []) } + shown
    guard !shown.isEmpty else {
      report(.nothingShown, position)
      return nil
    }
    guard let options = options(answers, exercise.id, at: position) else { return nil }
    return Exercise.Diagnosis(shown: shown, options: options)
  }

  /// Names in backticks, a link to a cell, settings in backticks. Reports what is wrong with it.
  private mutating func run(
    _ inlines: [Inline], of exercise: Exercise, at place: SourcePosition
  ) -> (run: CellRun, names: [String])? {
    var names: [String] = []
    var found: CellRun?
    for inline in inlines {
      switch inline.kind {
      case .link(let link):
        guard case .cell(let id) = Destination(link.address), found == nil else {
          report(.noCellLinked, inline.range?.start ?? place)
          return nil
        }
        found = CellRun(cell: id)
      case .code(let text) where found == nil: names.append(text)
      case .code(let text): set(text, in: &found, at: inline.range?.start ?? place)
      default: break
      }
    }
    guard let found else {
      report(.noCellLinked, place)
      return nil
    }
    guard (lessonCells + exercise.cells).contains(where: { $0.id == found.cell }) else {
      let suggestion = problems.suggestion(for: found.cell, in: (lessonCells + exercise.cells).map(\.id))
      report(.unknownLink(scheme: "cell", target: found.cell, suggestion: suggestion), place)
      return nil
    }
    if let declared = firstArguments(of: "parameter", in: found, exercise) {
      for name in found.settings.keys.sorted() where !declared.contains(name) {
        report(.unknownSetting(name, suggestion: problems.suggestion(for: name, in: declared)), place)
      }
    }
    return (found, names)
  }

  private mutating func set(_ text: String, in run: inout CellRun?, at place: SourcePosition) {
    let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces }
    if parts.count == 2, parts[0] == "seed", let seed = UInt64(parts[1]) {
      run?.seed = seed
    } else if parts.count == 2, parts[0] != "seed", let value = Float(decimal: parts[1]) {
      run?.settings[String(parts[0])] = value
    } else {
      report(.faultySetting(text), place)
    }
  }

  /// Returns the first arguments with which the cell and those in front of it call a function; `nil` where only a run
  /// can tell.
  private mutating func firstArguments(of function: String, in run: CellRun, _ exercise: Exercise) -> [String]? {
    let all = lessonCells + exercise.cells
    guard let cell = all.first(where: { $0.id == run.cell }) else { return [] }
    var texts: [String] = []
    for part in all.needed(by: cell) + [cell] {
      // Many exercises may be about the same cell.
      let own = firstArguments[function]?[part.id] ?? part.firstArguments(of: function)
      firstArguments[function, default: [:]].updateValue(own, forKey: part.id)
      guard let own else { return nil }
      texts += own
    }
    return texts
  }

  /// A metric whose name stands in the cell's text; one that only a run can tell is believed.
  private mutating func isShown(
    _ metric: String, by run: CellRun, of exercise: Exercise, at place: SourcePosition
  ) -> Bool {
    guard let shown = firstArguments(of: "metric", in: run, exercise), !shown.contains(metric) else {
      return true
    }
    let suggestion = problems.suggestion(for: metric, in: shown)
    report(.unknownMetric(metric, cell: run.cell, suggestion: suggestion), place)
    return false
  }
}
