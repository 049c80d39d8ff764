import Files
import Foundation

/// The way in which the memory of a cell and of all that it starts is limited on this machine.
package enum MemoryLimit: Equatable, Sendable {
  /// A limit by the kernel, for all of them together, in a group that we make.
  case group(MemoryGroup.Place)
  /// A limit by the kernel, for all of them together, in a group that the user's service manager makes: `systemd-run`.
  case scope(URL)
  /// A limit for each process by itself; the filter of system calls denies the kinds of memory that this does not
  /// count.
  case addresses

  /// The best first; each is tried out before it is relied on.
  static func candidates(searchPath: String, environment: [String: String]) -> [MemoryLimit] {
    #if os(Linux)
      var candidates: [MemoryLimit] = []
      if let place = MemoryGroup.Place.find() { candidates.append(.group(place)) }
      // Where the user's own service manager listens.
      if let folder = environment["XDG_RUNTIME_DIR"],
        FileManager.default.fileExists(atPath: "\(folder)/systemd/private"),
        let tool = SearchPath.executable("systemd-run", in: searchPath)
      {
        candidates.append(.scope(tool))
      }
      return candidates + [.addresses]
    #else
      return [.addresses]
    #endif
  }
}
