import Cells
import Events
import Foundation
import Testing

/// Cells compiled for a browser and run in Node say what they say in the terminal.
@Suite(.enabled(if: BrowserCells.obstacle == nil, "\(BrowserCells.obstacle ?? "")"))
struct BrowserCellTests {
  /// The events of a run in the terminal.
  private func native(_ cell: String, _ arguments: String...) throws -> [Event] {
    let result = try LearnCommand(in: BrowserCells.folder).start(["run", "cell", cell, "--json"] + arguments).result()
    #expect(result.status == 0, "\(result.errors)")
    var decoder = EventDecoder()
    return (decoder.decode(Array(result.output.utf8)) + decoder.finish()).map(\.event)
  }

  /// The same, but for the time that it took.
  private func withoutTime(_ events: [Event]) -> [Event] {
    events.map { event in
      if case .done(let seed, _, let digest) = event { .done(seed: seed, seconds: 0, digest: digest) } else { event }
    }
  }

  @Test(arguments: ["figures", "trains", "after", "copies"]) func eventsAreThoseOfTheTerminal(cell: String) async throws
  {
    let browser = try await BrowserCells.run(cell)
    #expect(try withoutTime(browser) == withoutTime(native(cell)))
    #expect(browser.count > 1)
  }

  @Test func seedAndSettingsArriveToTheBit() async throws {
    let browser = try await BrowserCells.run("figures", seed: .max - 5, settings: ["base": 3.3])
    let terminal = try native("figures", "--seed", "\(UInt64.max - 5)", "--set", "base=3.3")
    #expect(withoutTime(browser) == withoutTime(terminal))
    #expect(browser.contains { if case .parameter(let setting) = $0 { setting.value == 3.3 } else { false } })
  }

  @Test func aSettingOutsideItsRangeIsRefused() async throws {
    await #expect(
      throws: CellError.stopped(
        reason: .said("base = 11.0 is outside 0.0...10.0"), file: "Lessons/both.md",
        line: try BrowserCells.line("parameter(\"base\""))
    ) { try await BrowserCells.run("figures", settings: ["base": 11]) }
  }

  /// An operator cannot note its line: the stack tells it.
  @Test func wrongShapesStopWithBothShapesAndTheLine() async throws {
    let line = try BrowserCells.line("left • right")
    let terminal = try LearnCommand(in: BrowserCells.folder).run("run", "cell", "shapes")
    let error = await #expect(throws: CellError.self) { try await BrowserCells.run("shapes") }
    guard case .stopped(.said(let sentence), "Lessons/both.md", line) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(sentence.contains("[2, 3]") && sentence.contains("[2, 2]"))
    #expect((terminal.output + terminal.errors).contains("Lessons/both.md:\(line): error: \(sentence)"))
  }

  @Test func aTrapIsASentenceWithItsLine() async throws {
    await #expect(
      throws: CellError.stopped(
        reason: .said(
          "the cell stopped here: an index out of range, a number too large for its type, or a value that was `nil`"),
        file: "Lessons/both.md", line: try BrowserCells.line("numbers[index + 3]"))
    ) { try await BrowserCells.run("crash") }
  }

  @Test func anEndlessRecursionIsASentence() async throws {
    let error = await #expect(throws: CellError.self) { try await BrowserCells.run("deep") }
    guard case .stopped(.said(let sentence), _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(sentence.contains("called one another without an end") || sentence.contains("more memory than there is"))
  }

  @Test func aCellReadsWhatThePageGivesIt() async throws {
    let output = try await BrowserCells.node(
      """
      const data = { "set/file": new Uint8Array([7, 8, 9]) }
      await LearnCells.run(bytes, { cell: "figures", data }, event => { if (event.kind === "text") console.log(event.text) })
      """, cell: "figures")
    #expect(output.contains("3 bytes, the first 7\n"))
  }

  /// Nothing is thrown, whatever a page hands over; a cell without an end in it says so, once.
  @Test func whatCannotRunIsAnErrorEvent() async throws {
    let output = try await BrowserCells.node(
      """
      const say = event => console.log(event.kind + ": " + event.message)
      await LearnCells.run(bytes.subarray(0, 100), { cell: "x" }, say)
      await LearnCells.run(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), {}, say)
      """, cell: "figures")
    let lines = output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("error: ") })
  }

  /// A point in a page is the point in the terminal, the first one and those that follow.
  @Test func pointsAreThoseOfTheTerminal() async throws {
    let output = try await BrowserCells.node(
      """
      const say = (event, line) => process.stdout.write(line)
      const cell = await LearnCells.run(bytes, { cell: "explores" }, say)
      cell.explore(0, 3, 1, 0.5)
      cell.explore(0, 12, 0, 4)
      """, cell: "explores")
    let terminal = try LearnCommand(in: BrowserCells.folder)
      .run("explore", "cell", "explores", "--json", input: "3 0.5\n4 0.5\n")
    #expect(terminal.status == 0, "\(terminal.errors)")
    func events(_ text: String) -> [Event] {
      var decoder = EventDecoder()
      return (decoder.decode(Array(text.utf8)) + decoder.finish()).map(\.event)
    }
    #expect(withoutTime(events(output)) == withoutTime(events(terminal.output)))
    #expect(output.contains("\"place 4, height 50 %\""))
  }

  /// What goes wrong while a cell explores is told as what goes wrong while it runs, once and with its line.
  @Test(
    arguments: [
      (5, "text(names[Int(point[0])])"), (6, "UInt8(point[0] * 100)"), (7, "func level"),
      (8, "there is nothing from 8"),
    ]
  ) func aFaultAtAPointIsASentenceWithItsLine(place: Int, code: String) async throws {
    let output = try await BrowserCells.node(
      """
      const errors = []
      const say = event => { if (event.kind === "error") errors.push(event) }
      const cell = await LearnCells.run(bytes, { cell: "explores" }, say)
      cell.explore(0, 2, 1, 0)
      console.log(errors.length)
      cell.explore(0, \(place), 1, 0)
      cell.explore(0, 2, 1, 0)
      cell.explore(0, \(place), 1, 0)
      errors.forEach(event => console.log(event.line + " " + event.message))
      """, cell: "explores")
    let lines = output.split(separator: "\n")
    #expect(lines.first == "0" && lines.count == 2, "\(output)")
    #expect(lines.last?.hasPrefix("\(try BrowserCells.line(code)) ") == true, "\(output)")
    let sentence =
      [5, 6].contains(place) ? "the cell stopped here: an index out of range" : "explore: there is nothing"
    #expect(place == 7 || output.contains(sentence), "\(output)")
  }

  /// A cell is small: its code, what it reaches of the library, the table of lines, and nothing else.
  @Test func aModuleHasNothingToSpare() async throws {
    let output = try await BrowserCells.node(
      """
      const module = new WebAssembly.Module(bytes)
      const sections = ["name", ".debug_line", ".debug_info", "producers", "lines"]
      console.log(sections.map(name => WebAssembly.Module.customSections(module, name).length).join(" "))
      console.log(WebAssembly.Module.exports(module).map(entry => entry.name).sort().join(" "))
      """, cell: "trains")
    #expect(output == "0 0 0 0 1\nexplore memory runCell\n")
  }
}
