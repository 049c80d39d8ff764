import Foundation

/// How much of the machine a cell may take.
package enum Limits {
  /// What all processes of a cell may hold in memory together, in bytes.
  package static let memory = 2 << 30
  /// Where the kernel counts for all of them: a single process that asks for too much is refused before, and there is room
  /// for what tells of it.
  static let groupMemory = memory + (256 << 20)
  /// What a single process may map, in bytes: its memory, and what its threads reserve.
  static let addresses = 3 << 30
  /// What a cell may write: events, its standard output and its standard error together, in bytes.
  package static let output = 64 << 20
  /// What a cell may keep in its scratch folder, in bytes.
  package static let scratch = 64 << 20
  /// What a cell may keep of what it learns, in bytes: the file, and the one that is to take its place.
  package static let kept = 128 << 20
  /// How many files may lie in a folder that the system limits by bytes alone.
  package static let files = 10_000
  /// How many processes a cell may have at once.
  package static let processes = 64
  static let openFiles = 256
  /// Threads count as processes where the system counts: what is too much is told by `Watch`, before the system refuses.
  static let tasks = 320

  /// What the compiler may take of the processor for a cell, in seconds. A large cell takes two.
  package static let compilerSeconds = 60
  /// The same for the model library, which is no stranger's.
  static let libraryCompilerSeconds = 900
  /// How much longer a compilation may last than it may use the processor, on a machine that is busy otherwise.
  static let compilerPatience = 10
  /// What a compiler may write, in bytes.
  package static let compilerOutput = 512 << 20
  /// What is read of what a compiler says, in bytes.
  static let compilerMessages = 4 << 20
}

/// What a single process may take, as the system counts it. It is set before the sandbox is entered, and holds for all
/// that is started there.
struct ProcessLimits {
  var processorSeconds: Int
  /// `nil` for what reserves far more than it uses.
  var addresses: Int? = Limits.addresses
  /// Private memory.
  var data: Int? = Limits.memory
  var fileSize = Limits.scratch
  var openFiles = Limits.openFiles

  static func compiler(seconds: Int) -> ProcessLimits {
    ProcessLimits(processorSeconds: seconds, fileSize: Limits.compilerOutput, openFiles: 1024)
  }

  /// The lines of a shell's script. A limit that a system does not know is passed over: `Watch` looks on as well.
  var script: [String] {
    // The signal that tells of the time comes ahead of the one that cannot be told from others.
    var limits = [
      ("c", 0), ("Ht", processorSeconds + 5), ("St", processorSeconds), ("n", openFiles), ("f", fileSize / 512),
    ]
    if let data { limits.append(("d", data / 1024)) }
    if let addresses { limits.append(("v", addresses / 1024)) }
    return limits.map { "ulimit -\($0) \($1) 2>/dev/null" }
  }

  /// The limit of processes and threads, set inside, where the system counts those of the sandbox apart. Shells do not
  /// agree on the letter.
  static let tasksScript = "ulimit -u \(Limits.tasks) 2>/dev/null || ulimit -p \(Limits.tasks) 2>/dev/null"
}

/// A word in a shell's script.
enum ShellWord {
  /// The command of a shell that runs one after the other, and stops at the first that fails.
  static func sequence(_ commands: [[String]]) -> [String] {
    ["/bin/sh", "-c", commands.map { $0.map(quoted).joined(separator: " ") }.joined(separator: " && ")]
  }

  static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: #"'\''"#))'" }
}
