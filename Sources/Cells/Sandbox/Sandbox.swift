import Foundation

/// The barrier between a stranger's code and the reader's machine, while it is compiled and while it runs: without
/// network, without sight of the reader's files, without a place to write but folders that end with it.
package enum Sandbox: Equatable, Sendable {
  case bubblewrap(Bubblewrap)
  /// macOS: `sandbox-exec`.
  case seatbelt(URL)
  /// The limits of the system alone.
  case none(Absence)

  /// The reason why there is no sandbox. The wording is in `Sandbox+Absence.swift`.
  package enum Absence: String, Equatable, Sendable {
    /// Neither `bwrap` nor `sandbox-exec` is installed.
    case notInstalled
    /// The tool is installed, and the system forbids what it does.
    case forbidden
  }

  /// Whether what runs in it sees folders of its own, and none of ours under our names.
  var isNamespace: Bool { if case .bubblewrap = self { true } else { false } }

  /// The way in which a program is started in the sandbox.
  struct Launch {
    var executable: URL
    var arguments: [String]
    var environment: [String: String]
    /// Whether the program runs in a namespace, below a process of the sandbox's, which tells of a signal by a status
    /// above 128, as a shell does.
    var isNamespace = false
    /// The folder that the program writes to, as it knows it.
    var outputPath: String?
    /// Whether the program begins when it has read a line, so that we have the folder of its output by then.
    var waitsForLine: Bool { isNamespace && outputPath != nil }
    /// The folder in which the program is started; `nil` for ours.
    var workingFolder: URL?
    /// A folder of this machine that is removed after the run.
    var scratch: Scratch?
    /// Folders therein that nothing limits but that we look, and what may lie in them, in bytes.
    var watchedFolders: [(folder: URL, bytes: Int)] = []
    /// Folders in memory, as the program knows them, and what may lie in them.
    var memoryFolders: [(path: String, bytes: Int)] = []
    var group: MemoryGroup?
    /// Files that are opened by name when the program starts, held until then.
    var files: [AnyObject] = []

    /// Takes away what was made for the run.
    func remove() {
      scratch?.remove()
      group?.remove()
    }
  }

  /// - Throws: `CellError.cannotWrite`.
  func launch(_ program: SandboxedProgram, memory: MemoryLimit) throws(CellError) -> Launch {
    switch self {
    case .bubblewrap(let bubblewrap):
      #if os(Linux)
        return try bubblewrap.launch(program, memory: memory)
      #else
        throw .cannotWrite(path: bubblewrap.tool.path, reason: "bubblewrap is for Linux")
      #endif
    case .seatbelt(let tool):
      var launch = try Self.plainLaunch(program, memory: memory)
      let profile = Seatbelt.profile(
        reading: program.inputs.map(\.source), writing: launch.scratch.map { [$0.folder] } ?? [])
      launch.arguments = ["-p", profile, launch.executable.path] + launch.arguments
      launch.executable = tool
      return launch
    case .none: return try Self.plainLaunch(program, memory: memory)
    }
  }

  /// Returns the launch with the limits of the system, and folders of its own.
  private static func plainLaunch(_ program: SandboxedProgram, memory: MemoryLimit) throws(CellError) -> Launch {
    let scratch = try Scratch()
    let temporary = scratch.folder.appending(path: "temporary", directoryHint: .isDirectory)
    let output = scratch.folder.appending(path: "output", directoryHint: .isDirectory)
    do {
      for folder in [temporary, output] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      }
      if let (name, source) = program.output?.initial {
        try FileManager.default.copyItem(at: source, to: output.appending(path: name))
      }
    } catch {
      scratch.remove()
      throw .cannotWrite(path: scratch.folder.path, reason: error.localizedDescription)
    }
    var launch = Launch(
      executable: URL(filePath: "/bin/sh"), arguments: [],
      environment: program.environment.merging(["TMPDIR": temporary.path, "HOME": temporary.path]) { $1 },
      outputPath: program.output.map { _ in output.path }, workingFolder: temporary, scratch: scratch,
      watchedFolders: [(temporary, program.limits.fileSize), (output, program.output?.size ?? 0)])
    let script = program.limits.script + launch.joining(memory) + [#"exec "$0" "$@" 3>&1"#]
    launch.arguments = ["-c", script.joined(separator: "\n")] + program.command(launch.outputPath ?? "")
    return launch
  }
}

extension Sandbox.Launch {
  /// The lines of a script that limit the memory of all that it starts, together.
  mutating func joining(_ memory: MemoryLimit) -> [String] {
    guard case .group(let place) = memory else { return [] }
    group = MemoryGroup(in: place, memory: Limits.groupMemory, tasks: Limits.tasks)
    // What could be made when it was tried out, and cannot be any more, ends the run before it begins.
    return group?.joining.map { "echo 0 >\(ShellWord.quoted($0.path)) || exit 126" } ?? ["exit 126"]
  }
}
