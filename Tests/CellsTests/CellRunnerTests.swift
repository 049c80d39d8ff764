import Course
import Foundation
import TestSupport
import Testing

@testable import Cells

/// Whether a run could go on is a question: it changes nothing, and what keeps it from being answered is told.
@Suite struct CellRunnerTests {
  let folder: TemporaryFolder
  let cell = Cell(number: 1, id: "mine", file: "Lessons/a.md", firstLine: 1, code: "")

  init() throws { folder = try TemporaryFolder() }

  func runner() throws -> CellRunner {
    let library = CellLibrary(modules: folder.url, archive: folder.url.appending(path: "lib.a"))
    let toolchain = Toolchain(compiler: try folder.create("bin/swiftc"))
    let cache = CompileCache(folder: folder.url.appending(path: "cells"))
    let sandbox = CellSandbox(probe: SandboxProbe(toolchain: toolchain, cache: cache))
    let compiler = CellCompiler(toolchain: toolchain, library: library, cache: cache, sandbox: sandbox)
    return CellRunner(compiler: compiler, trainingFolder: folder.url.appending(path: "trainings"))
  }

  @Test func askingMakesNothing() throws {
    let runner = try runner()
    try folder.create("lib.a")
    let before = try folder.contents()
    #expect(try !runner.canResume(CellProgram(cell)))
    #expect(try folder.contents() == before)
  }

  @Test func askingTakesNothingAwayAndTouchesNothing() throws {
    let runner = try runner()
    try folder.create("lib.a")
    let file = TrainingStore(folder: folder.url.appending(path: "trainings")).file(of: cell)
    let entry = "trainings/\(file.deletingLastPathComponent().lastPathComponent)"
    try folder.create("\(entry)/trainings", "damaged")
    try folder.create("\(entry)/half", "")
    let past = Date(timeIntervalSince1970: 1_000_000)
    for path in ["\(entry)/half", entry] {
      try FileManager.default.setAttributes(
        [.modificationDate: past], ofItemAtPath: folder.url.appending(path: path).path)
    }
    for index in 0...TrainingStore.limit { try folder.create("trainings/\(String(format: "%016x", index))/trainings") }
    let before = try folder.contents()
    #expect(try !runner.canResume(CellProgram(cell)))
    #expect(try folder.contents() == before)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: entry).path)
    #expect(attributes[.modificationDate] as? Date == past)
  }

  @Test func whatKeepsItFromBeingAnsweredIsTold() throws {
    let runner = try runner()
    #expect(throws: CellError.noLibrary(searched: [folder.url.appending(path: "lib.a").path])) {
      try runner.canResume(CellProgram(cell))
    }
    try folder.create("lib.a")
    // A file where the folder should be.
    try folder.create("trainings")
    #expect {
      try runner.canResume(CellProgram(cell))
    } throws: {
      if case CellError.cannotRead = $0 { true } else { false }
    }
  }
}
