#if os(Linux)
  import Foundation
  import Glibc
  import Testing

  /// A command that is looked at while it runs, and when it is over, before it is forgotten.
  struct MeasuredCommand {
    let status: Int32
    let output: String
    let errors: String
    /// The most memory that it, or anything that it has started, ever held, in bytes.
    let memory: Int
    /// Processor time of the command itself, in seconds: in all, and since nothing was left of what it had started.
    let processorTime: Double
    let processorTimeBehind: Double

    /// - Parameters:
    ///   - word: an argument of all that the command starts.
    ///   - input: for its standard input, which then ends.
    init(_ command: LearnCommand, _ arguments: [String], starting word: String, input: String = "") throws {
      try self.init(command, program: try LearnCommand.executable().path, arguments, starting: word, input: input)
    }

    /// - Parameter program: the one that is started; for what is measured, it must become learn.
    init(
      _ command: LearnCommand, program: String, _ arguments: [String], starting word: String, input: String = ""
    ) throws {
      let files = try TemporaryFolder()
      try files.create("input", input)
      // The shell goes to the folder, opens the files and becomes the program.
      let script = #"cd "$1" && f="$2" && shift 2 && exec "$@" <"$f/input" >"$f/output" 2>"$f/errors""#
      let words = ["sh", "-c", script, "sh", command.folder.path, files.url.path, program] + arguments
      let variables = command.environment.map { "\($0.key)=\($0.value)" }
      var process: pid_t = 0
      let isStarted = Self.withStrings(words) { words in
        Self.withStrings(variables) { posix_spawn(&process, "/bin/sh", nil, nil, words, $0) == 0 }
      }
      try #require(isStarted)
      var alone = 0.0
      var isAlone = false
      var information = siginfo_t()
      // It stays to be looked at until it is waited for.
      while waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
        information._sifields._sigchld.si_pid == 0
      {
        // What it starts comes and goes, as the compiler does.
        let now = Self.processorTime(of: process)
        if try !LearnCommand.processes(running: word).isEmpty {
          isAlone = false
        } else if !isAlone {
          (alone, isAlone) = (now, true)
        }
        usleep(20_000)
      }
      processorTime = Self.processorTime(of: process)
      processorTimeBehind = isAlone ? processorTime - alone : 0
      var ending: Int32 = 0
      var usage = rusage()
      try #require(wait4(process, &ending, 0, &usage) == process)
      status = ending & 0x7F == 0 ? ending >> 8 & 0xFF : -(ending & 0x7F)
      memory = usage.ru_maxrss << 10
      output = String(decoding: try Data(contentsOf: files.url.appending(path: "output")), as: UTF8.self)
      errors = String(decoding: try Data(contentsOf: files.url.appending(path: "errors")), as: UTF8.self)
    }

    private static func processorTime(of process: pid_t) -> Double {
      let text = FileManager.default.contents(atPath: "/proc/\(process)/stat").map {
        String(decoding: $0, as: UTF8.self)
      }
      // Behind the name, which may hold anything; the first of them is the third of all.
      let fields = text?.split(separator: ")").last?.split(separator: " ") ?? []
      guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
      return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func withStrings<Result>(
      _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
      let pointers = texts.map { strdup($0) }
      defer { pointers.forEach { free($0) } }
      return body(pointers + [nil])
    }
  }
#endif
