import Course
import Messages
import Terminal

/// The conversation with somebody who reads a lesson: with keys a page at a time, from each section's top; without them a
/// section at a time, and a line behind each. A section counts as read behind its last page.
final class ReadingConversation {
  private let context: Context
  private let options: CommonOptions
  private let reading: LessonReading
  private let console: Console
  private var lesson: Lesson { reading.lesson }
  /// Is called with the section that is read next; the count of sections means the end. `nil` where no place is kept.
  private let keep: ((Int) throws -> Void)?
  private var section = 0
  private var pager = Pager([], width: 1, rows: 1)
  /// Whether something else stands below the page: back is back to it.
  private var isAside = false
  private var watched: [SignalWatch] = []

  init(_ reading: LessonReading, options: CommonOptions, keep: ((Int) throws -> Void)? = nil) {
    context = reading.context
    self.options = options
    self.reading = reading
    self.keep = keep
    console = Console(context.screen, write: context.output.write)
  }

  private var usesKeys: Bool { console.usesKeys }
  private var next: String { "`learn next\(context.courseWords)`" }

  /// - Parameter start: the section to begin with, counted from 0.
  func read(from start: Int) async throws {
    section = start
    watch()
    defer { unwatch() }
    open(section)
    while true {
      switch ask() {
      case .on:
        if try goOn() { return finish() }
      case .back: try goBack()
      case .top:
        pager.goToTop()
        showPage()
      case .redraw: lay()
      case .keys: showKeys()
      case .run(let name): await run("run", name, lesson.cells)
      case .edit(let name): await run("edit", name, lesson.cells)
      case .explore(let name): await run("explore", name, lesson.cells.filter(\.isExplorable))
      case .term(let name): define(name)
      case .search(let words): search(words)
      case .practise:
        await run(["quiz", "--lesson", lesson.id])
      case .leave: return leave()
      case .interrupt:
        leave()
        throw Failure("interrupted", status: .interrupted)
      }
    }
  }

  // MARK: Pages

  private func open(_ number: Int, at line: ([Line]) -> Int? = { _ in nil }) {
    section = number
    let screen = console.screen, lines = reading.lines(section, screen)
    // Without keys nothing goes page by page: whoever listens hears a section.
    pager =
      usesKeys
      ? Pager(lines, width: screen.width, rows: screen.height - 1) : Pager(lines, width: .max, rows: lines.count)
    if usesKeys { pager.go(to: line) }
    showPage()
  }

  private func showPage() {
    isAside = false
    console.show(Array(pager.page))
  }

  /// The window has another size: the page is laid anew, from no further down.
  private func lay() {
    let screen = console.screen
    pager.lay(reading.lines(section, screen), width: screen.width, rows: screen.height - 1)
    showPage()
  }

  /// - Returns: whether the lesson has come to its end.
  private func goOn() throws -> Bool {
    if pager.goOn() {
      showPage()
      return false
    }
    try keep?(section + 1)
    guard section + 1 < lesson.sections.count else { return true }
    console.show([""])
    open(section + 1)
    return false
  }

  private func goBack() throws {
    if isAside || pager.goBack() { return showPage() }
    guard section > 0 else { return showPage() }
    try keep?(section - 1)
    open(section - 1)
  }

  private func leave() {
    guard keep != nil else { return }
    console.say("Your place is kept: \(next) goes on here.")
  }

  private func finish() {
    console.show([Line("You have finished “\(lesson.title)”.", .bold)])
    console.show([Line("Practise it with `learn quiz --lesson \(lesson.number)\(context.courseWords)`.")])
  }

  // MARK: Asking

  private func ask() -> ReadingStep {
    usesKeys ? askForKey() : askForLine()
  }

  private var isLast: Bool { section + 1 == lesson.sections.count && pager.isLast }

  private func askForKey() -> ReadingStep {
    let cells = cellsInSight()
    let footer = ReadingFooter(
      section: (section + 1, lesson.sections.count), page: pager.place, hasCells: !cells.isEmpty,
      isExplorable: cells.contains(where: \.isExplorable), isLast: isLast)
    context.output.write(Line(footer.line(width: console.screen.width - 1), .faint).rendered(context.screen.colours))
    let key = KeyReader().next { ReadingStep($0) != nil }
    context.output.write("\r\u{1B}[K")
    return ReadingStep(key) ?? .leave
  }

  private func askForLine() -> ReadingStep {
    let place = "Section \(section + 1) of \(lesson.sections.count)"
    console.show([""])
    while true {
      do throws(Console.ExitReason) {
        let line = try console.words("\(place) · Enter: \(isLast ? "done" : "on") · ?: what else · q: leave > ")
        if let step = ReadingStep(line: line) { return step }
        console.say("“\(line)” means nothing here; `?` says what does.")
      } catch {
        console.show([""])
        return error == .interrupt ? .interrupt : .leave
      }
    }
  }

  private func showKeys() {
    let keys: [(String, String)] =
      usesKeys
      ? [
        ("space, Enter, →, ↓", "on"), ("b, ←, ↑", "back"), ("Home", "to the section's top"),
        ("r · e · x", "run, edit, explore the section's cell"), ("g", "look a term up"),
        ("/", "search this lesson"), ("p", "practise this lesson"), ("q, Esc", "leave; your place is kept"),
      ]
      : [
        ("Enter", "on"), ("b", "back"), ("r, or r 2", "run the section's cell, or cell 2"),
        ("e, or e 2", "edit it"), ("g WORD", "look a term up"), ("/WORDS", "search this lesson"),
        ("p", "practise this lesson"), ("q", "leave; your place is kept"),
      ]
    isAside = true
    let width = (keys.map(\.0.columns).max() ?? 0) + 2
    console.show(
      keys.map { key, name in
        Line(key + String(repeating: " ", count: width - key.columns)) + Line(name, .faint)
      })
  }

  /// A line that is asked for; `nil` where there is none.
  private func typed(_ prompt: String) -> String? {
    do throws(Console.ExitReason) {
      let line = try console.words(prompt)
      return line.allSatisfy(\.isWhitespace) ? nil : line
    } catch {
      return nil
    }
  }

  // MARK: Aside

  private func define(_ name: String) {
    isAside = true
    guard let name = name.isEmpty ? typed("Term: ") : name else { return }
    do {
      console.show(try Glossary.lines(of: context.course.terms(named: name), in: context))
    } catch {
      console.say(Self.sentence(error))
    }
  }

  /// Goes to the next section that has the words, and begins anew behind the last one.
  private func search(_ words: String) {
    isAside = true
    guard let words = words.isEmpty ? typed("Search: ") : words, let search = LessonSearch([words]) else { return }
    let found = search.hits(in: [lesson]).map(\.section).sorted()
    guard let next = found.first(where: { $0 > section }) ?? found.first else {
      return console.say("Nothing in this lesson has “\(words)”. `learn search` looks in all of them.")
    }
    console.say("\(found.count) \(found.count == 1 ? "section has" : "sections have") it. Section \(next + 1):")
    open(next) { search.line(in: $0) }
  }

  /// Runs a command about a cell of the section: the named one, the only one, or the one that is chosen.
  private func run(_ command: String, _ name: String?, _ known: [Cell]) async {
    isAside = true
    let here = cellsInSight().filter { cell in known.contains { $0.id == cell.id } }
    do {
      let cell = try name.map { try lesson.cell(named: $0) } ?? (here.count > 1 ? choice(of: here) : here.first)
      guard let cell else {
        if here.isEmpty { console.say("There is no cell to \(command) in this section.") }
        return
      }
      await run([command, "\(lesson.number).\(cell.number)"])
    } catch {
      console.say(Self.sentence(error))
    }
  }

  private static func sentence(_ error: any Error) -> String {
    let explanation = Explanation(error)
    let message = explanation.message.prefix(1).uppercased() + explanation.message.dropFirst()
    return message + (explanation.help.map { "; \($0)" } ?? ".")
  }

  /// The cells that begin on the page; where none does, the one that goes on from a page before.
  private func cellsInSight() -> [Cell] {
    let places = reading.cells(section).map { cell in
      (cell: cell, place: pager.place(ofFirst: { LessonText.isHead($0, of: cell) }))
    }
    let here = places.filter { $0.place == .onPage }.map(\.cell)
    return here.isEmpty ? places.filter { $0.place == .before }.suffix(1).map(\.cell) : here
  }

  private func choice(of cells: [Cell]) -> Cell? {
    let names = cells.map { "\($0.number) (\($0.id))" }.joined(separator: ", ")
    // There is a digit for each: no page has room for ten.
    guard usesKeys else {
      console.say("Which one? \(names): for example `r \(cells[0].number)`.")
      return nil
    }
    console.say("Which cell? \(names) · Enter: none")
    func cell(_ key: Key) -> Cell? {
      guard case .character(let digit) = key else { return nil }
      return cells.first { "\($0.number)" == "\(digit)" }
    }
    return cell(KeyReader().next { cell($0) != nil || [.escape, .enter, .character("q")].contains($0) })
  }

  /// Runs a command as if it had been typed; what ends it does not end the reading.
  private func run(_ words: [String]) async {
    isAside = true
    var words = words
    if let course = options.course { words += ["--course", course] }
    if options.plain { words.append("--plain") }
    let line = words
    console.show([""])
    _ = await Interruption.undertake { await Learn.status(of: line) }
    console.show([""])
  }

  private func watch() {
    watched = Interruption.watch() + (usesKeys ? [Interruption.watchWindow()] : [])
  }

  private func unwatch() {
    watched.forEach { $0.cancel() }
    watched = []
  }
}
