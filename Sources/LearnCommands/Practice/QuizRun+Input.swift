import Course
import Foundation
import Markup
import Practice
import Terminal

extension QuizRun {
  /// One typed line. `q` leaves, `?` gives the next hint, where there is one, and asks again.
  ///
  /// - Parameter exercise: whose hints are given; `nil` where there are none any more.
  func line(_ prompt: String, _ exercise: Exercise?) throws -> String {
    while true {
      Output.write(prompt)
      let line: String
      switch lines.next() {
      case .line(let text): line = text
      case .end: throw ExitReason.endOfInput
      case .interrupted:
        Output.write("\n")
        throw ExitReason.interrupt
      }
      // A terminal has echoed what was typed; a transcript of piped answers should show it too.
      if !Screen.echoes { Output.write(line + "\n") }
      switch line.trimmingCharacters(in: .whitespaces).lowercased() {
      case "q", "quit": throw ExitReason.wish
      case "?": giveHint(exercise)
      default: return line
      }
    }
  }

  func giveHint(_ exercise: Exercise?) {
    guard let exercise, let hint = session.takeHint() else { return say("There is no further hint.") }
    let cost = String(format: "%.1f", Hints.standardCost)
    say("Hint \(hint + 1) of \(exercise.hints.count), for \(cost) of the score:")
    write(exercise.hints[hint], indent: "  ")
  }

  /// A single key, of those that are accepted.
  func key(_ accepts: (Key) -> Bool) throws -> Key {
    switch KeyReader().next({ accepts($0) || $0 == .escape || $0 == .character("q") }) {
    case .interrupt: throw ExitReason.interrupt
    case .end: throw ExitReason.endOfInput
    case .escape, .character("q"): throw ExitReason.wish
    case let key: return key
    }
  }

  /// Leaves time to read before the next question.
  func pause() throws {
    context.write([""])
    say("Enter: on · q: leave")
    _ = try key { [.enter, .space].contains($0) }
  }

  /// Lets the learner work on a board until the answer is given. The board is taken away then.
  func play<Content: Board>(_ board: inout Content, _ exercise: Exercise) throws {
    var live = LiveLines()
    let keys = KeyReader()
    while true {
      let screen = screen
      // The question stays in sight where there is room for both.
      let room = max(min(14, screen.height - 2), screen.height - 2 - linesAbove(exercise))
      let lines = board.lines(width: min(screen.width - 1, 100), height: room)
      Output.write(live.frame(lines, screen.colours))
      let key = keys.next { _ in true }
      if key == .resized {
        Output.write(live.reset())
        writeQuestion(exercise)
      }
      let step = board.step(key)
      if step == .redraw { continue }
      if step == .hint, hintsLeft == 0 {
        board.cursor.remark = "There is no further hint."
        continue
      }
      Output.write(live.clear())
      switch step {
      case .redraw: break
      case .hint: giveHint(exercise)
      case .answer:
        confidence = board.cursor.confidence
        return
      case .leave: throw ExitReason.wish
      case .interrupt: throw ExitReason.interrupt
      case .end: throw ExitReason.endOfInput
      }
    }
  }

  /// Numbers from 1 to `count`, typed.
  func numbers(of count: Int, all: Bool, _ exercise: Exercise) throws -> [Int] {
    while true {
      let line = try line("> ", exercise)
      if let numbers = AnswerReading.numbers(line, upTo: count), numbers.isEmpty || !all || numbers.count == count {
        return numbers
      }
      let wanted = all ? "each of the numbers 1 to \(count) once" : "numbers from 1 to \(count)"
      say("Give \(wanted), with spaces between them.")
    }
  }

  /// One of some names, by a key or a typed line; `nil` leaves it out.
  func pick(_ names: [String], _ exercise: Exercise?) throws -> Int? {
    while true {
      guard usesKeys else {
        switch AnswerReading.choice(try line("> ", exercise), of: names) {
        case .index(let index): return index
        case .blank: return nil
        case .unknown:
          let known = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
          say("That is none of: \(known).")
          continue
        }
      }
      let key = try key { key in
        if case .character(let sign) = key, let number = sign.wholeNumberValue {
          return (1...names.count).contains(number)
        }
        return [.enter, .character("h"), .character("?")].contains(key)
      }
      if case .character(let sign) = key, let number = sign.wholeNumberValue { return number - 1 }
      guard key == .enter else {
        giveHint(exercise)
        continue
      }
      return nil
    }
  }

  /// How sure the learner is, where that is asked and was not said already.
  func askConfidence() throws {
    guard asksConfidence, confidence == nil else { return }
    let names = Confidence.allCases.map(\.name)
    let keys = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
    say("How sure are you? \(keys) · Enter: not said")
    // No hint after the answer.
    confidence = try pick(names, nil).flatMap { Confidence(rawValue: $0 + 1) }
  }
}
