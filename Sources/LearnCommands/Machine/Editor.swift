import Foundation
import Messages
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

/// The learner's editor, as `$VISUAL` or `$EDITOR` names it.
struct Editor {
  let command: String

  /// - Parameter file: what is to be edited, for those who have no editor.
  init(for file: URL, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let command = ["VISUAL", "EDITOR"].lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty }) else {
      throw Failure(
        "no editor is named: VISUAL and EDITOR are empty",
        help: "for example `export EDITOR=nano`; or open \(file.path) yourself, `learn run` takes what stands in it",
        status: .unavailable)
    }
    self.command = command
  }

  /// Opens the file and waits until the editor is closed.
  func open(_ file: URL) async throws {
    let before = FileManager.default.contents(atPath: file.path)
    // Ctrl-C belongs to the editor. With a handler, and not ignored: what is ignored would be ignored by the editor, too.
    for number in [SIGINT, SIGQUIT] { signal(number) { _ in } }
    defer { for number in [SIGINT, SIGQUIT] { signal(number, SIG_DFL) } }
    // The shell takes the command apart, for it may have options.
    let result = try await run(
      .path("/bin/sh"), arguments: ["-c", "exec \(command) \"$1\"", "sh", file.path],
      input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
      output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
      error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
    guard result.terminationStatus.isSuccess else {
      let after = FileManager.default.contents(atPath: file.path)
      throw Failure(
        "the editor `\(command)` ended with an error",
        help: after == nil || after == before
          ? "it saved nothing; VISUAL, or else EDITOR, names the editor" : "what it saved is kept in \(file.path)",
        status: .unavailable)
    }
  }
}
