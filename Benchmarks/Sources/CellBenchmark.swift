import Course
import Foundation

/// From key to first event: the real command in its own process, for a cell that was just edited and for one that is
/// compiled already.
struct CellBenchmark {
  private static let repetitions = 21

  private let learn: URL
  /// A home of its own, and a copy of the course to edit cells in.
  private let folder: URL
  private let asJSON: Bool

  static func run(asJSON: Bool) throws {
    let executable = URL(filePath: CommandLine.arguments[0]).standardizedFileURL.resolvingSymlinksInPath()
    let learn = executable.deletingLastPathComponent().appending(path: "learn")
    guard FileManager.default.isExecutableFile(atPath: learn.path) else {
      FileHandle.standardError.write(
        Data("there is no \(learn.path): build it with `make`\n".utf8))
      exit(69)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "learn-cells-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try CellBenchmark(learn: learn, folder: folder, asJSON: asJSON).measure(besides: executable)
  }

  private func measure(besides executable: URL) throws {
    let root = Benchmarks.courseFolder(above: executable)
    let copy = folder.appending(path: "course", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in ["Lessons", "Exercises", "Sources"] {
      try FileManager.default.copyItem(at: root.appending(path: name), to: copy.appending(path: name))
    }
    _ = try millisecondsToFirstByte(["course", "trust", "--always", copy.path])
    let course = CourseReader.read(copy)
    for lesson in course.lessons {
      guard let cell = lesson.cells.first else { continue }
      let command = ["run", "cell", cell.id, "--lesson", lesson.id, "--json"]
      _ = try millisecondsToFirstByte(command)
      try report("compiled-\(lesson.number)-\(cell.id)") { _ in try millisecondsToFirstByte(command) }
    }
    guard let lesson = course.lessons.first, let cell = lesson.cells.first else { return }
    let file = copy.appending(path: lesson.file)
    let text = try String(contentsOf: file, encoding: .utf8)
    try report("edited-\(lesson.number)-\(cell.id)") { round in
      try Data(text.replacing(cell.code, with: "// \(round)\n" + cell.code, maxReplacements: 1).utf8).write(to: file)
      return try millisecondsToFirstByte(
        ["run", "cell", cell.id, "--lesson", lesson.id, "--json", "--course", copy.path])
    }
  }

  private func report(_ name: String, _ round: (Int) throws -> Double) throws {
    let timings = try (0..<Self.repetitions).map(round).sorted()
    Benchmarks.say(
      Measurement(name: name, median: timings[timings.count / 2], best: timings[0], unit: "ms"), asJSON)
  }

  /// Milliseconds from the start of the command to the first that it says; then it runs to its end.
  private func millisecondsToFirstByte(_ arguments: [String]) throws -> Double {
    let process = Process()
    let output = Pipe()
    process.executableURL = learn
    process.arguments = arguments
    process.environment = ["HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    let start = ContinuousClock.now
    try process.run()
    let first = try output.fileHandleForReading.read(upToCount: 1)
    let elapsed = ContinuousClock.now - start
    _ = try output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    guard process.terminationStatus == 0, first != nil else {
      FileHandle.standardError.write(Data("learn \(arguments.joined(separator: " ")) has failed\n".utf8))
      exit(70)
    }
    return elapsed / .milliseconds(1)
  }
}
