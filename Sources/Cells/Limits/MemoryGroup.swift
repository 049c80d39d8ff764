import Foundation
import Synchronization

/// A control group of Linux for one run: what all of its processes hold in memory together is limited by the kernel,
/// whatever kind of memory it is.
///
/// It is had where we may make one: as the superuser, or in a subtree that the user's service manager has delegated.
package final class MemoryGroup: Sendable {
  /// A folder of the control group file system in which groups can be made.
  package struct Place: Equatable, Sendable {
    package enum Version: Int, Sendable { case one = 1, two }

    package let version: Version
    /// The folder in which a group is made.
    let memory: URL
  }

  private let version: Place.Version
  private let folders: [URL]

  /// - Returns: `nil` where none can be made.
  init?(in place: Place, memory: Int, tasks: Int) {
    version = place.version
    let name =
      "\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier).\(Self.count.wrappingAdd(1, ordering: .relaxed).newValue)"
    var made: [URL] = []
    func make(in parent: URL, _ limits: [(file: String, value: String, isNeeded: Bool)]) -> Bool {
      Self.removeAbandoned(in: parent)
      let folder = parent.appending(path: name, directoryHint: .isDirectory)
      guard mkdir(folder.path, 0o700) == 0 else { return false }
      made.append(folder)
      return limits.allSatisfy { Self.write($0.value, to: folder.appending(path: $0.file)) || !$0.isNeeded }
    }
    let isMade: Bool
    switch place.version {
    case .one:
      isMade = make(
        in: place.memory,
        [
          ("memory.limit_in_bytes", "\(memory)", true),
          // A kernel may be built without the count of what is swapped out.
          ("memory.memsw.limit_in_bytes", "\(memory)", false),
        ])
    case .two:
      isMade = make(
        in: place.memory,
        [
          ("memory.max", "\(memory)", true), ("memory.swap.max", "0", false), ("pids.max", "\(tasks)", false),
          // What does not fit ends as a whole.
          ("memory.oom.group", "1", false),
        ])
    }
    folders = made
    if !isMade {
      remove()
      return nil
    }
  }

  /// The files into which a process writes `0` to join.
  var joining: [URL] { folders.map { $0.appending(path: "cgroup.procs") } }

  /// Whether the kernel has ended a process of the group because its memory was used up.
  var wasExceeded: Bool {
    guard let folder = folders.first else { return false }
    let file = version == .one ? "memory.oom_control" : "memory.events"
    return Self.text(folder.appending(path: file)).split(separator: "\n").contains { line in
      let parts = line.split(separator: " ")
      return parts.count == 2 && parts[0] == "oom_kill" && (Int(parts[1]) ?? 0) > 0
    }
  }

  /// Takes the group away. Where a process has not quite gone, the next run does.
  func remove() {
    for folder in folders {
      for _ in 0..<20 where rmdir(folder.path) != 0 && errno == EBUSY { usleep(5_000) }
    }
  }

  private static let prefix = "learn-cell-"
  private static let count = Atomic(0)

  /// Groups of commands that were killed.
  private static func removeAbandoned(in parent: URL) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? [] where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count).prefix { $0 != "." }), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      // One that is not empty stays.
      rmdir(parent.appending(path: name).path)
    }
  }

  private static func write(_ text: String, to file: URL) -> Bool {
    let descriptor = open(file.path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return text.withCString { systemWrite(descriptor, $0, strlen($0)) } == text.utf8.count
  }

  static func text(_ file: URL) -> String {
    FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension MemoryGroup.Place {
  /// The first place where a group can be made.
  ///
  /// - Parameters:
  ///   - own: what the kernel says of the groups of this process (`/proc/self/cgroup`).
  ///   - mounts: what it says of mounted file systems (`/proc/self/mountinfo`).
  static func find(
    own: String = MemoryGroup.text(URL(filePath: "/proc/self/cgroup")),
    mounts: String = MemoryGroup.text(URL(filePath: "/proc/self/mountinfo"))
  ) -> MemoryGroup.Place? {
    candidates(own: own, mounts: mounts).first { access($0.memory.path, W_OK) == 0 }
  }

  static func candidates(own: String, mounts: String) -> [MemoryGroup.Place] {
    let mounts = mounts.split(separator: "\n").compactMap { Mount(String($0)) }
    // `hierarchy:controllers:path`
    let groups = own.split(separator: "\n").map {
      $0.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    }
    .filter { $0.count == 3 }
    func folder(of controller: String) -> URL? {
      guard let group = groups.first(where: { $0[1].split(separator: ",").contains(Substring(controller)) }),
        let mount = mounts.first(where: { $0.type == "cgroup" && $0.options.contains(controller) })
      else { return nil }
      return mount.folder(of: String(group[2]))
    }
    var places: [MemoryGroup.Place] = []
    if let memory = folder(of: "memory") {
      places.append(MemoryGroup.Place(version: .one, memory: memory))
    }
    if let group = groups.first(where: { $0[0] == "0" && $0[1].isEmpty }),
      let mount = mounts.first(where: { $0.type == "cgroup2" }), let own = mount.folder(of: String(group[2]))
    {
      // A group that has processes of its own gives its children no controllers: ours goes beside it.
      let parents = own.path == mount.point ? [own] : [own.deletingLastPathComponent(), URL(filePath: mount.point)]
      for parent in parents
      where MemoryGroup.text(parent.appending(path: "cgroup.subtree_control")).split(whereSeparator: \.isWhitespace)
        .contains("memory")
      {
        places.append(MemoryGroup.Place(version: .two, memory: parent))
      }
    }
    return places
  }

  /// A line of `mountinfo`.
  private struct Mount {
    let root: String
    let point: String
    let type: String
    let options: [String]

    init?(_ line: String) {
      // `36 35 98:0 /root /mount/point options … - type source super,options`
      let halves = line.components(separatedBy: " - ")
      guard halves.count == 2 else { return nil }
      let left = halves[0].split(separator: " "), right = halves[1].split(separator: " ")
      guard left.count > 4, right.count > 2 else { return nil }
      root = String(left[3])
      point = String(left[4])
      type = String(right[0])
      options = right[2].split(separator: ",").map(String.init)
    }

    /// Returns the folder of a group of this hierarchy; `nil` where it is not mounted here.
    func folder(of group: String) -> URL? {
      guard root == "/" || group == root || group.hasPrefix(root + "/") else { return nil }
      let rest = root == "/" ? group : String(group.dropFirst(root.count))
      return URL(filePath: point, directoryHint: .isDirectory).appending(path: rest, directoryHint: .isDirectory)
    }
  }
}

/// The class has a `write` of its own.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
