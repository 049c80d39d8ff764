import Course
import Display
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs cells as a browser does: compiled to WebAssembly, in Node, through the script that the pages use.
package struct WebAssemblyRunner: Sendable {
  package let compiler: WebAssemblyCompiler
  private let node: URL
  private let script: URL

  /// - Parameter script: the site's `scripts/cell.js`.
  /// - Throws: `WebAssemblyError.noNode`.
  package init(compiler: WebAssemblyCompiler, script: URL) throws(WebAssemblyError) {
    guard let node = SearchPath.executable("node", in: compiler.searchPath) else {
      throw .noNode(searched: compiler.searchPath)
    }
    self.compiler = compiler
    self.node = node
    self.script = script
  }

  /// A browser has one thread and narrow vectors: it may take so many times as long as a cell's limit.
  private static let patience = 8

  /// What Node is told to do: each event goes out as the line that the cell wrote.
  private static let program = """
    const fs = require("node:fs")
    const [script, module, options] = process.argv.slice(1)
    require(script)
    const write = text => { for (let rest = Buffer.from(text); rest.length > 0;) rest = rest.subarray(fs.writeSync(1, rest)) }
    LearnCells.run(fs.readFileSync(module), JSON.parse(options), (event, line) => write(line ?? JSON.stringify(event) + "\\n"))
    """

  /// Runs `program` to its end; parameters as those of `CellRunner.run`.
  ///
  /// - Throws: `WebAssemblyError`, `CellError`.
  package func run(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], onEvent: (Event) -> Void
  ) async throws {
    let module = try await compiler.compile(program)
    let cell = program.cell
    let options: [String: Any] = [
      // As text: JSON's numbers cannot hold every seed.
      "cell": cell.id, "seed": String(seed ?? cell.seed), "settings": settings.mapValues { Double($0) },
    ]
    let json = String(decoding: try JSONSerialization.data(withJSONObject: options), as: UTF8.self)
    var platform = PlatformOptions()
    platform.processGroupID = 0
    platform.teardownSequence = ToolRun.teardown
    var decoder = EventDecoder()
    var isDone = false
    var sentence: (text: String, line: Int?)?

    func tell(_ events: [CellEvent]) {
      for event in events {
        if case .done = event.event { isDone = true }
        if case .error(let message, let line) = event.event { sentence = (message, line) } else { onEvent(event.event) }
      }
    }

    let seconds = cell.secondsAllowed * Self.patience
    let result = try await Subprocess.run(
      .path(FilePath(node.path)),
      arguments: Arguments(["-e", Self.program, script.path, module.path, json]),
      environment: .custom(["PATH": compiler.searchPath]), platformOptions: platform, input: .none, output: .sequence,
      error: .string(limit: 1 << 20)
    ) { execution -> CellEnding in
      let ending = CellEnding(group: execution.processIdentifier.value, isNamespace: false, seconds: seconds)
      let supervisor = Task { try await ending.supervise() }
      defer { supervisor.cancel() }
      for try await buffer in execution.standardOutput {
        guard ending.counts(buffer.count) else { break }
        tell(buffer.withUnsafeBytes { decoder.decode($0) })
      }
      return ending
    }
    tell(decoder.finish())
    if Task.isCancelled { throw CellError.interrupted }
    switch result.closureResult.cause {
    case .outOfTime: throw CellError.tookTooLong(seconds: seconds, file: cell.file)
    case .took(let excess): throw CellError.stopped(reason: .tookTooMuch(excess), file: cell.file, line: nil)
    case nil: break
    }
    if let sentence { throw CellError.stopped(reason: .said(sentence.text), file: cell.file, line: sentence.line) }
    guard isDone else { throw WebAssemblyError.hostFailed(visible(result.standardError)) }
  }
}
