import Course
import Foundation
import Markup
import Practice
import Progress
import SpacedRepetition
import Terminal

extension QuizRun {
  private static let names = ["again", "hard", "good", "easy"]
  /// What else a card may be answered with.
  private static let commands = ["bury", "suspend", "edit", "undo"]

  /// Shows the front, then the back; a number says how well it was remembered. The number alone will do.
  func ask(_ card: Exercise.Card, _ asking: inout Asking, number: Int, of count: Int) throws {
    let place = "\(number) of \(count)  "
    write(place, BlockText(width: screen.measure - place.count).lines(card.front, style: .bold))
    let item = asking.question.item
    let intervals = store.scheduler.intervals(asking.question.state, at: time, card: item.fingerprint)
    let keys = zip(Self.names, intervals).enumerated().map { index, entry in
      "\(index + 1) \(entry.0) (\(duration(entry.1)))"
    }.joined(separator: " · ")
    var isOpen = false
    while true {
      let help = usesKeys ? "?: other keys" : "bury, suspend, edit, undo, q"
      app.write(
        text.lines(
          (isOpen ? keys : "\(usesKeys ? "Space" : "Enter"): the back · \(keys)") + " · " + help, style: .faint))
      switch try reply(&asking) {
      case .rating(let index):
        let kept = try keep(asking, rating: Rating.allCases[index])
        if !isOpen { try writeBack(card, item) }
        return tell(kept)
      case .open:
        if !isOpen { try writeBack(card, item) }
        isOpen = true
      case .command("bury"):
        let day = try store.studyDay
        try setAside(item, until: day.start(of: time, daysLater: 1))
        return say("Not today: it comes back tomorrow.")
      case .command("suspend"):
        try setAside(item, until: Event.forGood)
        return say("Set aside. `learn progress aside` shows what is, and brings it back.")
      case .command("edit"):
        try edit(item, &asking)
        isOpen = false
      case .command("undo"): return try undo(asking: asking.question)
      case .command: sayKeys()
      }
    }
  }

  private enum Reply {
    case rating(Int)
    case open
    case command(String)
  }

  private func reply(_ asking: inout Asking) throws -> Reply {
    guard usesKeys else {
      while true {
        let line = try line("> ", &asking).trimmingCharacters(in: .whitespaces).lowercased()
        if Self.commands.contains(line) { return .command(line) }
        switch AnswerReading.choice(line, of: Self.names) {
        case .index(let index): return .rating(index)
        case .blank: return .open
        case .unknown: say("Give a number from 1 to 4.")
        }
      }
    }
    let key = try key { [.space, .enter].contains($0) || "1234bseu?".map(Key.character).contains($0) }
    switch key {
    case .character(let sign):
      if let number = sign.wholeNumberValue { return .rating(number - 1) }
      return .command(Self.commands.first { $0.first == sign } ?? "help")
    default: return .open
    }
  }

  private func sayKeys() {
    say("space: the back · 1 to 4: how well you knew it, and when it comes back · b: not today · s: set it aside")
    say("e: your own words for the back · u: take the last answer back · q: leave")
  }

  private func writeBack(_ card: Exercise.Card, _ item: ItemID) throws {
    let own = try store.settingInCourse(OwnWords.name(item)) ?? ""
    if !own.isEmpty {
      app.write(text.lines("In your words: \(own)").map { Line("  ") + $0 })
      app.write([Line("  The lesson says:", .faint)])
    }
    write(card.back, indent: "  ")
  }

  /// The learner's own words stand beside the lesson's; the log keeps every version.
  private func edit(_ item: ItemID, _ asking: inout Asking) throws {
    say("In your own words (Enter alone: the lesson's only):")
    let words = try line("> ", &asking).trimmingCharacters(in: .whitespaces)
    try store.setInCourse(OwnWords.name(item), to: words, at: time, session: app.session)
    say(words.isEmpty ? "The card is as the lesson has it." : "Kept beside the lesson's words.")
  }

  private func keep(_ asking: Asking, rating: Rating) throws -> KeptAnswer {
    let answer = Answer(
      item: asking.question.item, kind: "cards", given: Self.names[Int(rating.rawValue) - 1],
      mark: rating == .again ? 0 : 1, rating: rating, seconds: asking.seconds)
    return try keep([answer], of: asking.question.exercise)[0]
  }
}

/// What a learner wrote beside a card: a setting of the log.
enum OwnWords {
  static func name(_ item: ItemID) -> String { "words/\(item.exercise)/\(item.item)" }
}
