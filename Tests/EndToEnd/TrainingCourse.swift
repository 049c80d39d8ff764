import Foundation
import TestSupport
import Testing

/// A copy of the course of small trainings: what a cell has learned is kept for each course apart.
struct TrainingCourse {
  let folder: TemporaryFolder
  let learn: LearnCommand

  init() throws {
    folder = try TemporaryFolder()
    let lessons = LearnCommand.fixtures.appending(path: "Training/Lessons")
    for name in ["course.yml", "training.md", "plain.md"] {
      try folder.create("Lessons/\(name)", String(contentsOf: lessons.appending(path: name), encoding: .utf8))
    }
    var learn = try LearnCommand(in: folder.url)
    // Compiled cells are those of all tests.
    let shared = URL(filePath: try #require(learn.environment["XDG_CACHE_HOME"])).appending(path: "learn/cells")
    let own = folder.url.appending(path: "cache")
    for place in [shared, own.appending(path: "learn")] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: own.appending(path: "learn/cells"), withDestinationURL: shared)
    learn.environment["XDG_CACHE_HOME"] = own.path
    self.learn = learn
  }

  /// The number of a cell, by the ids in the lesson.
  static func number(of cell: String) throws -> Int {
    let lesson = LearnCommand.fixtures.appending(path: "Training/Lessons/training.md")
    let ids = try String(contentsOf: lesson, encoding: .utf8).matches(of: /\/\/\| id: ([a-z-]+)/).map { String($0.1) }
    return try #require(ids.firstIndex(of: cell)) + 1
  }

  /// The events of a finished stream, without the times in them.
  static func events(_ output: String) throws -> [NSDictionary] {
    try output.split(separator: "\n").map { line in
      var event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      event["seconds"] = nil
      return event as NSDictionary
    }
  }

  func run(_ arguments: String...) throws -> LearnCommand.Result {
    try learn.start(["run"] + arguments + ["--lesson", "training"]).result()
  }

  /// Starts a run and presses Ctrl-C when the text has come.
  func stop(_ arguments: [String], at text: String, by signal: Int32 = SIGINT) throws -> LearnCommand.Result {
    let run = try learn.start(["run"] + arguments + ["--lesson", "training", "--json"])
    try run.wait(for: text)
    kill(run.process.processIdentifier, signal)
    return try run.result()
  }

  /// The file in which the trainings of the course's only run are kept.
  func keptFile() throws -> URL {
    let cache = URL(filePath: try #require(learn.environment["XDG_CACHE_HOME"])).appending(path: "learn/trainings")
    let files = try #require(
      FileManager.default.enumerator(at: cache, includingPropertiesForKeys: nil))
    let kept = files.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "trainings" && !$0.hasDirectoryPath }
    return try #require(kept.first)
  }
}
