import Cells
import Course
import Events
import Foundation
import TestSupport

/// The cells of `Fixtures/Browser`, compiled as a browser gets them.
enum BrowserCells {
  static let folder = LearnCommand.fixtures.appending(path: "Browser", directoryHint: .isDirectory)
  static let course = CourseReader.read(folder)
  static let script = LearnCommand.project.appending(path: "site/scripts/cell.js")
  private static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
  /// The compiled library takes half a minute: it is kept from run to run, under the hash of all that it is made from.
  static let cache = LearnCommand.project.appending(path: ".build/browser-cells", directoryHint: .isDirectory)

  /// Why nothing can be compiled or run here, or nil.
  static let obstacle: String? = ["wasm-ld", "node"].first { program($0) == nil }.map { "no \($0) on the search path" }
  static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap { program($0) }.first

  private static func program(_ name: String) -> URL? {
    searchPath.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  static func compiler() throws -> WebAssemblyCompiler {
    let probe = SandboxProbe(
      toolchain: try Toolchain.find(searchPath: searchPath), cache: CompileCache(folder: cache))
    return WebAssemblyCompiler(
      library: try WebAssemblyLibrary.find(besides: LearnCommand.executable()), cache: cache, searchPath: searchPath,
      sandbox: CellSandbox(probe: probe))
  }

  static func program(cell id: String, in lesson: String = "both") throws -> CellProgram {
    let lesson = try course.lesson(named: lesson)
    let cell = try lesson.cell(named: id)
    return CellProgram(cell, needing: lesson.needed(by: cell))
  }

  /// The events of a run in Node.
  static func run(_ id: String, seed: UInt64? = nil, settings: [String: Float] = [:]) async throws -> [Event] {
    var events: [Event] = []
    let runner = try WebAssemblyRunner(compiler: compiler(), script: script)
    try await runner.run(program(cell: id), seed: seed, settings: settings) { events.append($0) }
    return events
  }

  /// What a script prints in Node; it has `LearnCells` and the compiled cell's `bytes`.
  static func node(_ body: String, cell id: String) async throws -> String {
    let module = try await compiler().compile(program(cell: id))
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "node", "-e",
      "require(process.argv[1]); const bytes = require('fs').readFileSync(process.argv[2]); (async () => {\(body)})()",
      script.path, module.path,
    ]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The number of the fixture's line that has this text.
  static func line(_ text: String) throws -> Int {
    let lines = try String(contentsOf: folder.appending(path: "Lessons/both.md"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.contains(text) } ?? -1) + 1
  }
}
