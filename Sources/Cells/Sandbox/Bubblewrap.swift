import Foundation

/// The sandbox on Linux: namespaces of its own, a file system put together from what the program needs, and a filter of
/// system calls.
///
/// Nothing of the reader's is there to be found: no home folder, no `/etc`, no other process, no network but a loopback
/// of its own. What is there is read-only, but for folders in memory, which end with the program.
package struct Bubblewrap: Equatable, Sendable {
  package enum Variant: Equatable, Sendable {
    /// The variant for the superuser, whom no limit of processes binds: the program runs as a user that nobody else is.
    case asNobody
    /// The variant for everybody: a user namespace, in which no further one can be made.
    case userNamespace
    /// A user namespace of a bubblewrap before 0.8.
    case plainUserNamespace

    static var suitable: [Variant] {
      geteuid() == 0 ? [.asNobody, .userNamespace, .plainUserNamespace] : [.userNamespace, .plainUserNamespace]
    }
  }

  package let tool: URL
  package let variant: Variant

  /// The sandbox's own folder.
  static let root = "/cell"
  /// The number of the user that the program is in a user namespace.
  private static let nobody = 65_534
  /// Folders in memory, which end with the program.
  static let writable = ["/tmp", "/dev/shm"]

  /// A bubblewrap before 0.8 cannot limit its folders in memory: there `CellSupervisor` looks on.
  var limitsFolders: Bool { variant != .plainUserNamespace }

  #if os(Linux)
    func launch(_ program: SandboxedProgram, memory: MemoryLimit) throws(CellError) -> Sandbox.Launch {
      // What a shell can open by a number of one digit.
      var descriptors = Descriptors()
      let user = variant == .asNobody ? Self.ownUser : Self.nobody
      let inputs = program.inputs.filter { $0.kind == .file || FileManager.default.fileExists(atPath: $0.source.path) }
      let options =
        namespaces + system(scratch: program.limits.fileSize)
        + inputs.flatMap { mount($0, &descriptors) } + output(program.output, &descriptors)
        + ["--remount-ro", "/", "--chdir", "/tmp"]
      let filter: AnonymousFile, arguments: AnonymousFile
      do {
        filter = try SystemCallFilter.program(isCounted: memory != .addresses)
        // By a descriptor, so that what is started there cannot read where the reader's files are.
        arguments = try AnonymousFile(Data(options.flatMap { Array($0.utf8) + [0] }))
      } catch {
        throw .cannotWrite(path: tool.path, reason: "\(error)")
      }
      let filterNumber = descriptors.open(filter.path), argumentsNumber = descriptors.open(arguments.path)

      var launch = Sandbox.Launch(
        executable: URL(filePath: "/bin/sh"), arguments: [],
        environment: program.environment.merging(["HOME": "/tmp", "TMPDIR": "/tmp", "PATH": "/usr/bin:/bin"]) { $1 },
        // A shell hands on the name of the folder that it is started in.
        isNamespace: true, outputPath: program.output.map(Self.path), workingFolder: URL(filePath: "/"),
        memoryFolders: Self.writable.map { ($0, program.limits.fileSize) }
          + (program.output.map { [(Self.path(of: $0), $0.size)] } ?? []),
        files: [filter, arguments])
      var script = program.limits.script + launch.joining(memory)
      var command = [tool.path, "--args", "\(argumentsNumber)", "--seccomp", "\(filterNumber)", "--"]
      command += inside(program, inputs, waits: launch.waitsForLine, user: user)
      script.append("exec \(command.map(ShellWord.quoted).joined(separator: " ")) \(descriptors.redirections)")
      launch.arguments = ["-c", script.joined(separator: "\n")]
      if case .scope(let manager) = memory {
        launch.arguments =
          [
            "--user", "--scope", "--quiet", "--collect", "-p", "MemoryMax=\(Limits.groupMemory)", "-p",
            "MemorySwapMax=0",
            "-p", "TasksMax=\(Limits.tasks)", "--", launch.executable.path,
          ] + launch.arguments
        launch.executable = manager
        for name in ["XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"] {
          launch.environment[name] = ProcessInfo.processInfo.environment[name]
        }
      }
      return launch
    }

    /// Everything ends with the command: bubblewrap's own process with its parent, and with it, as the kernel ends a
    /// namespace whose first process is gone, all that the program started.
    private var namespaces: [String] {
      let common = [
        "--unshare-pid", "--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent",
        "--new-session", "--unsetenv", "XDG_RUNTIME_DIR", "--unsetenv", "DBUS_SESSION_BUS_ADDRESS",
      ]
      let user = ["--unshare-user", "--uid", "\(Self.nobody)", "--gid", "\(Self.nobody)"]
      return switch variant {
      case .asNobody:
        // To copy what only the learner may read, and to become somebody else; what runs then has none of them.
        common + ["--cap-drop", "ALL"]
          + ["CAP_SETUID", "CAP_SETGID", "CAP_DAC_READ_SEARCH"].flatMap { ["--cap-add", $0] }
      case .userNamespace: common + user + ["--disable-userns"]
      case .plainUserNamespace: common + user
      }
    }

    /// The system's libraries and programs, and file systems in memory.
    private func system(scratch: Int) -> [String] {
      var arguments = ["--ro-bind", "/usr", "/usr"]
      for folder in ["/lib", "/lib32", "/lib64", "/bin", "/sbin", "/nix/store", "/gnu/store"] {
        arguments += ["--ro-bind-try", folder, folder]
      }
      arguments += Self.folder("/etc")
      for file in ["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"] {
        arguments += ["--ro-bind-try", file, file]
      }
      arguments += ["--proc", "/proc", "--dev", "/dev"]
      arguments += memory("/dev/shm", size: scratch) + ["--remount-ro", "/dev"] + memory("/tmp", size: scratch)
      return arguments + Self.folder(Self.root)
    }

    /// - Parameter descriptors: gets the files that are copied.
    private func mount(_ input: SandboxedProgram.Input, _ descriptors: inout Descriptors) -> [String] {
      let place = "\(Self.root)/\(input.name)"
      let parents = input.name.split(separator: "/").dropLast().indices.map { index in
        input.name.split(separator: "/")[...index].joined(separator: "/")
      }
      let folders = parents.flatMap { Self.folder("\(Self.root)/\($0)") }
      switch input.kind {
      case .file:
        return folders + ["--perms", "0555", "--file", "\(descriptors.open(input.source.path))", place]
      case .folder, .optionalFolder: return folders + ["--ro-bind", input.source.path, place]
      case .privateFolder:
        guard variant == .asNobody else { return folders + ["--ro-bind", input.source.path, place] }
        return folders + ["--perms", "0755", "--tmpfs", place] + ["--perms", "0700", "--dir", Self.closed]
          + ["--ro-bind", input.source.path, "\(Self.closed)/\(input.name)"]
      }
    }

    /// The folder where the superuser finds what is to be copied, and the program does not.
    private static let closed = "\(root)/closed"

    private static func path(of output: SandboxedProgram.Output) -> String { "\(root)/\(output.name)" }

    private func output(_ output: SandboxedProgram.Output?, _ descriptors: inout Descriptors) -> [String] {
      guard let output else { return [] }
      var arguments = memory(Self.path(of: output), size: output.size, permissions: "0777")
      if let (name, source) = output.initial {
        arguments += [
          "--perms", "0666", "--file", "\(descriptors.open(source.path))", "\(Self.path(of: output))/\(name)",
        ]
      }
      return arguments
    }

    private func memory(_ path: String, size: Int, permissions: String = "1777") -> [String] {
      ["--perms", permissions] + (limitsFolders ? ["--size", "\(size)"] : []) + ["--tmpfs", path]
    }

    /// Everybody may enter, whatever the reader's own new folders allow.
    private static func folder(_ path: String) -> [String] { ["--perms", "0755", "--dir", path] }

    /// Returns the command that bubblewrap starts: shells that put the last limits in place, wait for us, and become
    /// the program.
    private func inside(
      _ program: SandboxedProgram, _ inputs: [SandboxedProgram.Input], waits: Bool, user: Int
    ) -> [String] {
      // Where the input ends without a line, we have ended, and nobody watches what would begin.
      var script = waits ? ["read -r line || exit 126"] : []
      if countsTasksApart { script.append(ProcessLimits.tasksScript) }
      script.append(#"exec "$0" "$@" 3>&1"#)
      let shell =
        ["/bin/sh", "-c", script.joined(separator: "\n")] + program.command(program.output.map(Self.path) ?? "")
      guard variant == .asNobody else { return shell }
      let become = [
        "setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--clear-groups", "--inh-caps=-all",
      ]
      let copied = inputs.filter { $0.kind == .privateFolder }.map {
        "cp -R \(Self.closed)/\($0.name)/. \(Self.root)/\($0.name) && chmod -R a+rX \(Self.root)/\($0.name) || exit 126"
      }
      guard !copied.isEmpty else { return become + shell }
      return ["/bin/sh", "-c", (copied + [#"exec "$0" "$@""#]).joined(separator: "\n")] + become + shell
    }

    /// Whether processes are counted for the sandbox alone. Since Linux 5.14 a user namespace counts them apart from
    /// all others of the user.
    private var countsTasksApart: Bool {
      if variant == .asNobody { return true }
      let version = ProcessInfo.processInfo.operatingSystemVersion
      return (version.majorVersion, version.minorVersion) >= (5, 14)
    }

    /// A number that no user has: what this program has open, starts or is limited to is counted for it alone. In a
    /// container that knows few users it is nobody's.
    private static var ownUser: Int {
      let number = 1_879_048_192 + Int(ProcessInfo.processInfo.processIdentifier)
      let map = MemoryGroup.text(URL(filePath: "/proc/self/uid_map")).split(separator: "\n").map {
        $0.split(separator: " ").compactMap { Int($0) }
      }
      return map.contains { $0.count == 3 && $0[0] <= number && number < $0[0] + $0[2] } ? number : nobody
    }

    /// Files that the first shell opens by name and hands on by number.
    private struct Descriptors {
      private var paths: [String] = []

      mutating func open(_ path: String) -> Int {
        paths.append(path)
        // 3 is for events.
        return paths.count + 3
      }

      var redirections: String {
        paths.enumerated().map { "\($0 + 4)<\(ShellWord.quoted($1))" }.joined(separator: " ")
      }
    }
  #endif
}
