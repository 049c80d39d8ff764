import Files
import Foundation

/// The confinement of strangers' programs on this machine: the sandbox, and what limits their memory.
package struct Confinement: Equatable, Sendable {
  package var sandbox: Sandbox
  package var memory: MemoryLimit

  func launch(_ program: SandboxedProgram) throws(CellError) -> Sandbox.Launch {
    try sandbox.launch(program, memory: memory)
  }

  /// The best that works here. It is tried out in each command that needs it, beside other work, and is never out of
  /// date.
  ///
  /// - Throws: `CellError.interrupted`; `.cannotStart`, `.cannotWrite` where a sandbox cannot be tried out now, which
  ///   says nothing of whether it works: nobody goes without one for that.
  package static func find(environment: [String: String]) async throws(CellError) -> Confinement {
    let searchPath = environment["PATH"] ?? ""
    let limits = MemoryLimit.candidates(searchPath: searchPath, environment: environment)
    let sandboxes: [Sandbox]
    let absence: Sandbox.Absence
    #if os(macOS)
      sandboxes = [.seatbelt(URL(filePath: "/usr/bin/sandbox-exec"))]
      absence = .forbidden
    #else
      let tool = SearchPath.executable("bwrap", in: searchPath)
      sandboxes =
        tool.map { tool in
          Bubblewrap.Variant.suitable.map { .bubblewrap(Bubblewrap(tool: tool, variant: $0)) }
        } ?? []
      absence = tool == nil ? .notInstalled : .forbidden
    #endif
    for sandbox in sandboxes + [.none(absence)] {
      for memory in limits {
        let confinement = Confinement(sandbox: sandbox, memory: memory)
        if try await confinement.works() { return confinement }
      }
    }
    return Confinement(sandbox: .none(absence), memory: .addresses)
  }

  /// Whether a program that only writes a line comes through, and the line with it.
  private func works() async throws(CellError) -> Bool {
    // Whoever may make a group of version 1 may join it, which takes the kernel a fiftieth of a second: that is not tried.
    if case .group(let place) = memory, place.version == .one {
      guard let group = MemoryGroup(in: place, memory: Limits.groupMemory, tasks: Limits.tasks) else { return false }
      group.remove()
      return try await Confinement(sandbox: sandbox, memory: .addresses).works()
    }
    // Whoever has no sandbox is told of it; there a scope would be no more than another limit.
    if case .scope = memory, !sandbox.isNamespace { return false }
    let program = SandboxedProgram(
      command: { ["/bin/sh", "-c", #"echo works >"$0"/works"#, $0] }, inputs: [],
      output: SandboxedProgram.Output(size: 1 << 16),
      limits: ProcessLimits(processorSeconds: 5))
    do throws(CellError) {
      let run = try await ToolRun(program, in: self, wallSeconds: 60)
      if run.excess != nil, isSandboxed {
        throw CellError.cannotStart(path: "the sandbox", reason: "it took too long, or too much memory; try again")
      }
      return run.isSuccess && run.folder?.version(of: "works")?.size == 6
    } catch {
      if case .interrupted = error { throw error }
      // Without a sandbox there is only what limits memory to go on to.
      if isSandboxed { throw error }
      return false
    }
  }

  /// Whether it is a sandbox that is tried out, and not whether the system has a scope for it.
  private var isSandboxed: Bool {
    if case .none = sandbox { return false }
    if case .scope = memory { return false }
    return true
  }
}
