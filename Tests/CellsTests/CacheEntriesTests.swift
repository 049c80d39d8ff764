import Course
import Foundation
import TestSupport
import Testing

@testable import Cells

/// Caches stay small, and what is in use stays.
@Suite struct CacheEntriesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func age(_ path: String, _ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: folder.url.appending(path: path).path)
  }

  @Test func theOldestGoAndOneStaysInAnyCase() throws {
    for (index, path) in ["a/1", "b/2", "a/3", "b/4", "a/5"].enumerated() {
      try folder.create(path)
      try age(path, Double(index))
    }
    let files = CacheEntries.files(below: folder.url) { _ in true }
    #expect(files.map(\.lastPathComponent).sorted() == ["1", "2", "3", "4", "5"])
    CacheEntries.removeOldest(of: files, keeping: 5, and: folder.url.appending(path: "a/1"))
    #expect(try folder.contents().count == 7)
    CacheEntries.removeOldest(of: files, keeping: 3, and: folder.url.appending(path: "a/1"))
    #expect(try folder.contents() == ["a", "a/1", "a/5", "b", "b/4"])
  }

  /// A training that was stopped months ago gives way to a hundred later ones of its course. Those of other courses lie in
  /// folders beside it, and whatever their dates are, they stay.
  @Test func trainingsOfLongAgoGo() throws {
    let store = TrainingStore(folder: folder.url)
    let cell = Cell(number: 1, id: "mine", file: "Lessons/a.md", firstLine: 1, code: "")
    let mine = store.file(of: cell)
    let own = mine.deletingLastPathComponent().lastPathComponent
    try folder.create("\(own)/trainings", "kept")
    try age(own, 0)
    for index in 1...TrainingStore.limit + 1 {
      for entry in [String(format: "%016x", index), "course.1/\(String(format: "%016x", index))"] {
        try folder.create("\(entry)/trainings", "kept")
        try age(entry, Double(index))
      }
    }
    // The oldest of all, but in use from now on.
    try store.prepare(mine)
    #expect(try Data(contentsOf: mine) == Data("kept".utf8))
    let left = try folder.contents().filter { $0.hasSuffix("/trainings") }
    #expect(left.count { !$0.hasPrefix("course.1/") } == TrainingStore.limit)
    #expect(left.count { $0.hasPrefix("course.1/") } == TrainingStore.limit + 1)
    let gone = (1...TrainingStore.limit + 1).filter { !left.contains(String(format: "%016x", $0) + "/trainings") }
    #expect(gone == [1, 2])
  }
}
