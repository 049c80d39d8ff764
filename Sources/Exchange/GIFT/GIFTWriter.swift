import Course
import Foundation
import Markup
import Practice

/// A writer of exercises as GIFT, in Markdown, with what GIFT has no place for (hints, units) in comments that only
/// this course reads.
///
/// A sort becomes a matching question, and so does an ordering, whose answers are the places; a text with gaps becomes
/// a question for each gap. Cards, listings and what needs a run of a cell are left out.
package struct GIFTWriter {
  let course: Course
  let lessons: [Lesson]

  package init(course: Course, lessons: [Lesson]) {
    self.course = course
    self.lessons = lessons
  }

  @discardableResult
  package func write(to file: URL, replacing: Bool = false) throws(ExchangeError) -> ExportReport {
    let (text, report) = text()
    guard report.written > 0 else { throw .nothingToExport(report.leftOut) }
    try OutputFile(url: file, replacing: replacing).write(Data(text.utf8))
    return report
  }

  /// The whole file, and what is in it.
  func text() -> (String, ExportReport) {
    var report = ExportReport(written: 0)
    var text = ""
    for lesson in lessons {
      text += "$CATEGORY: \(category(course.title))/\(category(lesson.title))\n\n"
      for exercise in lesson.exercises {
        let questions = Self.questions(exercise)
        if questions.isEmpty { report.leftOut.add(exercise) }
        report.written += questions.count
        text += questions.joined()
      }
    }
    return (text, report)
  }

  /// A slash would begin a category within.
  private func category(_ title: String) -> String { title.replacing("/", with: "//") }

  static func questions(_ exercise: Exercise) -> [String] {
    let text = GIFTMarkdown.text(exercise.title, exercise.prompt)
    switch exercise.content {
    case .sort(let buckets):
      let pairs = buckets.flatMap { bucket in bucket.items.map { ($0, bucket.name.plainText) } }
      return [question(exercise, text, matching(pairs), reasons: pairs.map(\.0))]
    case .order(let items):
      let pairs = items.enumerated().map { ($1, "\($0 + 1)") }
      return [question(exercise, text, matching(pairs), reasons: items)]
    case .choose(let options): return [question(exercise, text, choice(options))]
    case .number(let quantity):
      let answer = "#\(Exercise.Quantity.number(quantity.value)):\(Exercise.Quantity.number(quantity.tolerance))"
      let asked = quantity.unit.isEmpty ? text : text + "\n\n" + GIFTMarkdown.unitSentence(quantity.unit)
      let body = [answer.replacing("−", with: "-")] + general(GIFTMarkdown.text(quantity.feedback))
      return [question(exercise, asked, body, comments: quantity.unit.isEmpty ? [] : [("unit", quantity.unit)])]
    case .cloze(let cloze): return gaps(exercise, cloze)
    case .cards, .parsons, .predict, .diagnose: return []
    }
  }

  private static func question(
    _ exercise: Exercise, _ text: String, _ answers: [String], reasons: [Exercise.Item] = [],
    comments: [(name: String, value: String)] = [],
    part: Int? = nil
  ) -> String {
    let id = part.map { "\(exercise.id)-\($0)" } ?? exercise.id
    var lines = ["// [id:\(id)] [tag:\(exercise.kind.rawValue)]"]
    let hints = exercise.hints.map { (name: "hint", value: GIFTMarkdown.text($0)) }
    lines += (comments + hints).map { "// \($0.name): \(escaped($0.value))" }
    let body = answers + general(GIFTMarkdown.reasons(reasons))
    lines.append("::\(escaped(exercise.title.plainText))::[markdown]\(text.isEmpty ? "" : escaped(text)){")
    return (lines + body.map { "\t" + $0 } + ["}"]).joined(separator: "\n") + "\n\n"
  }

  private static func choice(_ options: [Exercise.Option]) -> [String] {
    let right = options.count(where: \.isRight)
    let wrong = options.count - right
    return options.map { option in
      let sign: String
      if right == 1 {
        sign = option.isRight ? "=" : "~"
      } else {
        sign = "~%\(weight(option.isRight ? 1 : -1, of: option.isRight ? right : wrong))%"
      }
      return sign + answer(GIFTMarkdown.text(option.item.text), option.item.feedback)
    }
  }

  /// Moodle knows the shares that it allows by five decimals.
  private static func weight(_ sign: Double, of count: Int) -> String {
    let text = String(format: "%.5f", sign * 100 / Double(count))
    return text.hasSuffix(".00000") ? String(text.dropLast(6)) : text
  }

  private static func matching(_ pairs: [(Exercise.Item, String)]) -> [String] {
    // An arrow separates the two sides, and nothing escapes it.
    pairs.map { item, place in
      "=" + escaped(GIFTMarkdown.text(item.text)).replacing("->", with: "→") + " -> "
        + escaped(place).replacing("->", with: "→")
    }
  }

  private static func answer(_ text: String, _ feedback: [Block]) -> String {
    let reason = GIFTMarkdown.text(feedback)
    return escaped(text) + (reason.isEmpty ? "" : "#" + escaped(reason))
  }

  private static func general(_ feedback: String) -> [String] {
    feedback.isEmpty ? [] : ["####" + escaped(feedback)]
  }

  /// A question for each gap; the words of the others are shown.
  private static func gaps(_ exercise: Exercise, _ cloze: Exercise.Cloze) -> [String] {
    cloze.blanks.indices.map { place in
      let blank = cloze.blanks[place]
      let parts = GIFTMarkdown.text(exercise.title, cloze.text, gap: place)
      let answers = [answer(blank.answer, blank.feedback)] + blank.alternatives.map { answer($0, []) }
      let text = question(
        exercise, parts.before, answers.map { "=" + $0 }, part: cloze.blanks.count == 1 ? nil : place + 1)
      return text.dropLast(2) + (parts.after.isEmpty ? "" : escaped(parts.after)) + "\n\n"
    }
  }

  /// Returns the text in one line, with all that means something in GIFT behind a backslash. A single colon means
  /// something only in numbers.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      switch character {
      case "\\", "~", "=", "#", "{", "}": escaped += "\\" + String(character)
      case ":":
        let isAlone =
          index > 0 && index + 1 < characters.count && characters[index - 1] != ":" && characters[index + 1] != ":"
        escaped += isAlone ? ":" : "\\:"
      case "\n", "\r\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
