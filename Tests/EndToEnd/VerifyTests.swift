import Foundation
import TestSupport
import Testing

/// `learn check --cells` and `learn verify` say where the terminal and a browser part.
@Suite(.serialized, .enabled(if: BrowserCells.obstacle == nil, "\(BrowserCells.obstacle ?? "")"))
struct VerifyTests {
  /// A copy of the fixture, and a command that keeps the compiled library.
  private func command() throws -> (LearnCommand, TemporaryFolder) {
    let copy = try TemporaryFolder()
    let course = copy.url.appending(path: "course", directoryHint: .isDirectory)
    try FileManager.default.copyItem(at: BrowserCells.folder, to: course)
    var command = try LearnCommand(in: course)
    command.course = copy
    let cache = command.home.url.appending(path: "cache/learn", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: BrowserCells.cache, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: cache.appending(path: "webassembly"), withDestinationURL: BrowserCells.cache)
    command.environment["XDG_CACHE_HOME"] = cache.deletingLastPathComponent().path
    return (command, copy)
  }

  @Test func aCheckNamesEachLineThatABrowserCannotTake() throws {
    let (command, _) = try command()
    let plain = try command.run("check")
    #expect(plain.status == 0)
    #expect(
      plain.output == "Cells for the terminal and for browsers: 2 lessons, 13 cells, 0 exercises. Nothing to mend.\n")
    let result = try command.run("check", "--cells")
    #expect(result.status == 65)
    let faults = result.errors.components(separatedBy: "\n\n").filter { $0.contains("reader’s browser") }
    try #require(faults.count == 3)
    #expect(faults[0].contains("Lessons/terminal.md:13:8: error: this works in the terminal, but not in the reader’s"))
    #expect(faults[0].contains("  import Foundation\n         ^\nthe compiler says: no such module"))
    #expect(faults[1].contains("Lessons/terminal.md:21:20: error: "))
    #expect(faults[1].contains("help: write a closure in place of the key path"))
    #expect(faults[2].contains("Lessons/terminal.md:27:10: error: "))
    #expect(faults[2].contains("help: numbers cannot be read from text there"))
  }

  @Test func faultyFilesAreNamedByTheCheck() throws {
    let (command, copy) = try command()
    try copy.create("course/Lessons/terminal.md", "no front matter\n")
    let result = try command.run("check")
    #expect(result.status == 65)
    #expect(result.errors.contains("Lessons/terminal.md:1:1: error: "))
  }

  @Test func whatIsRecordedIsComparedLineByLine() throws {
    let (command, copy) = try command()
    let file = copy.url.appending(path: "course/Lessons/digests.txt")
    let recorded = try command.run("verify", "both", "--record")
    #expect(recorded.status == 0, "\(recorded.errors)")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(/\nboth trains [0-9a-f]{16}\n/))
    #expect(text.contains("\nboth crash stops\n"))

    let same = try command.run("verify", "both")
    #expect(same.status == 0, "\(same.errors)")
    #expect(same.output.contains("in terminal, browser, Lessons/digests.txt"))

    try Data(text.replacing(/both trains [0-9a-f]+/, with: "both trains 0123456789abcdef").utf8).write(to: file)
    let other = try command.run("verify", "both")
    #expect(other.status == 70)
    #expect(
      other.output.contains(/✗ 1.2 trains +differs\n    now [0-9a-f]{16}, in Lessons\/digests.txt 0123456789abcdef\n/))
    #expect(other.errors.contains("1 of 9 cells differ"))

    try Data("both trains\n".utf8).write(to: file)
    let damaged = try command.run("verify", "both")
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains("Lessons/digests.txt:1: a line is a lesson, a cell and a digest"))
  }

  @Test func wherePartsDifferBothAreShown() throws {
    let (command, _) = try command()
    let result = try command.run("verify", "terminal")
    #expect(result.status == 70)
    #expect(result.output.contains("in the terminal: they are [1, 2, 3]\n"))
    #expect(result.output.contains("Lessons/terminal.md:33:7: a browser prints text and numbers"))
    #expect(result.errors.contains("4 of 4 cells differ"))
  }

  /// Of a table the first row that differs alone; of words that are the same, the number behind them.
  @Test func theFirstRowOrNumberThatDiffersIsShown() throws {
    let (command, copy) = try endings()
    let file = copy.url.appending(path: "course/Lessons/well.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let here = "#if arch(wasm32)\nlet here: Float = 1\n#else\nlet here: Float = 0\n#endif\n"
    let rows = #"table("T", ["a"], [["1"], [here == 0 ? "2" : "two"], ["3"]])"#
    let curve = #"metric("same", 1); for x in 0..<9 { plot("loss", x: Float(x), y: x == 4 ? 0.5 + here * 1e-6 : 1) }"#
    let changed = text.replacing("text(\"1\")\n", with: here + rows + "\n")
      .replacing("text(\"2\")\n", with: here + curve + "\n")
    try Data(changed.utf8).write(to: file)
    let result = try command.run("verify", "well")
    #expect(result.status == 70)
    #expect(
      result.output.contains(/differs\n    in the terminal: T: a 2\n    in a browser:    T: a two\n/),
      "\(result.output)")
    #expect(
      result.output.contains(
        "    loss: the words are the same, the numbers behind them are not: y 5 is 0.5 in the terminal and 0.500001 in a "
          + "browser\n"), "\(result.output)")
  }

  @Test func aSiteIsComparedWithWhatItsCellsComeTo() throws {
    let (command, copy) = try command()
    try copy.create(
      "course/Lessons/course.yml", "title: One\npromise: One lesson.\nlessons: [both.md]\n")
    #expect(try command.run("build-site", "--output", "site").status == 0)
    let outputs = copy.url.appending(path: "course/site/outputs.json")
    let text = try String(contentsOf: outputs, encoding: .utf8)
    #expect(text.contains(/"both\/trains" : "[0-9a-f]{16}"/))
    #expect(try command.run("verify", "--site", "site").status == 0)
    try Data(text.replacing(/"both\/figures" : "[0-9a-f]+"/, with: #""both/figures" : "0""#).utf8).write(to: outputs)
    let result = try command.run("verify", "--site", "site")
    #expect(result.status == 70)
    #expect(result.output.contains("in the site 0\n"))
    try Data(text.replacing(/\s*"both\/after" : "[0-9a-f]+",/, with: "").utf8).write(to: outputs)
    let absent = try command.run("verify", "--site", "site")
    #expect(absent.status == 70)
    #expect(absent.output.contains(/✗ 1.3 after +differs\n    now [0-9a-f]{16}, not recorded in the site\n/))
    #expect(absent.errors.contains("1 of 9 cells differ"), "what is there to fail is on no page")
  }

  @Test func withoutNodeTheTerminalAloneIsCompared() throws {
    var (command, _) = try command()
    let swift = try #require(
      (command.environment["PATH"] ?? "").split(separator: ":").first {
        FileManager.default.isExecutableFile(atPath: "\($0)/swiftc")
      })
    // The compiler alone, and the few programs that it calls.
    command.environment["PATH"] = String(swift)
    try #require(!FileManager.default.isExecutableFile(atPath: "\(swift)/node"))
    let result = try command.run("verify", "both")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("There is no Node on the search path"))
    #expect(result.output.contains(/✓ 1.2 trains +same: [0-9a-f]{16} in terminal;/))
  }

  /// A course of two lessons: cells that end well, and cells that do not.
  private func endings() throws -> (LearnCommand, TemporaryFolder) {
    let (command, copy) = try command()
    func lesson(_ id: String, _ cells: String) throws {
      let head =
        "---\nid: \(id)\ntitle: T\nsummary: S.\noutcomes: [O]\nreading: 1\npractice: 1\ndifficulty: core\n---\n"
      try copy.create("course/Lessons/\(id).md", head + cells)
    }
    try copy.create("course/Lessons/course.yml", "title: T\npromise: P.\nlessons: [well.md, ill.md]\n")
    try lesson("well", "```swift\n//| id: one\ntext(\"1\")\n```\n\n```swift\n//| id: two\ntext(\"2\")\n```\n")
    try lesson(
      "ill", "```swift\n//| id: stops\nstop(\"no\")\n```\n\n```swift\n//| id: wrong\nlet a: Int = \"a\"\n```\n")
    return (command, copy)
  }

  @Test func aCellThatFailsUnaskedDiffers() throws {
    let (command, _) = try endings()
    let result = try command.run("verify", "ill")
    #expect(result.status == 70)
    #expect(result.errors.contains("2 of 2 cells differ"), "\(result.errors)")
    let words = "    a cell that is there to fail begins with `//| expect: error`\n"
    #expect(result.output.contains(/✗ 2.1 stops +differs\n    .*ill.md:12: error: no\n/), "\(result.output)")
    #expect(result.output.components(separatedBy: words).count == 3, "\(result.output)")
  }

  @Test func aCellThatWasToFailAndEndsWellDiffers() throws {
    let (command, copy) = try endings()
    let file = copy.url.appending(path: "course/Lessons/well.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("//| id: two\n", with: "//| id: two\n//| expect: error\n").utf8).write(to: file)
    let result = try command.run("verify", "well")
    #expect(result.status == 70)
    #expect(
      result.output.contains(/✗ 1.2 two +differs\n    it was to end in an error, and ended well:/), "\(result.output)")
    #expect(result.errors.contains("1 of 2 cells differ"), "\(result.errors)")
  }

  @Test func whatIsNotRecordedDiffers() throws {
    let (command, copy) = try endings()
    try copy.create("course/Lessons/course.yml", "title: T\npromise: P.\nlessons: [well.md]\n")
    // A faulty file is no obstacle to writing it anew.
    let file = try copy.create("course/Lessons/digests.txt", "well one\n")
    #expect(try command.run("verify").status == 65)
    let recorded = try command.run("verify", "--record")
    #expect(recorded.status == 0, "\(recorded.errors)")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(/\nwell one [0-9a-f]{16}\nwell two [0-9a-f]{16}\n$/), "\(text)")
    #expect(try command.run("verify").status == 0)

    try Data(text.replacing(/well two .*\n/, with: "").utf8).write(to: file)
    let result = try command.run("verify")
    #expect(result.status == 70)
    #expect(result.errors.contains("1 of 2 cells differ"))
    #expect(result.output.contains(", not recorded in Lessons/digests.txt\n"), "\(result.output)")
    #expect(try command.run("verify", "well").status == 0, "a lesson alone may have been recorded")
    try FileManager.default.removeItem(at: file)
    #expect(try command.run("verify").status == 0, "nothing was recorded")
  }

  /// Node lets a script do what the learner may: it is never one of the course that is looked at.
  @Test func aCoursesOwnScriptIsNotRun() throws {
    let (command, copy) = try endings()
    let marker = command.home.url.appending(path: "was-run")
    try copy.create("course/site/scripts/cell.js", "require('fs').writeFileSync('\(marker.path)', '')\n")
    // Installed, but without the script.
    let executable = try LearnCommand.executable()
    try copy.create("share/learn/Lessons/course.yml")
    try copy.create("bin/place")
    let installed = copy.url.appending(path: "bin/learn")
    try FileManager.default.copyItem(at: executable, to: installed)
    for name in ["Modules", "libCellLibrary.a"] {
      try FileManager.default.createSymbolicLink(
        at: copy.url.appending(path: "bin/\(name)"),
        withDestinationURL: executable.deletingLastPathComponent().appending(path: name))
    }
    try FileManager.default.createSymbolicLink(
      at: copy.url.appending(path: "share/learn/Sources"),
      withDestinationURL: LearnCommand.project.appending(path: "Sources"))
    let result = try command.start(["verify", "well"], program: installed).result()
    #expect(result.status == 66)
    #expect(result.errors.hasPrefix("error: site/scripts/cell.js is missing\n"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: marker.path))
  }
}
