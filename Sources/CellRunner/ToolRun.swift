import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of a compiler or a linker, in a process group of its own that ends with it.
struct ToolRun {
  /// How a group ends that must end: asked first, then killed.
  static let teardown: [TeardownStep] = [
    .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
  ]

  let isSuccess: Bool
  /// What it wrote to its standard output and its standard error.
  let output: String

  /// - Parameter folder: where it runs; what it leaves behind of its own lies in a folder therein, and goes.
  /// - Throws: `CellError.interrupted` where the task was cancelled, `cannotWrite`.
  init(_ tool: URL, _ arguments: [String], in folder: URL) async throws {
    let temporary = folder.appending(path: "temporary", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    } catch {
      throw CellError.cannotWrite(path: temporary.path, reason: error.localizedDescription)
    }
    // A driver with one job becomes that job, and can tidy up no more.
    defer { try? FileManager.default.removeItem(at: temporary) }
    var platform = PlatformOptions()
    platform.processGroupID = 0
    platform.teardownSequence = Self.teardown
    var bytes: [UInt8] = []
    let result = try await run(
      .path(FilePath(tool.path)), arguments: Arguments(arguments),
      environment: .inherit.updating(["TMPDIR": temporary.path]), workingDirectory: FilePath(folder.path),
      platformOptions: platform, input: .none, output: .sequence, error: .combinedWithOutput
    ) { execution in
      // The driver's own children, which do not end when it does.
      defer { kill(-execution.processIdentifier.value, SIGKILL) }
      for try await buffer in execution.standardOutput { buffer.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    }
    if Task.isCancelled { throw CellError.interrupted }
    isSuccess = result.terminationStatus.isSuccess
    output = String(decoding: bytes, as: UTF8.self)
  }
}
