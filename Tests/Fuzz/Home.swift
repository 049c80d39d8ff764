import Foundation

/// The learner's own folder, as somebody or something changed it: the list of courses, cells of their own, the counter.
/// The real command reads it.
struct Home: Fuzzer {
  static let name = "home"
  private let sample: Input
  private let texts: [String]

  init() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "learn-fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    for arguments in [
      ["course", "add", Self.course.path], ["course", "trust", "--always"], ["edit", "cell", "1"],
      ["progress", "import", Project.folder.appending(path: "Tests/Fuzz/Inputs/progress.jsonl").path],
      ["quiz", "--kind", "cards"],
    ] {
      let result = try Self.learn(arguments, home: home)
      if result.status != 0 { throw Fault(message: "learn \(arguments.joined(separator: " ")): \(result.errors)") }
    }
    sample = try Input(contentsOf: home)
    texts = sample.files.keys.filter { !$0.contains("cache/") && !$0.contains(".sqlite") }.sorted()
    try FileManager.default.removeItem(at: home)
  }

  func input(_ mutator: inout Mutator) -> Input {
    var input = sample
    let others = texts.compactMap { sample.files[$0] }
    input.change(mutator.pick(texts), with: &mutator, others: others)
    return input
  }

  func read(_ folder: URL, scratch: URL) throws {
    try Input(contentsOf: folder).write(to: scratch)
    var isRefused = false
    for arguments in [["list"], ["replay", "cell", "1"], ["course", "list"]] {
      let result = try Self.learn(arguments, home: scratch)
      let words = "learn \(arguments.joined(separator: " "))"
      if result.status < 0 { throw Fault(message: "\(words): ended by signal \(-result.status)\n\(result.errors)") }
      // An error that nobody has thought of.
      if result.status == 70 { throw Fault(message: "\(words): \(result.errors)") }
      if result.seconds > Double(Limits.seconds) { throw Fault(message: "\(words): \(result.seconds) s") }
      // Of a cell that has not been run there is no film.
      if result.status != 0, result.status != 66 { isRefused = true }
    }
    if isRefused { throw Refused() }
  }

  private static let course = Project.folder.appending(path: "Tests/Fixtures/Sound")

  /// Runs the command that lies beside this one.
  private static func learn(_ arguments: [String], home: URL) throws -> (status: Int32, errors: String, seconds: Double)
  {
    let errors = home.appending(path: "errors")
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "learn")
    process.arguments = arguments
    process.currentDirectoryURL = course
    process.environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "EDITOR": "true", "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    let before = Limits.secondsOfChildren
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return (status, said, Limits.secondsOfChildren - before)
  }
}
