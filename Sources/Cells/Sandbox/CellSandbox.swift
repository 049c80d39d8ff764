/// The sandbox that cells are compiled and run in, and who is told where none works.
package struct CellSandbox: Sendable {
  package let probe: SandboxProbe
  private let onMissing: @Sendable (Sandbox.Absence) throws -> Void

  /// - Parameter onMissing: is called before a compiler or a cell works without a sandbox, and may refuse.
  package init(probe: SandboxProbe, onMissing: @escaping @Sendable (Sandbox.Absence) throws -> Void = { _ in }) {
    self.probe = probe
    self.onMissing = onMissing
  }

  /// The confinement of a stranger's code that is about to run.
  ///
  /// - Throws: `CellError`, and what `onMissing` throws.
  var confinement: Confinement {
    get async throws {
      let confinement = try await probe.confinement
      if case .none(let absence) = confinement.sandbox { try onMissing(absence) }
      return confinement
    }
  }

  var targetInfo: Toolchain.TargetInfo {
    get async throws { try await probe.targetInfo }
  }
}
