import ArgumentParser
import Foundation
import Messages
import Synchronization
import TestSupport
import Workspace

@testable import LearnCommands
@testable import Terminal

/// A machine that a command runs on without a process of its own: an empty home, and an output that is read.
final class TestMachine {
  let home: TemporaryFolder
  var machine: Machine
  private let written = Written()

  private final class Written: Sendable {
    let output = Mutex("")
    let errors = Mutex("")
  }

  /// - Parameter folder: in which the command is called.
  init(in folder: URL = TestMachine.sound, now: Int64 = 1_800_000_000) throws {
    home = try TemporaryFolder()
    let directories = Directories(
      environment: ["HOME": home.url.path], executable: Self.root.appending(path: ".build/debug/learn"), current: folder
    )
    let written = written
    machine = Machine(
      directories: directories, screen: Screen(),
      output: Output(
        write: { text in written.output.withLock { $0 += text } },
        error: { text in written.errors.withLock { $0 += text } }),
      now: now)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let sound = root.appending(path: "Tests/Fixtures/Sound", directoryHint: .isDirectory)

  /// Runs a command, as it stands on the command line, and takes what it wrote.
  func run(_ words: String...) async throws -> (output: String, errors: String) {
    let command = try Learn.parseAsRoot(words)
    guard let command = command as? any MachineCommand else { throw ExitCode.validationFailure }
    try await command.run(on: machine)
    return (take(written.output), take(written.errors))
  }

  private func take(_ text: borrowing Mutex<String>) -> String {
    text.withLock { text in
      defer { text = "" }
      return text
    }
  }
}
