import Foundation
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct SettingsTests {
  func parameters(_ first: Double) throws -> Parameters {
    try Parameters([first] + Parameters.standard.values.dropFirst())
  }

  @Test func parametersInTheLogDecide() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .again), at: newYear)
    let own = try parameters(2)
    try store.set(Setting.parameters.name, to: Setting.text(own), at: newYear + 1)
    let again = try ProgressStore(folder: folder.url)
    #expect(again.scheduler.parameters == own)
    #expect(try again.state(of: item("code"))?.card.memory?.stability == 2)
    try again.set(Setting.parameters.name, to: "", at: newYear + 2)
    let last = try ProgressStore(folder: folder.url)
    #expect(last.scheduler.parameters == .standard)
    #expect(try last.state(of: item("code"))?.card.memory?.stability == 0.212)
    #expect(try last.history(of: .parameters) == ["", Setting.text(own)])
  }

  /// The values that were set, the latest last, and what was in force before the last fit.
  @Test(
    arguments: [
      ([], ""), (["1"], ""), (["1", "2"], "1"), (["1", "2", "1"], ""), (["1", "2", "1", "3"], "1"),
      (["1", "2", "3", "2"], "1"), (["1", "2", "3", "2", "1"], ""), (["1", "2", "1", "", "3"], ""),
      (["1", "2", "", "3", "4"], "3"), (["1", "1"], ""),
    ] as [([String], String)]) func fitsAreTakenBackOneByOne(values: [String], former: String)
  {
    #expect(Setting.beforeLastFit(values.reversed()) == former)
  }

  @Test(arguments: ["rubbish", "1 2 3", String(repeating: "9999 ", count: 21), String(repeating: "nan ", count: 21)])
  func whatIsNoSetOfParametersIsPassedOver(text: String) throws {
    let folder = try TemporaryFolder()
    try ProgressStore(folder: folder.url).set(Setting.parameters.name, to: text, at: newYear)
    #expect(try ProgressStore(folder: folder.url).scheduler.parameters == .standard)
  }
}
