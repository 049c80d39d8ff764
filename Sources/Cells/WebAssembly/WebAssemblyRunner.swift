import Course
import Events
import Files
import Foundation
import Messages
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A runner of cells as a browser runs them: compiled to WebAssembly, in Node, through the script that the pages use.
/// Node, too, works in the sandbox.
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

  /// The script that Node runs: each event goes out as the line that the cell wrote.
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
    let seconds = cell.secondsAllowed * Self.patience
    let launch = try await compiler.sandbox.confinement.launch(
      sandboxed(module, options: json, seconds: seconds, in: try await compiler.sandbox.confinement.sandbox))
    defer { launch.remove() }
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = ToolRun.teardown
    var gate = EventGate(cell)
    var sentence: (text: String, line: Int?)?

    func tell(_ event: CellEvent) {
      if case .error(let message, let line) = event.event { sentence = (message, line) } else { onEvent(event.event) }
    }

    let result = try await Subprocess.run(
      .path(FilePath(launch.executable.path)), arguments: Arguments(launch.arguments),
      environment: .custom(launch.environment.keyed), workingDirectory: launch.workingFolder.map { FilePath($0.path) },
      platformOptions: platform, input: .none, output: .sequence, error: .string(limit: 1 << 20)
    ) { execution -> CellSupervisor in
      let supervisor = CellSupervisor(
        group: execution.processIdentifier.value, launch: launch, limit: TimeLimit(cellSeconds: seconds))
      let supervision = Task { try await supervisor.supervise() }
      defer { supervision.cancel() }
      try await withTaskCancellationHandler {
        for try await buffer in execution.standardOutput {
          guard supervisor.addOutput(buffer.count), buffer.withUnsafeBytes({ gate.read($0, tell) }) else { break }
        }
      } onCancel: {
        supervisor.kill()
      }
      supervisor.kill()
      return supervisor
    }
    gate.finish(tell)
    if Task.isCancelled { throw CellError.interrupted }
    if let refusal = gate.result.refusal { throw CellError.stopped(reason: refusal, file: cell.file, line: nil) }
    switch result.closureResult.terminationCause {
    case .outOfTime: throw CellError.tookTooLong(seconds: seconds, file: cell.file, kept: nil)
    case .waitedTooLong: throw CellError.waitedTooLong(seconds: seconds, file: cell.file, kept: nil)
    case .took(let excess): throw CellError.stopped(reason: .tookTooMuch(excess), file: cell.file, line: nil)
    case nil: break
    }
    if let sentence { throw CellError.stopped(reason: .said(sentence.text), file: cell.file, line: sentence.line) }
    guard gate.result.isDone else { throw WebAssemblyError.hostFailed(visible(result.standardError)) }
  }

  /// - Parameter options: what the script is told, as JSON.
  private func sandboxed(_ module: URL, options: String, seconds: Int, in sandbox: Sandbox) -> SandboxedProgram {
    typealias Input = SandboxedProgram.Input
    let script = Input(.file, script, as: "cell.js"), module = Input(.file, module, as: "cell.wasm")
    var inputs = [script, module]
    var tool = node.path
    // One that the system's own folders do not have.
    if sandbox.isNamespace, !tool.hasPrefix("/usr/"), !tool.hasPrefix("/bin/") {
      let file = node.resolvingSymlinksInPath()
      let folder = Input(.folder, file.deletingLastPathComponent().deletingLastPathComponent(), as: "node")
      inputs.append(folder)
      tool = "\(folder.path(in: sandbox))/bin/\(file.lastPathComponent)"
    }
    let words = [tool, "-e", Self.program, script.path(in: sandbox), module.path(in: sandbox), options]
    let cores = ProcessInfo.processInfo.activeProcessorCount
    // Node reserves addresses by the gigabyte.
    let limits = ProcessLimits(
      processorSeconds: Int(Double(seconds + 5) * MachineSpeed.slowness) * cores, addresses: nil)
    return SandboxedProgram(
      command: { _ in words }, inputs: inputs, limits: limits, environment: ["PATH": compiler.searchPath])
  }
}
