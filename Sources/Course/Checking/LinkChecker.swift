import Foundation
import Markup
import Mathematics

/// A checker that follows every link of a course and reads every formula: terms, lessons, cells and files must be
/// there.
struct LinkChecker: Sendable {
  private let course: Course
  private let files: CourseFiles
  private let terms: Set<String>
  private let lessons: Set<String>
  private var cells: Set<String> = []
  private var found: [Problem] = []
  private var file = ""
  /// The number of problems that the course has without these.
  private let told: Int

  init(_ course: Course, told: Int = 0) {
    self.course = course
    self.told = told
    files = course.files
    terms = Set(course.glossary.keys)
    lessons = Set(course.lessons.map(\.id))
  }

  var problems: [Problem] {
    course.lessons.concurrentMap { lesson in
      var checker = self
      checker.check(lesson)
      return checker.found
    }.flatMap { $0 }
  }

  private mutating func check(_ lesson: Lesson) {
    cells = Set(lesson.cells.map(\.id))
    file = lesson.file
    for section in lesson.sections {
      check(section.title)
      for part in section.parts { check(part) }
    }
    for footnote in lesson.footnotes { check(footnote.blocks) }
    lesson.exercises.forEach { check($0) }
  }

  private mutating func check(_ exercise: Exercise) {
    file = exercise.file
    check(exercise.title)
    check(exercise.prompt)
    exercise.hints.forEach { check($0) }
    check(exercise.content)
  }

  /// Returns the problems of exercises that belong to no course yet: there is nothing in it that they could link to.
  static func problems(of exercises: [Exercise]) -> [Problem] {
    let course = Course(
      folder: URL(filePath: "/dev/null"), id: nil, title: "", promise: "", language: "", licence: "", authors: [],
      lessons: [], glossary: [:], problems: [])
    var checker = LinkChecker(course)
    exercises.forEach { checker.check($0) }
    return checker.found
  }

  private mutating func check(_ part: Section.Part) {
    switch part {
    case .block(let block): check([block])
    case .cell: break
    case .tabs(let tabs):
      for tab in tabs {
        check(tab.title)
        check(tab.blocks)
      }
    case .timeline(let list): list.items.forEach { check($0.blocks) }
    case .note(let note): check(note.blocks)
    }
  }

  private mutating func check(_ content: Exercise.Content) {
    switch content {
    case .sort(let buckets):
      for bucket in buckets {
        check(bucket.name)
        bucket.items.forEach { check($0) }
      }
    case .order(let items): items.forEach { check($0) }
    case .choose(let options): options.forEach { check($0.item) }
    case .number(let quantity): check(quantity.feedback)
    case .cloze(let cloze):
      // The prompt has gaps where a link may stand.
      check(cloze.text)
      cloze.blanks.forEach { check($0.feedback) }
    case .predict(let prediction):
      check(prediction.feedback)
      if case .choice(let options) = prediction.answer { options.forEach { check($0.item) } }
    case .parsons(let listing): listing.offered.forEach { check($0.feedback) }
    case .diagnose(let diagnosis): diagnosis.options.forEach { check($0.item) }
    case .cards(let cards):
      for card in cards {
        check(card.front)
        check(card.back)
      }
    }
  }

  private mutating func check(_ item: Exercise.Item) {
    check(item.text)
    check(item.feedback)
  }

  private mutating func check(_ blocks: [Block]) {
    blocks.forEachBlock { block in
      for inlines in block.inlineContents { check(inlines) }
      if case .codeBlock(let code) = block.kind, code.language == "math" {
        check(formula: code.literal, code.contentStart)
      }
    }
  }

  private mutating func check(_ inlines: [Inline]) {
    inlines.forEachInline { inline in
      switch inline.kind {
      case .link(let link), .image(let link): check(Destination(link.address), inline.range?.start)
      case .mathematics(let tex): check(formula: tex, inline.range?.start)
      default: break
      }
    }
  }

  /// The error's own place: `start` is where the formula begins.
  private mutating func check(formula: String, _ start: SourcePosition?) {
    do {
      _ = try Formula.parse(formula)
    } catch {
      let before = formula.utf8.prefix(error.offset)
      let newlines = before.count { $0 == UInt8(ascii: "\n") }
      let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
      let position = start.map {
        SourcePosition(line: $0.line + newlines, column: (newlines == 0 ? $0.column : 1) + column)
      }
      report(.formula(error), position)
    }
  }

  private mutating func check(_ destination: Destination, _ position: SourcePosition?) {
    switch destination {
    case .web, .mail, .fragment: break
    case .glossary(let term):
      need(term, in: terms, scheme: "glossary term", position)
    case .lesson(let id):
      need(id, in: lessons, scheme: "lesson", position)
    case .cell(let id):
      need(id, in: cells, scheme: "cell", position)
    case .path(let path):
      let target = String(path.prefix { $0 != "#" && $0 != "?" })
      guard let place = course.path(to: target, from: file) else { return report(.fileOutside(target), position) }
      do throws(CourseFiles.Refusal) {
        try files.check(place)
      } catch {
        // A page has no place for a folder.
        report(error == .folder ? .missingFile(target) : Problem.Kind(error, target), position)
      }
    case .refused(let address): report(.linkNotAllowed(address), position)
    }
  }

  private mutating func need(_ name: String, in known: Set<String>, scheme: String, _ position: SourcePosition?) {
    guard !known.contains(name) else { return }
    let suggestion = told < Problem.mostTold ? found.suggestion(for: name, in: known.sorted()) : nil
    report(.unknownLink(scheme: scheme, target: name, suggestion: suggestion), position)
  }

  private mutating func report(_ kind: Problem.Kind, _ position: SourcePosition?) {
    found.append(Problem(kind, file: file, at: position))
  }
}
