import Foundation
import TestSupport
import Testing

/// The real command, in a home of its own.
struct LearnCommand {
  /// What a finished command left.
  struct Result {
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  let home: TemporaryFolder
  /// Where the command is run: the project's own course is found from here.
  var folder = Self.project
  var environment: [String: String]
  /// Keeps a course of the test's own as long as the command.
  var course: TemporaryFolder?
  /// Who runs it.
  let account: Account

  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let fixtures = project.appending(path: "Tests/Fixtures", directoryHint: .isDirectory)

  /// Compiled cells are kept for all tests of a run; progress never is.
  private static let cache: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "learn-end-to-end-\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
    atexit {
      let folder = FileManager.default.temporaryDirectory.appending(
        path: "learn-end-to-end-\(ProcessInfo.processInfo.processIdentifier)")
      do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }
    return folder
  }()

  /// - Parameter trusting: whether the course in the folder is one that the learner writes.
  init(in folder: URL = Self.project, trusting: Bool = true, as account: Account = .own) throws {
    home = try TemporaryFolder()
    self.folder = folder
    self.account = account
    let cache = Self.cache.appending(path: account.rawValue, directoryHint: .isDirectory)
    environment = [
      "HOME": home.url.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LANG": "C.UTF-8",
      "XDG_CACHE_HOME": cache.path,
    ]
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    if account == .own { try Self.shareLibrary(with: cache.appending(path: "learn/webassembly")) }
    for own in [home.url, cache] { try account.own(own) }
    guard trusting, folder != Self.project,
      FileManager.default.fileExists(atPath: folder.appending(path: "Lessons/course.yml").path)
    else { return }
    _ = try run("course", "trust", "--always")
  }

  /// The library for browsers takes a minute of a processor: it is compiled once for all tests of these sources.
  private static func shareLibrary(with folder: URL) throws {
    guard !FileManager.default.fileExists(atPath: folder.path) else { return }
    for place in [BrowserCells.cache, folder.deletingLastPathComponent()] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    do {
      try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: BrowserCells.cache)
    } catch CocoaError.fileWriteFileExists {
      // Another test was as quick.
    }
  }

  /// The executable that lies beside the test bundle; another one, as of a release build, where it is named.
  static func executable() throws -> URL {
    if let named = ProcessInfo.processInfo.environment["LEARN_EXECUTABLE"] { return URL(filePath: named) }
    let bundle = CommandLine.arguments.compactMap { argument in
      argument.range(of: ".xctest").map { String(argument[..<$0.upperBound]) }
    }
    return URL(filePath: try #require(bundle.first)).deletingLastPathComponent().appending(path: "learn")
  }

  /// A command that has begun, its output going to files.
  struct Running {
    let process: Process
    let files: TemporaryFolder
    /// Must not go before the command ends.
    let home: TemporaryFolder

    func output() throws -> String {
      String(decoding: try Data(contentsOf: files.url.appending(path: "output")), as: UTF8.self)
    }

    /// Waits for the output to contain the text, at most 30 s.
    func wait(for text: String) throws {
      // By bytes: a long stream is searched often.
      let file = files.url.appending(path: "output")
      for _ in 0..<600 where try Data(contentsOf: file).range(of: Data(text.utf8)) == nil {
        Thread.sleep(forTimeInterval: 0.05)
      }
      try #require(try Data(contentsOf: file).range(of: Data(text.utf8)) != nil, "no \(text)")
    }

    func result() throws -> Result {
      defer { withExtendedLifetime(home) {} }
      // One that waits for a key that no test presses would hold up all others.
      let end = ContinuousClock.now + .seconds(900)
      while process.isRunning, .now < end { usleep(5_000) }
      if process.isRunning {
        Issue.record("it does not end: \(try output().suffix(400))")
        kill(process.processIdentifier, SIGKILL)
      }
      process.waitUntilExit()
      let errors = String(decoding: try Data(contentsOf: files.url.appending(path: "errors")), as: UTF8.self)
      let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
      return Result(status: status, output: try output(), errors: errors)
    }
  }

  /// - Parameter program: what is started in place of learn itself.
  func start(_ arguments: [String], program: URL? = nil, input: Any? = nil) throws -> Running {
    let files = try TemporaryFolder()
    let process = Process()
    let words = try account.command(program ?? account.executable(), arguments)
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = input ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files.create("output"))
    process.standardError = try FileHandle(forWritingTo: files.create("errors"))
    try process.run()
    return Running(process: process, files: files, home: home)
  }

  func run(_ arguments: String..., input: String? = nil) throws -> Result {
    guard let input else { return try start(arguments).result() }
    let files = try TemporaryFolder()
    let file = try files.create("input", input)
    return try start(arguments, input: try FileHandle(forReadingFrom: file)).result()
  }
}

#if os(Linux)
  extension LearnCommand {
    /// Whether cells run in a sandbox here.
    static let hasSandbox: Bool = {
      do {
        return try LearnCommand().run("doctor").output.contains("✓ sandbox")
      } catch {
        return false
      }
    }()

    /// Processes whose command line has the word. One that ends while we look is over.
    static func processes(running word: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
        guard Int(name) != nil, let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
          return false
        }
        return line.split(separator: 0).contains(Data(word.utf8))
      }
    }
  }
#endif
