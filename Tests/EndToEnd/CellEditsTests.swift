import Foundation
import TestSupport
import Testing

/// A learner's own version of a cell: made, run, compared and put aside; never lost.
@Suite struct CellEditsTests {
  /// The course with the cells, for a test that changes it.
  func copyOfCourse() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for file in ["Lessons/cells.md", "Lessons/course.yml"] {
      try copy.create(file, String(contentsOf: CellTests.cells.appending(path: file), encoding: .utf8))
    }
    return copy
  }

  /// A command whose editor makes the change with `sed`.
  func learn(in folder: URL, editor change: String) throws -> LearnCommand {
    var learn = try LearnCommand(in: folder)
    let script = try learn.home.create("editor", "#!/bin/sh\nsed -i.old '\(change)' \"$2\" && rm \"$2.old\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    // With an option, as editors have them.
    learn.environment["EDITOR"] = "\(script.path) --wait"
    return learn
  }

  let change = "s/base is/my base is/"

  @Test func whatIsEditedIsWhatRuns() throws {
    let learn = try learn(in: CellTests.cells, editor: change)
    let edited = try learn.run("edit", "cell", "shout", input: "y\n")
    #expect(edited.status == 0, "\(edited.errors)")
    #expect(edited.output.contains("Run it now? [y/n]"))
    #expect(edited.lines.last == "my base is 2.0, seed 0")
    let ran = try learn.run("run", "shout")
    #expect(ran.lines.first?.hasPrefix("Your own version of cell 2: ") == true)
    #expect(ran.lines.last == "my base is 2.0, seed 0")
    // The stream stays a stream.
    let json = try learn.run("run", "shout", "--json")
    #expect(json.lines.allSatisfy { $0.hasPrefix("{") })
    #expect(json.errors.contains("Your own version of cell 2"))
    // The lesson's file is as it was.
    #expect(try learn.run("read", "cells").output.contains("\"base is"))
  }

  /// There is no other copy of it: nobody is told to take it away.
  @Test func aVersionThatCannotBeReadOrWrittenIsNotToBeTakenAway() throws {
    let learn = try learn(in: CellTests.cells, editor: change)
    #expect(try learn.run("edit", "shout", input: "n\n").status == 0)
    let cells = learn.home.url.appending(path: ".local/share/learn/cells")
    let path = try #require(
      try FileManager.default.subpathsOfDirectory(atPath: cells.path).first { $0.hasSuffix("/shout.swift") })
    let file = cells.appending(path: path)
    // What is a folder can be read by nobody.
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    let unread = try learn.run("run", "shout")
    #expect(unread.status == 74)
    #expect(unread.errors.hasPrefix("error: cannot read your version of the cell, \(file.path): "), "\(unread.errors)")
    #expect(!unread.errors.contains("take it away"))
    try FileManager.default.removeItem(at: file.deletingLastPathComponent())
    try Data().write(to: file.deletingLastPathComponent())
    let unwritten = try learn.run("edit", "shout", input: "n\n")
    #expect(unwritten.status == 73)
    #expect(
      unwritten.errors.hasPrefix("error: cannot write your version of the cell, \(file.path): "), "\(unwritten.errors)")
    #expect(unwritten.errors.contains("what you had written before is as it was"))
  }

  @Test func aNeededCellIsTheLearnersToo() throws {
    let learn = try learn(in: CellTests.cells, editor: "s/\"base\", 2/\"base\", 3/")
    #expect(try learn.run("edit", "figures", input: "n\n").output.contains("`learn run 1.1` runs it."))
    let ran = try learn.run("run", "shout")
    #expect(ran.lines.first?.hasPrefix("Your own version of cell 1: ") == true)
    #expect(ran.lines.last == "base is 3.0, seed 0")
  }

  @Test func differencesAreShownAndPutAside() throws {
    let learn = try learn(in: CellTests.cells, editor: change)
    #expect(try learn.run("diff", "shout").output.hasPrefix("Cell 2 is the lesson's own: you have not changed it."))
    #expect(try learn.run("edit", "shout", input: "n\n").status == 0)
    let difference = try learn.run("diff", "shout").lines
    #expect(difference.count == 5)
    #expect(difference[0] == "--- Lessons/cells.md, cell 2")
    #expect(
      Array(difference[2...]) == [
        "@@ -1,1 +1,1 @@", #"-text("base is \(base), seed \(seed)")"#, #"+text("my base is \(base), seed \(seed)")"#,
      ])
    for number in 1...2 {
      let reset = try learn.run("reset", "cell", "2").output
      let words = "Cell 2 is the lesson's own again. Yours is kept as "
      #expect(reset.hasPrefix(words))
      let backup = reset.dropFirst(words.count).dropLast()
      #expect(backup.hasSuffix("shout.former-\(number).swift"))
      #expect(try String(contentsOfFile: String(backup), encoding: .utf8).contains("my base"))
      #expect(try learn.run("run", "shout").output == "base is 2.0, seed 0\n")
      #expect(try learn.run("edit", "shout", input: "n\n").status == 0)
    }
  }

  @Test func aLessonThatChangesLeavesTheLearnersVersion() throws {
    let course = try copyOfCourse()
    let learn = try learn(in: course.url, editor: change)
    #expect(try learn.run("edit", "shout", input: "n\n").status == 0)
    let lesson = course.url.appending(path: "Lessons/cells.md")
    try Data(String(contentsOf: lesson, encoding: .utf8).replacing("base is", with: "the base is").utf8).write(
      to: lesson)
    let ran = try learn.run("run", "shout")
    #expect(ran.output.contains("The lesson's cell 2 has changed since you made your version. Yours is kept: "))
    #expect(ran.lines.last == "my base is 2.0, seed 0")
    #expect(try learn.run("diff", "shout").output.contains("-text(\"the base is"))
  }

  @Test func nothingChangedIsNothingKept() throws {
    let learn = try learn(in: CellTests.cells, editor: "s/x/x/")
    #expect(try learn.run("edit", "shout", input: "").output == "It is as it stands in the lesson: nothing to keep.\n")
    #expect(try learn.run("run", "shout").output == "base is 2.0, seed 0\n")
  }

  /// A mistake is told with the place in the learner's own file.
  @Test func aMistakeNamesTheLearnersLine() throws {
    let learn = try learn(in: CellTests.cells, editor: "s/^text/texd/")
    #expect(try learn.run("edit", "shout", input: "n\n").status == 0)
    let ran = try learn.run("run", "shout")
    #expect(ran.status == 70)
    #expect(ran.errors.contains(/cells\/shout\.swift:1:1: error: .*texd/), "\(ran.errors)")
    #expect(ran.errors.contains("\n  texd(\"base"))
  }

  /// A command, and the learner's own version of the cell with this text.
  func learn(_ cell: String, _ text: String) throws -> (learn: LearnCommand, file: URL) {
    let learn = try learn(in: CellTests.cells, editor: "s/b/B/")
    let kept = try #require(try learn.run("edit", cell, input: "n\n").lines.first { $0.contains("Kept: ") })
    let file = URL(filePath: String(try #require(kept.split(separator: "Kept: ").last)))
    try Data(text.utf8).write(to: file)
    return (learn, file)
  }

  /// The lesson's cell has a second; the learner may take more, or less.
  @Test func anOwnVersionHasItsOwnLimitAndSeed() throws {
    let more = "//| seconds: 40\r\n//| seed: 9\r\nimport Foundation\r\nsleep(2)\r\ntext(\"awake, \\(seed)\")\r\n"
    let ran = try learn("endless", more).learn.run("run", "endless")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(ran.lines.last == "awake, 9")
    let (learn, file) = try learn("shout", "//| seconds: 1\nwhile true {}\n")
    let stopped = try learn.run("run", "shout")
    #expect(stopped.status == 70)
    #expect(
      stopped.errors == """
        error: the cell was stopped: it was still running beyond its limit of 1 s
        help: is there a loop that does not end? \
        `//| seconds: 2` on top of \(file.path) gives it more time

        """)
  }

  /// Lines count from the file's first; what only the lesson can say is told.
  @Test func optionsOfAnOwnVersionHaveTheirLines() throws {
    let (learn, file) = try learn("shout", "//| seconds: 40\n//| seed: 9\ntexd(\"a\")\n")
    let ran = try learn.run("run", "shout")
    #expect(ran.status == 70)
    #expect(ran.errors.hasPrefix("\(file.path):3:1: error: "), "\(ran.errors)")
    for (line, message, help) in [
      ("//| needs: figures", "`//|` cannot be `needs`", "use `seconds` or `seed`"),
      ("//| second: 4", "`second` means nothing here", "did you mean `seconds`?"),
      ("//| seed", "`//| seed` has no value", "write `//| name: value`"),
    ] {
      try Data("//| seconds: 40\n\(line)\ntext(\"a\")\n".utf8).write(to: file)
      let faulty = try learn.run("run", "shout")
      #expect(faulty.status == 65)
      #expect(faulty.errors == "\(file.path):2:1: error: \(message)\n  \(line)\n  ^\nhelp: \(help)\n")
    }
  }

  @Test func withoutAnEditorASentence() throws {
    var learn = try LearnCommand(in: CellTests.cells)
    let none = try learn.run("edit", "shout")
    #expect(none.status == 69)
    #expect(none.errors.hasPrefix("error: no editor is named: VISUAL and EDITOR are empty\nhelp: for example"))
    learn.environment["VISUAL"] = "false"
    let failing = try learn.run("edit", "shout")
    #expect(failing.status == 69)
    #expect(
      failing.errors == """
        error: the editor `false` ended with an error
        help: it saved nothing; VISUAL, or else EDITOR, names the editor

        """)
    #expect(try learn.run("run", "shout").output == "base is 2.0, seed 0\n")
  }

  @Test func whatAnEditorSavedBeforeItFailedIsKept() throws {
    let learn = try learn(in: CellTests.cells, editor: change)
    let script = try String(contentsOf: learn.home.url.appending(path: "editor"), encoding: .utf8)
    try Data((script + "exit 1\n").utf8).write(to: learn.home.url.appending(path: "editor"))
    let failing = try learn.run("edit", "shout")
    #expect(failing.status == 69)
    #expect(failing.errors.contains("\nhelp: what it saved is kept in "))
    #expect(failing.errors.hasSuffix("/shout.swift\n"))
    #expect(try learn.run("run", "shout").lines.last == "my base is 2.0, seed 0")
  }
}
