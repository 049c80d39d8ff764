/// The limits of a single process, as the system counts them. They are set before the sandbox is entered, and hold for
/// all that is started there.
struct ProcessLimits {
  var processorSeconds: Int
  /// `nil` for what reserves far more than it uses.
  var addresses: Int? = Limits.addresses
  /// The private memory, in bytes.
  var data: Int? = Limits.memory
  var fileSize = Limits.scratch
  var openFiles = Limits.openFiles

  static func compiler(seconds: Int) -> ProcessLimits {
    ProcessLimits(processorSeconds: seconds, fileSize: Limits.compilerOutput, openFiles: 1024)
  }

  /// The lines of a shell's script. A limit that a system does not know is passed over: `ProcessTreeMonitor` looks on
  /// as well.
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
