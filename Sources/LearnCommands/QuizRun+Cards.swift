import Course
import Foundation
import Practice
import Progress
import SpacedRepetition
import Terminal

extension QuizRun {
  private static let names = ["again", "hard", "good", "easy"]

  /// Shows the front; Enter shows the back; a number says how well it was remembered. The number alone will do.
  mutating func ask(
    _ card: Exercise.Card, in exercise: Exercise, state: CardState, number: Int, of count: Int
  ) throws {
    app.write(
      text.lines(card.front, style: .bold).enumerated().map { index, line in
        index == 0 ? Line("\(number) of \(count)  ", .faint) + line : line
      })
    let start = Date()
    var isOpen = false
    let intervals = store.scheduler.intervals(state, at: Int64(start.timeIntervalSince1970))
    let keys = zip(Self.names, intervals).enumerated().map { index, entry in
      "\(index + 1) \(entry.0) (\(duration(entry.1)))"
    }.joined(separator: " · ")
    while true {
      app.write([Line(isOpen ? keys : "Enter: the back · 1 again · 2 hard · 3 good · 4 easy", .faint)])
      switch AnswerReading.choice(try line("> "), of: Self.names) {
      case .index(let index):
        if !isOpen { write(card.back, indent: "  ") }
        return try keep(card, in: exercise, rating: Rating.allCases[index], interval: intervals[index], since: start)
      case .blank:
        if !isOpen { write(card.back, indent: "  ") }
        isOpen = true
      case .unknown: app.write([Line("Give a number from 1 to 4.", .faint)])
      }
    }
  }

  private mutating func keep(
    _ card: Exercise.Card, in exercise: Exercise, rating: Rating, interval: Int64, since start: Date
  ) throws {
    try keep(
      Answer(
        item: ItemID(exercise: exercise.id, item: card.id), kind: "cards", given: Self.names[Int(rating.rawValue) - 1],
        mark: rating == .again ? 0 : 1, rating: rating, seconds: Date().timeIntervalSince(start)))
    app.write([Line("Comes back in \(duration(interval)).", .faint)])
  }

  private func duration(_ seconds: Int64) -> String {
    switch seconds {
    case ..<3600: "\(max(1, seconds / 60)) min"
    case ..<86400: "\(seconds / 3600) h"
    case ..<(60 * 86400): "\(seconds / 86400) \(seconds / 86400 == 1 ? "day" : "days")"
    case ..<(720 * 86400): "\(seconds / (30 * 86400)) months"
    default: "\(seconds / (365 * 86400)) years"
    }
  }
}
