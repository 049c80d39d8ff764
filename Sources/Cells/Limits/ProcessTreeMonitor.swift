import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A monitor that looks on while a cell runs: how many processes it has, and how much memory they hold together. It is
/// the second line behind the limits of the system, which count a process at a time, or not at all where there is no
/// sandbox.
struct ProcessTreeMonitor: Sendable {
  /// The folder where Linux tells of processes. Elsewhere nothing is found.
  var folder = "/proc"

  /// - Parameter root: the process that was started for the cell, or for the compiler.
  func excess(below root: Int32) -> CellError.Excess? {
    var waiting = [root]
    var count = 0, memory = 0
    while let process = waiting.popLast() {
      count += 1
      memory += residentBytes(of: process)
      if memory > Limits.memory { return .memory }
      // The sandbox's own processes, and the shell's, come on top.
      if count > Limits.processes + 3 { return .processes }
      waiting += children(of: process)
    }
    return nil
  }

  /// The processor time, in seconds, that a process and all below it have used, with those of them that have ended;
  /// `nil` where nothing tells of it.
  func processorSeconds(below root: Int32) -> Double? {
    guard var sum = processorSeconds(of: root) else { return nil }
    var waiting = children(of: root), count = 0
    // There are no more for long: `excess` ends them.
    while let process = waiting.popLast(), count <= 2 * Limits.processes {
      count += 1
      sum += processorSeconds(of: process) ?? 0
      waiting += children(of: process)
    }
    return sum
  }

  private func processorSeconds(of process: Int32) -> Double? {
    // `process (name) state …`: of what follows the name, the 12th to the 15th are its own ticks and its children's.
    guard let rest = text("\(process)/stat").split(separator: ")").last?.split(separator: " "), rest.count > 14 else {
      return nil
    }
    return Double(rest[11...14].reduce(0) { $0 + (Int($1) ?? 0) }) / Self.ticksPerSecond
  }

  private func residentBytes(of process: Int32) -> Int {
    let parts = text("\(process)/statm").split(separator: " ")
    return parts.count > 1 ? (Int(parts[1]) ?? 0) * Self.pageSize : 0
  }

  func children(of process: Int32) -> [Int32] {
    // Each thread has children of its own. A process that ends while we look has none.
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(process)/task") else {
      return []
    }
    return threads.flatMap { text("\(process)/task/\($0)/children").split(separator: " ").compactMap { Int32($0) } }
  }

  /// Whether a process has ended, and is not waited for yet.
  func isOver(_ process: Int32) -> Bool {
    // `process (name) state …`
    text("\(process)/stat").split(separator: ")").last?.split(separator: " ").first == "Z"
  }

  /// Returns the bytes and files in a folder in memory that is the own of a namespace.
  ///
  /// - Parameters:
  ///   - path: of the folder, as the namespace sees it.
  ///   - root: the process whose child is the first of the namespace. Until that has its own folders, it sees ours.
  func used(of path: String, below root: Int32) -> (bytes: Int, files: Int) {
    for process in children(of: root) {
      let inside = "\(folder)/\(process)/root\(path)"
      guard let device = Self.device(of: inside), device != Self.device(of: path) else { continue }
      var system = statvfs()
      guard statvfs(inside, &system) == 0 else { continue }
      return (
        (Int(system.f_blocks) - Int(system.f_bfree)) * Int(system.f_frsize), Int(system.f_files) - Int(system.f_ffree)
      )
    }
    return (0, 0)
  }

  /// Returns the bytes and files in a folder of this machine, by what the disk holds: a file may have more blocks than
  /// bytes. A folder that cannot be looked into is too much. Counting ends beyond the limits.
  static func used(_ folder: URL, bytes: Int, files: Int) -> (bytes: Int, files: Int) {
    var isReadable = true
    let items = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: []) { _, error in
      // What goes away meanwhile takes no room.
      if (error as? CocoaError)?.code != .fileReadNoSuchFile { isReadable = false }
      return true
    }
    var used = (bytes: 0, files: 0)
    while used.bytes <= bytes, used.files <= files, let item = items?.nextObject() as? URL {
      var status = stat()
      guard lstat(item.path, &status) == 0 else { continue }
      used.bytes += max(Int(status.st_size), Int(status.st_blocks) * 512)
      used.files += 1
    }
    return isReadable ? used : (.max, .max)
  }

  private static func device(of path: String) -> UInt64? {
    var file = stat()
    return stat(path, &file) == 0 ? UInt64(truncatingIfNeeded: file.st_dev) : nil
  }

  private func text(_ path: String) -> String {
    FileManager.default.contents(atPath: "\(folder)/\(path)").map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static let pageSize = Int(getpagesize())
  private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
}
