import Foundation
import TestSupport

/// Who runs the command: whoever runs the tests, and, where that is the superuser, an ordinary user as well.
enum Account: String, CaseIterable, Sendable {
  case own, ordinary

  static let available: [Account] = geteuid() == 0 ? allCases : [.own]

  /// Nobody else has it.
  static let user: uid_t = 41_234

  /// The command's file. An ordinary user may not see into the folder where the tests were built.
  func executable() throws -> URL {
    switch self {
    case .own: try LearnCommand.executable()
    case .ordinary: try Self.installation.get()
    }
  }

  /// What is started, so that this user runs the program.
  func command(_ program: URL, _ arguments: [String]) -> [String] {
    switch self {
    case .own: [program.path] + arguments
    case .ordinary:
      ["/usr/bin/setpriv", "--reuid", "\(Self.user)", "--regid", "\(Self.user)", "--clear-groups", program.path]
        + arguments
    }
  }

  /// Gives a file or folder to the user.
  func own(_ item: URL) throws {
    guard self == .ordinary else { return }
    guard chown(item.path, Self.user, Self.user) == 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  /// The command as `make install` puts it, for everybody to read.
  private static let installation = Result { () throws -> URL in
    let executable = try LearnCommand.executable()
    let built = executable.deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "learn-installed-\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
    let library = folder.appending(path: "lib/learn", directoryHint: .isDirectory)
    let share = folder.appending(path: "share/learn", directoryHint: .isDirectory)
    let files = FileManager.default
    atexit {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "learn-installed-\(ProcessInfo.processInfo.processIdentifier)")
      do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }
    for place in [folder.appending(path: "bin"), library, share] {
      try files.createDirectory(at: place, withIntermediateDirectories: true)
    }
    let command = folder.appending(path: "bin/learn")
    try files.copyItem(at: executable, to: command)
    for name in ["Modules", "libCellLibrary.a"] {
      try files.copyItem(at: built.appending(path: name), to: library.appending(path: name))
    }
    for name in ["Lessons", "Exercises", "site"] {
      try files.copyItem(at: LearnCommand.project.appending(path: name), to: share.appending(path: name))
    }
    let mode = Process()
    mode.executableURL = URL(filePath: "/bin/chmod")
    mode.arguments = ["-R", "a+rX", folder.path]
    try mode.run()
    mode.waitUntilExit()
    return command
  }
}
