import Course
import Foundation
import Markup
import Practice
import Progress
import SpacedRepetition
import Terminal

extension QuizRun {
  private static let names = Rating.allCases.map(\.name)
  /// What else a card may be answered with.
  private static let commands = ["bury", "suspend", "edit", "undo"]

  /// Shows the front, then the back; a number says how well it was remembered. The number alone will do.
  func ask(_ card: Exercise.Card, _ item: ItemID, _ exercise: Exercise) throws {
    let place = "\(session.cardNumber) of \(session.cardCount)  "
    write(place, BlockText(width: screen.measure - place.count).lines(card.front, style: .bold))
    let intervals = session.open?.intervals(at: time, by: store.scheduler) ?? []
    let keys = zip(Self.names, intervals).enumerated().map { index, entry in
      "\(index + 1) \(entry.0) (\(duration(entry.1)))"
    }.joined(separator: " · ")
    var isOpen = false
    while true {
      let help = usesKeys ? "?: other keys" : "bury, suspend, edit, undo, q"
      context.write(
        text.lines(
          (isOpen ? keys : "\(usesKeys ? "Space" : "Enter"): the back · \(keys)") + " · " + help, style: .faint))
      switch try reply(exercise) {
      case .rating(let rating):
        let graded = try record(.rating(rating), exercise)
        if !isOpen { try writeBack(card, item) }
        return tell(graded)
      case .open:
        if !isOpen { try writeBack(card, item) }
        isOpen = true
      case .command("bury"):
        let day = try store.studyDay
        try setAside(until: day.start(of: time, daysLater: 1))
        return say("Not today: it comes back tomorrow.")
      case .command("suspend"):
        try setAside(until: LogEvent.forGood)
        return say("Set aside. `learn progress aside` shows what is, and brings it back.")
      case .command("edit"):
        try edit(item, exercise)
        isOpen = false
      case .command("undo"): return try undo()
      case .command: sayKeys()
      }
    }
  }

  private enum Reply {
    case rating(Rating)
    case open
    case command(String)
  }

  private func reply(_ exercise: Exercise) throws -> Reply {
    guard usesKeys else {
      while true {
        let line = try line("> ", exercise).trimmingCharacters(in: .whitespaces).lowercased()
        if Self.commands.contains(line) { return .command(line) }
        switch AnswerReading.choice(line, of: Self.names) {
        case .index(let index): return .rating(Rating.allCases[index])
        case .blank: return .open
        case .unknown: say("Give a number from 1 to 4.")
        }
      }
    }
    let key = try key { [.space, .enter].contains($0) || "1234bseu?".map(Key.character).contains($0) }
    switch key {
    case .character(let sign):
      if let number = sign.wholeNumberValue { return .rating(Rating.allCases[number - 1]) }
      return .command(Self.commands.first { $0.first == sign } ?? "help")
    default: return .open
    }
  }

  private func sayKeys() {
    say("space: the back · 1 to 4: how well you knew it, and when it comes back · b: not today · s: set it aside")
    say("e: your own words for the back · u: take the last answer back · q: leave")
  }

  private func writeBack(_ card: Exercise.Card, _ item: ItemID) throws {
    let own = try store.settingInCourse(CourseNote.ownWords(item)) ?? ""
    if !own.isEmpty {
      context.write(text.lines("In your words: \(own)").map { Line("  ") + $0 })
      context.write([Line("  The lesson says:", .faint)])
    }
    write(card.back, indent: "  ")
  }

  /// The learner's own words stand beside the lesson's; the log keeps every version.
  private func edit(_ item: ItemID, _ exercise: Exercise) throws {
    say("In your own words (Enter alone: the lesson's only):")
    let words = try line("> ", exercise).trimmingCharacters(in: .whitespaces)
    try store.setInCourse(CourseNote.ownWords(item), to: words, at: time, session: context.session)
    say(words.isEmpty ? "The card is as the lesson has it." : "Kept beside the lesson's words.")
  }
}
