import Foundation

/// How much of the machine a cell may take.
package enum Limits {
  /// What all processes of a cell may hold in memory together, in bytes.
  package static let memory = 2 << 30
  /// What a cell may write: events, its standard output and its standard error together, in bytes.
  package static let output = 64 << 20
  /// What a cell may keep in its scratch folder, in bytes.
  package static let scratch = 64 << 20
  /// How many processes a cell may have at once.
  package static let processes = 64
  static let openFiles = 256
  /// Threads count as processes where the system counts: what is too much is told by `Watch`, before the system refuses.
  static let tasks = 320

  /// A shell's script that sets the limits, opens file descriptor 3 for events and becomes the program `$0`.
  ///
  /// A limit that a system does not know is passed over: `Watch` looks on as well. Only private memory is limited for a
  /// single process: a cap on addresses would also count what threads merely reserve.
  ///
  /// - Parameters:
  ///   - seconds: how long the run may take. The limit of processor time lies above all that its threads can use by
  ///     then, and ends a cell that nobody watches any more.
  ///   - limitsTasks: whether the system counts this cell's processes alone, and not all of the user's.
  static func script(seconds: Int, limitsTasks: Bool) -> String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var lines = [
      "ulimit -c 0", "ulimit -t \((seconds + 5) * cores)", "ulimit -n \(openFiles)", "ulimit -d \(memory / 1024)",
      "ulimit -f \(scratch / 512)",
    ].map { "\($0) 2>/dev/null" }
    // Shells do not agree on the letter.
    if limitsTasks { lines.append("ulimit -u \(tasks) 2>/dev/null || ulimit -p \(tasks) 2>/dev/null") }
    return (lines + [#"exec "$0" "$@" 3>&1"#]).joined(separator: "\n")
  }
}
