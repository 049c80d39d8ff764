import Foundation
import Practice
import Progress
import SpacedRepetition
import TestSupport
import Testing

/// Fitting the scheduling to a learner.
@Suite struct ProgressFitTests {
  func store(_ command: LearnCommand) throws -> ProgressStore {
    try command.progress()
  }

  /// A learner who forgets far more slowly than the standard has it, as an export.
  func fill(_ command: LearnCommand, cards: Int) throws {
    var lines = ""
    var counter = 0
    for card in 0..<cards {
      for (review, days) in [0, 3, 15, 60, 200].enumerated() {
        counter += 1
        // One in twenty is forgotten, whatever the wait.
        let rating = review > 0 && (card + review) % 20 == 0 ? 1 : 3
        lines += #"{"v":1,"device":"d","counter":\#(counter),"at":\#(1_600_000_000 + (days + card % 30) * 86_400),"#
        lines += #""event":"answer","exercise":"words","item":"\#(card)","kind":"cards","given":"","#
        lines += #""mark":\#(rating == 1 ? 0 : 1),"rating":\#(rating),"seconds":3,"hints":0}"# + "\n"
      }
    }
    let file = try command.home.create("log.jsonl", lines)
    try store(command).import(from: file)
  }

  @Test func tooShortALogIsToldWithItsNumber() throws {
    let command = try LearnCommand()
    try fill(command, cards: 20)
    let result = try command.run("progress", "fit")
    #expect(result.status == 66)
    #expect(result.errors.hasPrefix("error: 100 reviews are too few to fit anything: 400 are needed\n"))
  }

  @Test func aFitIsKeptAndCanBeTakenBack() throws {
    let command = try LearnCommand()
    try fill(command, cards: 120)
    struct Report: Decodable {
      var reviews: Int
      var heldOut: Int
      var lossBefore: Double
      var loss: Double
      var kept: Bool
      var parameters: [Double]
    }
    let result = try command.run("progress", "fit", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(report.reviews == 600 && report.heldOut >= 96 && report.kept && report.loss < report.lossBefore)
    #expect(try store(command).scheduler.parameters.values == report.parameters)
    // A second fit begins at the same place: nothing is better than what is there.
    let again = try command.run("progress", "fit")
    #expect(again.output.contains("The parameters stay as they are"), "\(again.output)")
    #expect(again.output.contains(" before, "))
    #expect(try command.run("progress", "fit", "--undo").status == 0)
    #expect(try store(command).scheduler.parameters == .standard)
    #expect(try command.run("progress", "fit", "--undo").status == 66)
    #expect(try store(command).reviews().values.reduce(0) { $0 + $1.count } == 600)
  }

  @Test func fitsAreTakenBackOneByOne() throws {
    let command = try LearnCommand()
    let fits = try [0.3, 0.4].map { try Parameters([$0] + Parameters.standard.values.dropFirst()) }
    for fit in fits {
      try store(command).set(
        Setting.parameters.name, to: Setting.text(fit), at: Int64(Date().timeIntervalSince1970))
    }
    for expected in [fits[0], .standard] {
      let result = try command.run("progress", "fit", "--undo")
      #expect(result.status == 0, "\(result.errors)")
      #expect(try store(command).scheduler.parameters == expected)
    }
    #expect(try command.run("progress", "fit", "--undo").status == 66)
    #expect(try store(command).scheduler.parameters == .standard)
  }
}
