import Foundation
import Synchronization

/// The probe of what confines cells here, made once in a command: from the beginning, while it still reads what it is
/// to run, or when it is first needed.
package final class SandboxProbe: Sendable {
  package let toolchain: Toolchain
  private let cache: URL
  private let tasks = Mutex<Tasks?>(nil)

  private struct Tasks {
    let targetInfo: Task<Toolchain.TargetInfo, any Error>
    let confinement: Task<Confinement, any Error>
  }

  /// - Parameter cache: where is kept what the toolchain said of itself.
  package init(toolchain: Toolchain, cache: CompileCache) {
    self.toolchain = toolchain
    self.cache = cache.folder
  }

  /// Begins the probe while the body works. What it has started has ended when this returns.
  package func during<Result>(_ body: () async throws -> Result) async throws -> Result {
    _ = begun()
    do {
      let result = try await body()
      await end()
      return result
    } catch {
      await end()
      throw error
    }
  }

  private func begun() -> Tasks {
    tasks.withLock { tasks in
      if let tasks { return tasks }
      let new = Tasks(
        targetInfo: Task { [toolchain, cache] in try await toolchain.targetInfo(cache: cache) },
        confinement: Task { try await Confinement.find(environment: ProcessInfo.processInfo.environment) })
      tasks = new
      return new
    }
  }

  /// The toolchain's description of itself.
  ///
  /// - Throws: `CellError`, as `Toolchain.targetInfo(cache:)`.
  var targetInfo: Toolchain.TargetInfo {
    get async throws { try await value(of: begun().targetInfo) }
  }

  /// The sandbox, and the limit of memory, that work on this machine.
  ///
  /// - Throws: `CellError`, as `Confinement.find`.
  package var confinement: Confinement {
    get async throws { try await value(of: begun().confinement) }
  }

  private func value<Value: Sendable>(of task: Task<Value, any Error>) async throws -> Value {
    try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      cancel()
    }
  }

  private func end() async {
    cancel()
    guard let tasks = tasks.withLock({ $0 }) else { return }
    _ = await tasks.targetInfo.result
    _ = await tasks.confinement.result
  }

  private func cancel() {
    tasks.withLock { tasks in
      tasks?.targetInfo.cancel()
      tasks?.confinement.cancel()
    }
  }
}
