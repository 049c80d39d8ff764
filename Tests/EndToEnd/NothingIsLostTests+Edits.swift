import Foundation
import GRDB
import Practice
import Progress
import TestSupport
import Testing

extension NothingIsLostTests {
  @Test func anEditKeepsTheHistoryOfWhatStays() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    let cards = { (texts: [String]) in
      "## Cards: words {#words}\n\n" + texts.map { "### \($0)\n\nThe back.\n\n" }.joined()
    }
    try folder.create("Exercises/01-first.md", cards(["Stays", "Goes", "Is reworded"]))
    let command = try LearnCommand(in: folder.url)
    #expect(try command.run("quiz", "--kind", "cards", input: answers(3)).status == 0)
    let before = try command.progress().states(of: ["words"])
    #expect(before.count == 3)
    #expect(!(try command.run().output.contains("was edited")))

    // Another order, another card, and one with other words.
    try folder.create("Exercises/01-first.md", cards(["Is new", "Is worded anew", "Stays"]))
    let told = try command.run()
    #expect(told.output.contains("“words” was edited: 2 new, 2 no longer asked; all else goes on"), "\(told.output)")
    #expect(!(try command.run().output.contains("was edited")), "it is told once")
    let quiz = try command.run("quiz", "--kind", "cards", input: answers(3))
    #expect(quiz.output.contains("Is new") && quiz.output.contains("Is worded anew"))
    #expect(!quiz.output.contains("Goes") && !quiz.output.contains("Is reworded"))
    let after = try command.progress().states(of: ["words"])
    #expect(after.count == 5)
    for (item, state) in before { #expect(after[item] == state) }
    #expect(!(try command.run().output.contains("was edited")))
  }

  /// Also where an edit only adds or only takes away, and nothing else is called an edit.
  @Test func everyEditOfWhatWasPractisedIsTold() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: LearnCommand.fixtures.appending(path: "Sound/Lessons"), to: folder.url.appending(path: "Lessons"))
    func write(_ items: [String], _ cards: [String]) throws {
      let buckets = "### Small\n\n" + items.map { "- \($0)\n" }.joined() + "\n### Large\n\n- Last\n\n"
      let backs = cards.map { "### \($0)\n\nThe back.\n\n" }.joined()
      let text = "## Sort: sizes {#sizes}\n\n\(buckets)## Cards: words {#words}\n\n\(backs)"
      try folder.create("Exercises/01-first.md", text)
    }
    try write(["A", "B"], ["One", "Two", "Three"])
    let command = try LearnCommand(in: folder.url)
    func news() throws -> [String] { try command.run().lines.filter { $0.contains("was edited") } }

    // Nobody has practised it yet.
    try write(["A", "B", "C"], ["One", "Two", "Three"])
    #expect(try news() == [])
    #expect(try command.run("quiz", "--kind", "sort", input: "1\n1\n1\n1\n").status == 0)
    // Two of the cards were never shown: that is no edit.
    #expect(try command.run("quiz", "--kind", "cards", "--limit", "1", input: answers(1)).status == 0)
    #expect(try news() == [])
    try write(["A", "B", "C", "D"], ["One", "Two"])
    // Practice does not pass over it.
    #expect(try command.run("quiz", "--kind", "cards", "--limit", "1", input: answers(1)).status == 0)
    #expect(
      try news() == [
        "“sizes” was edited: 1 new; all else goes on", "“words” was edited: 1 no longer asked; all else goes on",
      ])
    #expect(try news() == [])
    try write(["A", "B", "D"], ["Two", "One"])
    #expect(try news() == ["“sizes” was edited: 1 no longer asked; all else goes on"])
  }
}
