#if os(Linux)
  import Foundation
  import TestSupport
  import Glibc

  /// A command that is looked at while it runs, a hundred times a second.
  struct MeasuredCommand {
    let result: LearnCommand.Result
    /// The most memory that it held, in bytes.
    private(set) var memory = 0
    /// Processor time of the command itself since nothing was left of what it had started, in seconds.
    private(set) var timeBehind = 0.0

    /// - Parameters:
    ///   - word: an argument of all that the command starts.
    ///   - isOnTerminal: on one of 200 × 60, which `script` makes.
    init(_ command: LearnCommand, _ arguments: [String], starting word: String, isOnTerminal: Bool = false) throws {
      let file = command.home.url.appending(path: "process")
      let run: LearnCommand.Running
      if isOnTerminal {
        // A shell says which process it is, and becomes the command.
        let learn = try ([LearnCommand.executable().path] + arguments).joined(separator: " ")
        let line = "stty rows 60 cols 200; echo $$ > \(file.path); exec \(learn)"
        // What is typed there, nobody types.
        run = try command.start(
          ["-qefc", line, "/dev/null"], program: URL(filePath: "/usr/bin/script"), input: Pipe())
      } else {
        run = try command.start(arguments)
        try Data("\(run.process.processIdentifier)".utf8).write(to: file)
      }
      var time = 0.0, alone: Double?
      var round = 0
      while run.process.isRunning {
        usleep(10_000)
        round += 1
        guard let process = Self.text(file.path)?.trimmingCharacters(in: .whitespacesAndNewlines), !process.isEmpty
        else { continue }
        memory = max(memory, Self.memory(of: process))
        time = Self.processorTime(of: process) ?? time
        if !round.isMultiple(of: 20) { continue }
        let isAlone = try LearnCommand.processes(running: word).isEmpty
        alone = isAlone ? alone ?? time : nil
      }
      result = try run.result()
      timeBehind = time - (alone ?? time)
    }

    private static func text(_ path: String) -> String? {
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// `nil` where there is no such process any more.
    private static func processorTime(of process: String) -> Double? {
      // Behind the name, which may hold anything; the first of them is the third of all.
      let fields = text("/proc/\(process)/stat")?.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
      return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The most that it has held so far.
    private static func memory(of process: String) -> Int {
      let line = text("/proc/\(process)/status")?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }
  }
#endif
