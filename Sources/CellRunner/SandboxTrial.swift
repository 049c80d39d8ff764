import Foundation

/// The sandbox that cells are to run in, tried out while a command still reads what it is to run.
package struct SandboxTrial: Sendable {
  private let runtimeTask: Task<URL, any Error>
  private let sandboxTask: Task<Sandbox, any Error>

  /// Begins the trial.
  ///
  /// - Parameter cache: where is kept what the toolchain said of itself.
  package init(toolchain: Toolchain, cache: CompileCache) {
    let runtime = Task { try await toolchain.facts(cache: cache.folder).runtime as URL }
    runtimeTask = runtime
    sandboxTask = Task {
      let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
      return try await Sandbox.find(searchPath: searchPath, runtime: try await runtime.value)
    }
  }

  /// The folder `lib/swift` of the toolchain, which the sandbox shows to cells.
  ///
  /// - Throws: `CellError`, as `Toolchain.facts`.
  var runtime: URL {
    get async throws {
      try await withTaskCancellationHandler {
        try await runtimeTask.value
      } onCancel: {
        cancel()
      }
    }
  }

  /// What works.
  ///
  /// - Throws: `CellError`, as `Sandbox.find`.
  var sandbox: Sandbox {
    get async throws {
      try await withTaskCancellationHandler {
        try await sandboxTask.value
      } onCancel: {
        cancel()
      }
    }
  }

  /// Ends the trial, where it still goes on: what it has started does not outlive the command.
  package func end() async {
    cancel()
    _ = await sandboxTask.result
  }

  private func cancel() {
    runtimeTask.cancel()
    sandboxTask.cancel()
  }
}
