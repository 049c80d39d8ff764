import Course
import Foundation
import Practice

/// A reply that is no answer. The first two leave a question of any kind.
package enum CardCommand: String, CaseIterable, Sendable {
  case bury, suspend, edit, undo, redo
}

/// A card that is turned and rated. Its number alone will do.
package struct CardForm: AnswerForm {
  private let card: Exercise.Card
  /// Which of the cards it is, as `2 of 5`.
  private let number: String
  private let answers: [CardAnswer]
  private let ownWords: String
  private var isTurned = false

  /// - Parameters:
  ///   - answers: the four of them, with when the card comes back after each.
  ///   - ownWords: the learner's, for the back; empty for none.
  package init(_ card: Exercise.Card, number: String, answers: [CardAnswer], ownWords: String) {
    self.card = card
    self.number = number
    self.answers = answers
    self.ownWords = ownWords
  }

  package func introduction(_ text: BlockText) -> [Line] { text.lines(marked: "\(number)  ", card.front, style: .bold) }

  package mutating func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    let ratings = answers.enumerated().map { "\($0 + 1) \($1.name) (\(DurationText.words($1.interval)))" }
      .joined(separator: " · ")
    let others = console.usesKeys ? "?: other keys" : "bury, suspend, edit, undo, q"
    let turning = "\(console.usesKeys ? "Space" : "Enter"): the back · "
    // Whoever pipes numbers has seen the back elsewhere.
    let mustTurn = console.usesKeys || Screen.echoes
    while true {
      console.say((isTurned ? "" : turning) + (mustTurn && !isTurned ? "" : ratings + " · ") + others)
      switch try console.usesKeys ? key(console) : line(console, hint) {
      case .rating(let index):
        if isTurned || !mustTurn { return .answer(.rating(answers[index].rating)) }
        console.say("The back first: then say how well you knew it.")
      case .command(let command): return .command(command)
      case .turn:
        if !isTurned { console.show(back(console.text)) }
        isTurned = true
      case .help:
        console.say(
          "space: the back · 1 to 4: how well you knew it, and when it comes back · b: not today · s: set it aside")
        console.say("e: your own words for the back · u: take the last answer back · r: give it again · q: leave")
      case .unknown: console.say("That key means nothing here: ? names those that do.")
      }
    }
  }

  private enum Reply {
    case rating(Int)
    case command(CardCommand)
    case turn, help, unknown
  }

  private func line(_ console: Console, _ hint: Console.Hint) throws(Console.ExitReason) -> Reply {
    while true {
      let line = try console.line("> ", hint: hint).trimmingCharacters(in: .whitespaces).lowercased()
      if let command = CardCommand(rawValue: line) { return .command(command) }
      switch AnswerReading.choice(line, of: answers.map(\.name)) {
      case .index(let index): return .rating(index)
      case .blank: return .turn
      case .unknown: console.say("Give a number from 1 to 4.")
      }
    }
  }

  private func key(_ console: Console) throws(Console.ExitReason) -> Reply {
    let key = try console.key { $0 != .resized }
    if [.space, .enter].contains(key) { return .turn }
    if let number = key.number(upTo: answers.count) { return .rating(number - 1) }
    guard case .character(let sign) = key else { return .unknown }
    if sign == "?" { return .help }
    return CardCommand.allCases.first { $0.rawValue.first == sign }.map { .command($0) } ?? .unknown
  }

  package func verdict(_ grade: GradeText) -> [Line] { (isTurned ? [] : back(grade.text)) + grade.comesBack }

  /// The learner's own words stand beside the lesson's.
  private func back(_ text: BlockText) -> [Line] {
    var lines: [Line] = []
    if !ownWords.isEmpty {
      lines += text.lines("In your words: \(ownWords)").map { Line("  ") + $0 }
      lines.append(Line("  The lesson says:", .faint))
    }
    return lines + text.lines(card.back, indent: "  ")
  }
}
