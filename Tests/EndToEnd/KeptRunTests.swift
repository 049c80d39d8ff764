import Foundation
import TestSupport
import Testing

/// What a run has shown can be saved, and seen again without running anything.
@Suite struct KeptRunTests {
  @Test func whatIsShownIsSaved() throws {
    let learn = try LearnCommand(in: CellTests.cells)
    let folder = learn.home.url.appending(path: "figures")
    let saved = try learn.run("run", "film", "--save", folder.path)
    #expect(saved.status == 0, "\(saved.errors)")
    #expect(saved.lines.last == "7 files in \(folder.path)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != ".learn-saved" }
    #expect(
      names.sorted() == [
        "counted.csv", "counted.svg", "grey-white.png", "loss.csv", "loss.svg", "moving-points.csv", "moving.png",
      ])
    let table = try String(contentsOf: folder.appending(path: "counted.csv"), encoding: .utf8)
    #expect(table == "label,Counted\n\"a, b\",1.0\nc,2.0\n")
    #expect(try Data(contentsOf: folder.appending(path: "moving.png")).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  /// learn's own files are replaced; the reader's are not, nor those that the reader has changed.
  @Test func nothingOfTheReadersIsWrittenOver() throws {
    let learn = try LearnCommand(in: CellTests.cells)
    let folder = learn.home.url.appending(path: "figures")
    try learn.home.create("figures/counted.csv", "mine\n")
    let first = try learn.run("run", "film", "--save", folder.path)
    #expect(
      first.output.contains(
        "counted.csv was there and is not learn's, or you have changed it: it stays, see counted-new.csv."))
    try Data("changed\n".utf8).write(to: folder.appending(path: "loss.csv"))
    let second = try learn.run("run", "film", "--save", folder.path, "--json")
    #expect(second.lines.allSatisfy { $0.hasPrefix("{") })
    #expect(second.errors.contains("see counted-new.csv"))
    #expect(second.errors.contains("see loss-new.csv"))
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    #expect(try text("counted.csv") == "mine\n")
    #expect(try text("loss.csv") == "changed\n")
    #expect(try text("loss-new.csv").hasPrefix("x,loss\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "counted-new-2.csv").path))
  }

  /// The figures of two cells are not mixed: those of the former give way, but for what the reader has changed.
  @Test func theFiguresOfAnotherCellGiveWay() throws {
    let learn = try LearnCommand(in: CellTests.cells)
    let folder = learn.home.url.appending(path: "figures")
    #expect(try learn.run("run", "film", "--save", folder.path).status == 0)
    try Data("changed\n".utf8).write(to: folder.appending(path: "loss.csv"))
    let second = try learn.run("run", "clouds", "--save", folder.path)
    #expect(second.status == 0, "\(second.errors)")
    #expect(second.output.contains("The figures of cell 10 (film) of “"), "\(second.output)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains("loss.csv") && !names.contains("counted.csv") && !names.contains("moving.png"), "\(names)")
    #expect(names.contains { $0.hasPrefix("ours") }, "\(names)")
  }

  @Test func aFolderWithoutANameIsWrongUse() throws {
    var learn = try LearnCommand(in: CellTests.cells)
    learn.folder = try learn.home.create("empty/file").deletingLastPathComponent()
    let result = try learn.run("run", "film", "--course", CellTests.cells.path, "--save", "")
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors == "error: `--save` names no folder\nhelp: for example `--save figures`\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: learn.folder.path) == ["file"])
  }

  @Test func aFolderThatCannotBeIsToldBeforeTheRun() throws {
    let learn = try LearnCommand(in: CellTests.cells)
    let file = try learn.home.create("file")
    let result = try learn.run("run", "film", "--save", file.appending(path: "inside").path)
    #expect(result.status == 73)
    #expect(result.output == "")
    #expect(
      result.errors == """
        error: cannot write \(file.path)/inside: a part of this path is a file and no folder
        help: choose another folder with --save

        """)
  }

  @Test func theFilmIsSentencesByStep() throws {
    var learn = try LearnCommand(in: CellTests.cells)
    // No film of an earlier test.
    learn.environment["XDG_CACHE_HOME"] = learn.home.url.appending(path: "cache").path
    let none = try learn.run("replay", "cell", "film")
    #expect(none.status == 66)
    #expect(
      none.errors == """
        error: cell 10 (film) has not been run yet: there is no film of it
        help: run it first: `learn run 1.10`

        """)
    #expect(try learn.run("run", "film").status == 0)
    // Nothing is run: there is no compiler any more.
    learn.environment["PATH"] = "/nowhere"
    let film = try learn.run("replay", "film")
    #expect(film.status == 0)
    #expect(film.lines.filter { $0.hasPrefix("step") } == ["step 1 of 3", "step 2 of 3", "step 3 of 3"])
    let expected = [
      "step 2 of 3", "loss: a curve of 2 points, from 1 at 1 to 0.5 at 2; lowest 0.5 at 2, highest 1 at 1",
      "Moving: 1 point around (0.5, 0)", "Grey / white: Four pixels of grey 2",
    ]
    #expect(Array(film.lines[4..<8]) == expected)
    #expect(film.lines.last == "Counted: a, b 1, c 2")
  }

  /// As `learn verify` names cells: the lesson, a point, the cell.
  @Test func aCellIsNamedWithItsLesson() throws {
    var learn = try LearnCommand(in: CellTests.cells)
    learn.environment["XDG_CACHE_HOME"] = learn.home.url.appending(path: "cache").path
    for name in ["1.10", "cells.film", "1.film"] {
      let none = try learn.run("replay", "cell", name)
      #expect(none.status == 66)
      #expect(none.errors.hasSuffix("help: run it first: `learn run 1.10`\n"), "\(none.errors)")
    }
    #expect(try learn.run("replay", "1.10", "--lesson", "cells").status == 66)
  }

  /// Runs of long ago give way; the last ones are there to be seen again.
  @Test func onlyTheLastRunsAreKept() throws {
    let course = try TrainingCourse()
    let runs = URL(filePath: try #require(course.learn.environment["XDG_CACHE_HOME"])).appending(path: "learn/runs")
    for index in 0..<205 {
      let file = try course.folder.create("cache/learn/runs/old/\(index).jsonl")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(index))], ofItemAtPath: file.path)
    }
    #expect(try course.run("colours").status == 0)
    let left = try FileManager.default.subpathsOfDirectory(atPath: runs.path).filter { $0.hasSuffix(".jsonl") }
    #expect(left.count == 200)
    #expect(left.contains { $0.hasSuffix("training/colours.jsonl") })
    #expect((0..<205).filter { !left.contains("old/\($0).jsonl") } == [0, 1, 2, 3, 4, 5])
  }

  /// Pictures that follow one another without a step are frames as well, and whoever saw them pass is told where.
  @Test func picturesBehindTheLastStepAreFrames() throws {
    let learn = try LearnCommand(in: CellTests.cells)
    let hint = "`learn replay 1.11` shows the film, picture by picture."
    #expect(try learn.run("run", "clouds", "--lesson", "cells").lines.last == hint)
    #expect(try !learn.run("run", "film").output.contains("picture by picture"))
    let film = try learn.run("replay", "clouds").lines
    #expect(
      film.filter { $0.hasPrefix("frame") || $0.hasPrefix("step") }
        == ["step 3 of 3"] + (2...6).map { "frame \($0) of 6" })
    #expect(film.suffix(3) == ["frame 6 of 6", "Ours: 1 point around (0.63, 0)", "Best: 1 point around (0, 0.63)"])
  }

  /// A film shows what was run, which may be another cell than the lesson has by now.
  @Test func aFilmOfAFormerVersionSaysSo() throws {
    let course = try TemporaryFolder()
    for file in ["Lessons/cells.md", "Lessons/course.yml"] {
      try course.create(file, String(contentsOf: CellTests.cells.appending(path: file), encoding: .utf8))
    }
    let learn = try LearnCommand(in: course.url)
    #expect(try learn.run("run", "film").status == 0)
    let lesson = course.url.appending(path: "Lessons/cells.md")
    let text = try String(contentsOf: lesson, encoding: .utf8)
    // A cell that has only moved in its file is the same.
    try Data(text.replacing("//| id: film", with: "//| id: film\n//| seconds: 7").utf8).write(to: lesson)
    #expect(try learn.run("replay", "film").lines.first == "step 1 of 3")
    try Data(text.replacing("Counted", with: "Numbered").utf8).write(to: lesson)
    let film = try learn.run("replay", "film")
    #expect(
      film.lines.first == "The cell has changed since this film was made: `learn run 1.10` makes a new one.")
    #expect(film.lines.last?.hasPrefix("Counted: ") == true)
    #expect(try learn.run("run", "film").status == 0)
    #expect(try learn.run("replay", "film").lines.first == "step 1 of 3")
  }
}
