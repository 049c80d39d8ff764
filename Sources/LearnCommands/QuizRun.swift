import Course
import Foundation
import Markup
import Practice
import Progress
import Scoring
import Terminal

/// Asks one thing after another, keeps each answer at once, and says why it is right or wrong.
struct QuizRun {
  let app: App
  let store: ProgressStore
  private(set) var answered = 0

  /// The input is over, or the learner wants to leave.
  struct Leaving: Error {
    let isEndOfInput: Bool
  }

  init(app: App, store: ProgressStore) {
    self.app = app
    self.store = store
  }

  mutating func run(_ tasks: [PracticePlan.Task]) throws {
    let cards = tasks.count { if case .card = $0 { true } else { false } }
    var card = 0
    do {
      for (index, task) in tasks.enumerated() {
        if index > 0 { app.write([""]) }
        switch task {
        case .card(let content, let exercise, let state):
          card += 1
          if card == 1 { write(title: exercise.title, kind: "Cards") }
          try ask(content, in: exercise, state: state, number: card, of: cards)
        case .exercise(let exercise): try ask(exercise)
        }
      }
    } catch let leaving as Leaving {
      app.write(["", Line(leaving.isEndOfInput ? "The input ended here." : "Until next time.", .faint)])
    }
    app.write(["", Line("\(answered) \(answered == 1 ? "answer" : "answers") kept.", .faint)])
  }

  private mutating func ask(_ exercise: Exercise) throws {
    write(
      title: exercise.title, kind: exercise.kind.rawValue.prefix(1).uppercased() + exercise.kind.rawValue.dropFirst())
    write(exercise.prompt)
    app.write([""])
    let attempt = try store.state(of: exercise.whole)?.answers ?? 0
    let seed = exercise.shuffleSeed(attempt: attempt)
    switch exercise.content {
    case .sort(let buckets): try ask(sort: buckets, exercise, seed: seed)
    case .order(let items): try ask(order: items, exercise, seed: seed)
    case .choose(let options): try ask(choose: options, exercise, seed: seed)
    case .number(let quantity): try ask(number: quantity, exercise)
    case .cards: break
    }
  }

  // MARK: Words

  func write(title: [Inline], kind: String) {
    app.write(
      text.lines(title, style: .bold).enumerated().map { index, line in
        index == 0 ? Line([Span("\(kind): ", .faint)]) + line : line
      } + [""])
  }

  func write(_ blocks: [Block], indent: String = "") {
    app.write(BlockText(width: app.screen.measure - indent.count).lines(blocks).map { Line(indent) + $0 })
  }

  var text: BlockText { BlockText(width: app.screen.measure) }

  /// A sign that does not rest on colour: ✓ or ✗ and a word.
  func verdict(_ isRight: Bool, _ words: String) -> Line {
    Line([Span(isRight ? "✓ " : "✗ ", .colour(isRight ? .green : .red)), Span(words, .bold)])
  }

  /// A verdict and, behind it, why.
  func write(_ verdict: Line, because reason: [Block]) {
    app.write([verdict])
    write(reason, indent: "  ")
  }

  // MARK: Input

  /// One typed line. `q` leaves, `?` gives the next hint, where there is one, and asks again.
  mutating func line(_ prompt: String, hints: inout ArraySlice<[Block]>) throws -> String {
    while true {
      Output.write(prompt)
      guard let line = readLine() else { throw Leaving(isEndOfInput: true) }
      // A terminal has echoed what was typed; a transcript of piped answers should show it too.
      if !app.screen.isInteractive { Output.write(line + "\n") }
      switch line.trimmingCharacters(in: .whitespaces).lowercased() {
      case "q", "quit": throw Leaving(isEndOfInput: false)
      case "?":
        guard let hint = hints.popFirst() else {
          app.write([Line("There is no further hint.", .faint)])
          continue
        }
        write(hint, indent: "  ")
      default: return line
      }
    }
  }

  mutating func line(_ prompt: String) throws -> String {
    var none: ArraySlice<[Block]> = []
    return try line(prompt, hints: &none)
  }

  // MARK: Keeping

  /// - Parameter isCounted: whether the learner gave it; the mark of a whole sort sums up answers that are counted.
  mutating func keep(_ answer: Answer, isCounted: Bool = true) throws {
    try store.record(answer, at: Int64(Date().timeIntervalSince1970), session: app.session)
    if isCounted { answered += 1 }
  }
}
