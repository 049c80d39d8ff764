import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// What stands between a cell and the reader's machine: without network, without sight of the reader's files, without a
/// place to write but a scratch folder.
package enum Sandbox: Equatable, Sendable {
  case bubblewrap(Bubblewrap)
  /// macOS: `sandbox-exec`.
  case seatbelt(URL)
  /// The limits of the system alone.
  case none(Absence)

  /// Why there is no sandbox. The wording is in `Failure+Cells.swift`.
  package enum Absence: String, Equatable, Sendable {
    /// Neither `bwrap` nor `sandbox-exec` is installed.
    case notInstalled
    /// It is installed, and the system forbids what it does.
    case forbidden
  }

  /// The best sandbox that works here. It is tried out each time, which takes some milliseconds beside other
  /// work, and is never out of date.
  package static func find(searchPath: String, runtime: URL) async throws(CellError) -> Sandbox {
    #if os(macOS)
      let sandbox = Sandbox.seatbelt(URL(filePath: "/usr/bin/sandbox-exec"))
      return try await sandbox.works(runtime: runtime) ? sandbox : .none(.forbidden)
    #else
      guard let tool = SearchPath.executable("bwrap", in: searchPath) else { return .none(.notInstalled) }
      for variant in Bubblewrap.Variant.suitable {
        let sandbox = Sandbox.bubblewrap(Bubblewrap(tool: tool, variant: variant))
        if try await sandbox.works(runtime: runtime) { return sandbox }
      }
      return .none(.forbidden)
    #endif
  }

  /// Whether it brings a scratch folder of its own.
  var hasScratch: Bool { if case .bubblewrap = self { true } else { false } }

  /// How a program is started in the sandbox.
  struct Launch {
    var executable: URL
    var arguments: [String]
    /// Where the program finds the data sets.
    var dataFolder: String?
    /// Where it may keep what it learns.
    var keptFolder: String?
    /// In addition to what every cell is told.
    var environment: [String: String] = [:]
    /// Whether the program runs in a namespace, below a process of the sandbox's, which tells of a signal by a status
    /// above 128, as a shell does.
    var isNamespace = false
  }

  /// - Parameters:
  ///   - program: the compiled cell.
  ///   - runtime: the folder `lib/swift` of the toolchain.
  ///   - scratch: a folder that is removed after the run; `bubblewrap` has one of its own.
  ///   - kept: a folder of the cell's own, which stays.
  func launch(
    _ program: URL, runtime: URL, dataFolder: URL?, scratch: URL, kept: URL? = nil, seconds: Int
  ) -> Launch {
    switch self {
    case .bubblewrap(let bubblewrap):
      return bubblewrap.launch(program, runtime: runtime, dataFolder: dataFolder, kept: kept, seconds: seconds)
    case .seatbelt(let tool):
      let profile = Seatbelt.profile(
        program: program, runtime: runtime, dataFolder: dataFolder, writable: [scratch] + (kept.map { [$0] } ?? []))
      return Launch(
        executable: tool,
        arguments: ["-p", profile, "/bin/sh", "-c", Limits.script(seconds: seconds, limitsTasks: false), program.path],
        dataFolder: dataFolder?.path, keptFolder: kept?.path,
        environment: ["TMPDIR": scratch.path, "HOME": scratch.path])
    case .none:
      // The system would count all of the reader's own processes, too.
      return Launch(
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", Limits.script(seconds: seconds, limitsTasks: false), program.path],
        dataFolder: dataFolder?.path, keptFolder: kept?.path, environment: ["TMPDIR": scratch.path])
    }
  }

  /// Whether a program that does nothing comes through.
  private func works(runtime: URL) async throws(CellError) -> Bool {
    let launch = launch(
      URL(filePath: "/bin/sh"), runtime: runtime, dataFolder: nil, scratch: FileManager.default.temporaryDirectory,
      seconds: 5)
    do {
      let result = try await run(
        .path(FilePath(launch.executable.path)), arguments: Arguments(launch.arguments + ["-c", "exit 0"]),
        environment: .custom(["PATH": "/usr/bin:/bin"]), input: .none, output: .discarded, error: .discarded)
      if Task.isCancelled { throw CellError.interrupted }
      return result.terminationStatus.isSuccess
    } catch {
      if Task.isCancelled { throw .interrupted }
      return false
    }
  }
}

/// Where programs are.
enum SearchPath {
  /// The first program of this name.
  static func executable(_ name: String, in searchPath: String) -> URL? {
    searchPath.split(separator: ":").lazy.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
