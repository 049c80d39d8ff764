import Course
import Events
import Figures
import Markup
import Practice

/// Gaps, lines and figures, as a page shows them.
extension ExerciseFields {
  mutating func addCloze(_ cloze: Exercise.Cloze) {
    fields["isCloze"] = true
    fields["items"] = cloze.blanks.enumerated().map { index, blank -> Fields in
      [
        "number": index + 1, "answer": ([blank.answer] + blank.alternatives).joined(separator: ", or "),
        "whyHTML": html.html(blank.feedback),
      ]
    }
  }

  mutating func add(_ listing: Exercise.Listing, _ seed: UInt64) {
    let offered = listing.offered
    fields["isParsons"] = true
    fields["shuffled"] = Shuffle.neverSolved(offered.count, seed: seed).map { SwiftHTML.html(offered[$0].text) }
    fields["codeHTML"] = SwiftHTML.html(listing.code.literal)
    fields["items"] = offered.enumerated().filter { !$1.feedback.isEmpty || $0 >= listing.lines.count }.map {
      index, line -> Fields in
      [
        "lineHTML": SwiftHTML.html(line.text), "whyHTML": html.html(line.feedback),
        "stranger": index >= listing.lines.count,
      ]
    }
  }

  mutating func add(_ prediction: Exercise.Prediction, _ recording: Recording?) {
    let metric = recording?.metric(prediction.metric)
    switch prediction.answer {
    case .number(let tolerance):
      let answer = metric.map { metric in
        let quantity = prediction.quantity(Double(metric.value), tolerance, unit: metric.unit)
        return quantity.text { Figure.text(Float($0)) }
      }
      addAnswer(answer ?? Self.notRun, because: prediction.feedback)
    case .choice(let options):
      let right = metric.flatMap { metric in options.firstIndex { $0.range.contains(metric.value) } }
      guard let metric, let right else {
        // Without the figure nobody can say which option is right.
        return addAnswer(Self.notRun, because: prediction.feedback)
      }
      fields["isChoose"] = true
      fields["items"] = options.enumerated().map { index, option -> Fields in
        let isRight = index == right
        let figure = isRight ? "<p>\(metric.sentence.escapedForHTML).</p>" + html.html(prediction.feedback) : ""
        return [
          "textHTML": html.html(option.item.text), "whyHTML": figure + html.html(option.item.feedback),
          "right": isRight,
        ]
      }
    }
  }

  private static let notRun = "The cell was not run when this page was made"

  /// Adds what is to be diagnosed, in front of the options.
  mutating func add(
    _ shown: [Exercise.Showing], _ recordings: [CellRun: Recording], _ exercise: Exercise, _ lesson: Lesson
  ) {
    var parts: [Fields] = []
    for (index, showing) in shown.enumerated() {
      guard let recording = recordings[showing.run], var cell = lesson.cells(for: showing.run, of: exercise)?.cell
      else { continue }
      // Pictures of another run than the lesson's own have names of their own.
      cell.id = "\(exercise.id)-\(index + 1)"
      let output = OutputFields(recording.part(showing.names), of: cell, in: lesson)
      // The code tells the fault, and so might what was set.
      parts.append(["parts": output.fields["parts"] ?? [] as [Fields], "parameters": [] as [Fields]])
      pictures.merge(output.pictures) { $1 }
    }
    fields["shown"] = parts
    fields["listings"] = exercise.cells.map { SwiftHTML.html($0.listing) }
    fields["hasListings"] = !exercise.cells.isEmpty
  }
}
