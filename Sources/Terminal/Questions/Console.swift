import Figures
import Foundation
import Messages
import Practice

/// The terminal of a conversation about exercises: lines go out; keys, boards and typed lines come in.
package final class Console {
  /// The reason why nothing more is read.
  package enum ExitReason: Error, Equatable {
    case endOfInput, quit, interrupt
    /// The question is left for another time.
    case command(CardCommand)
  }

  /// Takes the next hint and gives its number, counted from 0; `nil` where there is none.
  package typealias Hint = () -> Int?

  /// The head of the question of now, for boards to stand under and hints to belong to.
  package var head: QuestionHead?
  private let place: Screen
  private let asksConfidence: Bool
  private let write: (String) -> Void

  /// - Parameters:
  ///   - asksConfidence: whether learners are asked how sure they are.
  ///   - write: where all text goes.
  package init(_ screen: Screen, asksConfidence: Bool = false, write: @escaping (String) -> Void) {
    place = screen
    self.asksConfidence = asksConfidence
    self.write = write
  }

  /// Whether single keys are read.
  package var usesKeys: Bool { place.isInteractive }

  /// The window may have got another size.
  package var screen: Screen { usesKeys ? place.measured() : place }

  package var text: BlockText { BlockText(width: screen.measure) }

  // MARK: Out

  package func show(_ lines: [Line]) { write(lines.map { $0.rendered(place.colours) + "\n" }.joined()) }

  /// A sentence beside the matter, wrapped.
  package func say(_ words: String) { show(text.lines(words, style: .faint)) }

  /// Shows what the head's runs have shown.
  package func showRuns() {
    for recording in head?.recordings ?? [] {
      var view = RunView(screen: screen)
      view.show(recording)
      write(view.result())
      show([""])
    }
  }

  private func give(_ hint: Hint) {
    guard let head, let number = hint() else { return say("There is no further hint.") }
    show(head.hint(number, text))
  }

  // MARK: In

  /// A line that somebody has typed, or the wish to go back to the one before it.
  enum Entry {
    case line(String)
    /// With what was typed so far.
    case back(String)
  }

  /// One typed line. `q` leaves, `?` gives the next hint and asks again; `bury` and `suspend` leave the question.
  package func line(_ prompt: String, hint: Hint) throws(ExitReason) -> String {
    while true {
      if case .line(let text) = try entry(prompt, hint: hint) { return text }
    }
  }

  /// One typed line of several, as `line` reads it.
  ///
  /// - Parameter text: what stands in it already, for a person to change.
  func entry(_ prompt: String, text: String = "", hint: Hint) throws(ExitReason) -> Entry {
    while true {
      let entry = try usesKeys ? typed(prompt, text) : .line(read(prompt))
      guard case .line(let line) = entry else { return entry }
      switch line.trimmingCharacters(in: .whitespaces).lowercased() {
      case "q", "quit": throw .quit
      case "?": give(hint)
      case "bury": throw .command(.bury)
      case "suspend": throw .command(.suspend)
      default: return entry
      }
    }
  }

  /// One typed line, whatever it says.
  package func words(_ prompt: String) throws(ExitReason) -> String {
    while true {
      if case .line(let line) = try usesKeys ? typed(prompt, "") : .line(read(prompt)) { return line }
    }
  }

  /// A line of a pipe, or of a terminal that shows what is typed.
  private func read(_ prompt: String) throws(ExitReason) -> String {
    write(prompt)
    switch LineReader.next() {
    case .line(let line):
      // A terminal has echoed what was typed; a transcript of piped answers should show it too.
      if !Screen.echoes { write(line + "\n") }
      return line
    case .end: throw .endOfInput
    case .interrupted:
      write("\n")
      throw .interrupt
    }
  }

  /// A line that is typed with keys, and changed while it is; the arrow up goes back.
  private func typed(_ prompt: String, _ text: String) throws(ExitReason) -> Entry {
    var editor = LineEditor(text)
    let keys = KeyReader()
    return try RawMode.during { () throws(ExitReason) in
      while true {
        draw(editor, prompt)
        let key = keys.next(endsAtControlD: false) { _ in true }
        let step = editor.press(key)
        guard [.interrupt, .end, .up].contains(key) || [.submit, .end].contains(step) else { continue }
        draw(editor, prompt, isLast: true)
        write("\n")
        switch key {
        case .interrupt: throw .interrupt
        case .enter: return .line(editor.text)
        case .up: return .back(editor.text)
        default: throw .endOfInput
        }
      }
    }
  }

  private func draw(_ editor: LineEditor, _ prompt: String, isLast: Bool = false) {
    let (text, behind) = editor.window(width: screen.width - prompt.columns)
    let back = behind > 0 && !isLast ? "\u{1B}[\(behind)D" : ""
    write("\r" + prompt + visible(text) + "\u{1B}[K" + back)
  }

  /// A single key, of those that are accepted.
  func key(_ accepts: (Key) -> Bool) throws(ExitReason) -> Key {
    switch KeyReader().next({ accepts($0) || $0 == .escape || $0 == .character("q") }) {
    case .interrupt: throw .interrupt
    case .end: throw .endOfInput
    case .escape, .character("q"): throw .quit
    case let key: return key
    }
  }

  /// Waits for `y`; any other key means no.
  package func isConfirmed() throws(ExitReason) -> Bool { try key { $0 != .resized } == .character("y") }

  /// Leaves time to read before the next question.
  ///
  /// - Returns: whether the answer is taken back.
  package func pause() throws(ExitReason) -> Bool {
    show([""])
    say("Enter: on · u: take the answer back · q: leave")
    return try key { [.enter, .space, .character("u")].contains($0) } == .character("u")
  }

  /// One of some names, by a key or a typed line; `nil` leaves it out.
  func pick(_ names: [String], hint: Hint) throws(ExitReason) -> Int? {
    while true {
      guard usesKeys else {
        switch AnswerReading.choice(try line("> ", hint: hint), of: names) {
        case .index(let index): return index
        case .blank: return nil
        case .unknown:
          let known = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
          say("That is none of: \(known).")
          continue
        }
      }
      let key = try key {
        [.enter, .character("h"), .character("?")].contains($0) || $0.number(upTo: names.count) != nil
      }
      if key == .enter { return nil }
      if let number = key.number(upTo: names.count) { return number - 1 }
      give(hint)
    }
  }

  /// Numbers from 1 to `count`, typed, as places counted from 0.
  ///
  /// - Parameter all: whether each of them must be there, where any is.
  func numbers(upTo count: Int, all: Bool, hint: Hint) throws(ExitReason) -> [Int] {
    while true {
      let line = try line("> ", hint: hint)
      if let numbers = AnswerReading.numbers(line, upTo: count), numbers.isEmpty || !all || numbers.count == count {
        return numbers
      }
      let wanted = all ? "each of the numbers 1 to \(count) once" : "numbers from 1 to \(count)"
      say("Give \(wanted), with spaces between them.")
    }
  }

  /// Asks how sure the learner is, where that is wanted and was not said already.
  func confidence(said: Confidence? = nil) throws(ExitReason) -> Confidence? {
    guard asksConfidence, said == nil else { return said }
    let names = Confidence.allCases.map(\.name)
    let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    say("How sure are you? \(keys) · Enter: not said")
    // No hint after the answer.
    return try pick(names, hint: { nil }).flatMap { Confidence(rawValue: $0 + 1) }
  }

  /// Lets the learner work on a board until the answer is given. The board is taken away then.
  ///
  /// - Returns: how sure the learner is, where that was said there.
  func play(_ board: inout some Board, hint: Hint) throws(ExitReason) -> Confidence? {
    var live = LiveLines()
    let keys = KeyReader()
    board.cursor.hasHints = head?.hasHints == true
    while true {
      let screen = screen
      // The question stays in sight where there is room for both.
      let room = max(min(14, screen.height - 2), screen.height - 2 - (head?.lines(text).count ?? 0))
      let lines = board.lines(width: min(screen.width - 1, 100), height: room)
      write(live.frame(lines, screen.colours))
      let key = keys.next { _ in true }
      if key == .resized {
        write(live.reset())
        show(head?.lines(text) ?? [])
        showRuns()
      }
      let step = board.step(key)
      if step == .redraw { continue }
      let number = step == .hint ? hint() : nil
      if step == .hint, number == nil {
        board.cursor.remark = "There is no further hint."
        continue
      }
      write(live.clear())
      switch step {
      case .redraw: break
      case .hint: if let head, let number { show(head.hint(number, text)) }
      case .answer: return board.cursor.confidence
      case .command(let command): throw .command(command)
      case .leave: throw .quit
      case .interrupt: throw .interrupt
      case .end: throw .endOfInput
      }
    }
  }
}

extension Key {
  /// The digit's value, from 1 to `highest`; `nil` for any other key.
  func number(upTo highest: Int) -> Int? {
    guard case .character(let sign) = self, let number = sign.wholeNumberValue, (1...highest).contains(number) else {
      return nil
    }
    return number
  }
}
