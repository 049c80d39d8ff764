import Foundation
import TestSupport
import Testing

/// Whatever README and lessons tell a newcomer to type works for a newcomer, in the order of the text.
@Suite struct CommandLineTests {
  /// The lines of a text that begin with `learn`, between backticks or indented as code.
  private func commands(in file: String) throws -> [String] {
    let text = try String(contentsOf: LearnCommand.project.appending(path: file), encoding: .utf8)
    return text.matches(of: /`(learn [^`\n]+)`|\n    (learn .+)/).map { String($0.1 ?? $0.2 ?? "") }
  }

  /// Left out is what CI runs for itself, and what is a command's name alone.
  private static let others = ["learn build-site", "learn verify", "learn data add", "learn data fetch"]

  private func run(_ lines: [String], in home: TemporaryFolder) throws {
    var learn = try LearnCommand()
    learn.environment["HOME"] = home.url.path
    learn.environment["EDITOR"] = "true"
    let program = try LearnCommand.executable().path
    for line in lines where !Self.others.contains(line) {
      // Files that a command makes are made in the home.
      let script = "cd \(home.url.path); learn() { \(program) \"$@\"; }; set -e; \(line)"
      let result = try learn.start(["-c", script], program: URL(filePath: "/bin/sh")).result()
      #expect(result.status == 0, "\(line): \(result.output.suffix(300))\n\(result.errors)")
      #expect(!result.errors.contains("error"), "\(line): \(result.errors)")
    }
  }

  @Test func theReadmesLinesWork() throws {
    var lines = try commands(in: "README.md")
    #expect(lines.count > 25)
    // What a row of the table speaks of behind its command is run before it.
    if let resumed = lines.firstIndex(of: "learn run 4.1 --resume") { lines.insert("learn run 4.1", at: resumed) }
    try run(lines, in: try TemporaryFolder())
  }

  @Test func theLessonsLinesWork() throws {
    let lessons = try FileManager.default.contentsOfDirectory(
      atPath: LearnCommand.project.appending(path: "Lessons").path)
    let lines = try lessons.filter { $0.hasSuffix(".md") }.sorted().flatMap { try commands(in: "Lessons/\($0)") }
    #expect(lines.count > 8)
    try run(lines, in: try TemporaryFolder())
  }
}
