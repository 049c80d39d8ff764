import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sandbox on Linux: namespaces of its own, and a file system put together from what a cell needs.
///
/// Nothing of the reader's is there to be found: no home folder, no `/etc`, no other process, no network but a loopback
/// of its own. What is there is read-only, but for `/tmp`, which lies in memory and ends with the cell.
package struct Bubblewrap: Equatable, Sendable {
  package enum Variant: Equatable, Sendable {
    /// For the superuser, whom no limit of processes binds: the cell runs as nobody.
    case asNobody
    /// For everybody: a user namespace, in which no further one can be made.
    case userNamespace
    /// The same with a bubblewrap before 0.8.
    case plainUserNamespace

    static var suitable: [Variant] {
      geteuid() == 0 ? [.asNobody, .userNamespace, .plainUserNamespace] : [.userNamespace, .plainUserNamespace]
    }
  }

  package let tool: URL
  package let variant: Variant

  /// What the sandbox sees of its own.
  private static let root = "/cell"
  private static let nobody = "65534"
  /// Folders in memory, which end with the cell.
  static let writable = ["/tmp", "/dev/shm"]

  func launch(_ program: URL, runtime: URL, dataFolder: URL?, kept: URL?, seconds: Int) -> Sandbox.Launch {
    let hasData = dataFolder.map { FileManager.default.fileExists(atPath: $0.path) } ?? false
    var arguments =
      namespaces + system + own(program, runtime: runtime, dataFolder: hasData ? dataFolder : nil, kept: kept)
    arguments += ["--chdir", "/tmp", "--"]
    if variant == .asNobody {
      arguments += ["setpriv", "--reuid", Self.nobody, "--regid", Self.nobody, "--clear-groups", "--inh-caps=-all"]
    }
    arguments += [
      "/bin/sh", "-c", Limits.script(seconds: seconds, limitsTasks: countsTasksApart), "\(Self.root)/program",
    ]
    return Sandbox.Launch(
      executable: tool, arguments: arguments, dataFolder: hasData ? "\(Self.root)/data" : nil,
      keptFolder: kept.map { _ in "\(Self.root)/kept" },
      environment: [
        "HOME": "/tmp", "TMPDIR": "/tmp", "PATH": "/usr/bin:/bin",
        "LD_LIBRARY_PATH": "\(Self.root)/swift/lib/swift/linux",
      ],
      isNamespace: true)
  }

  /// Everything ends with the command: bubblewrap's own process with its parent, and with it, as the kernel ends a
  /// namespace whose first process is gone, all that the cell started.
  private var namespaces: [String] {
    let common = [
      "--unshare-pid", "--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent",
      "--new-session",
    ]
    return switch variant {
    case .asNobody: common + ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    case .userNamespace:
      common + ["--unshare-user", "--uid", Self.nobody, "--gid", Self.nobody, "--disable-userns"]
    case .plainUserNamespace: common + ["--unshare-user", "--uid", Self.nobody, "--gid", Self.nobody]
    }
  }

  /// The system's libraries and programs, and file systems in memory.
  private var system: [String] {
    var arguments = ["--ro-bind", "/usr", "/usr"]
    for folder in ["/lib", "/lib32", "/lib64", "/bin", "/sbin", "/nix/store", "/gnu/store"] {
      arguments += ["--ro-bind-try", folder, folder]
    }
    arguments += Self.folder("/etc")
    for file in ["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"] {
      arguments += ["--ro-bind-try", file, file]
    }
    arguments += ["--proc", "/proc", "--dev", "/dev"]
    return arguments + memory("/dev/shm") + ["--remount-ro", "/dev"] + memory("/tmp")
  }

  private func own(_ program: URL, runtime: URL, dataFolder: URL?, kept: URL?) -> [String] {
    let toolchain = runtime.deletingLastPathComponent().deletingLastPathComponent()
    var arguments: [String] = []
    for folder in ["", "/swift", "/swift/lib", "/swift/lib/swift", "/swift/libexec"] {
      arguments += Self.folder(Self.root + folder)
    }
    arguments += ["--ro-bind", "\(runtime.path)/linux", "\(Self.root)/swift/lib/swift/linux"]
    // Swift's backtracer, which says on which line a cell stopped, is looked for beside the runtime.
    arguments += ["--ro-bind-try", "\(toolchain.path)/libexec/swift", "\(Self.root)/swift/libexec/swift"]
    arguments += ["--ro-bind", program.path, "\(Self.root)/program"]
    if let dataFolder { arguments += ["--ro-bind", dataFolder.path, "\(Self.root)/data"] }
    if let kept {
      // Whoever starts as the superuser gives the folder to whom the cell runs as.
      if variant == .asNobody { _ = chown(kept.path, 65534, 65534) }
      arguments += ["--bind", kept.path, "\(Self.root)/kept"]
    }
    return arguments + ["--remount-ro", "/"]
  }

  /// Everybody may enter, whatever the reader's own new folders allow.
  private static func folder(_ path: String) -> [String] { ["--perms", "0755", "--dir", path] }

  /// A bubblewrap before 0.8 cannot limit it: there `CellEnding` looks on.
  private func memory(_ path: String) -> [String] {
    (variant == .plainUserNamespace ? [] : ["--perms", "1777", "--size", "\(Limits.scratch)"]) + ["--tmpfs", path]
  }

  /// Since Linux 5.14 a user namespace counts its processes apart from all others of the user.
  private var countsTasksApart: Bool {
    if variant == .asNobody { return true }
    let version = ProcessInfo.processInfo.operatingSystemVersion
    return (version.majorVersion, version.minorVersion) >= (5, 14)
  }
}
