import Events
import Figures
import Foundation
import TestSupport
import Testing

@testable import Cells

@Suite struct CompileCacheTests {
  let folder: TemporaryFolder
  let cache: CompileCache

  init() throws {
    folder = try TemporaryFolder()
    cache = CompileCache(folder: folder.url.appending(path: "cells", directoryHint: .isDirectory))
  }

  static func makeProgram(_ scratch: URL, _ text: String = "#!/bin/sh\n") throws {
    let file = scratch.appending(path: "cell")
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  @Test func theKeyChangesWithEachThingThatAProgramIsMadeFrom() throws {
    func key(
      source: String = "ab", archive: String = "cd", libraryAge: Double = 1, compiler: String = "ef",
      age: Double = 1, options: [String] = ["-a", "b"]
    ) throws -> String {
      let library = CellLibrary(modules: folder.url, archive: try folder.create("lib.a", archive))
      let file = try folder.create("bin/swiftc", compiler)
      for (file, age) in [(library.archive, libraryAge), (file, age)] {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: age)], ofItemAtPath: file.path)
      }
      return try CompileCache.key(
        source: source, library: library, toolchain: Toolchain(compiler: file), options: options)
    }
    #expect(try key() == key())
    #expect(try key().wholeMatch(of: /[0-9a-f]{32}/) != nil)
    let keys = try [
      key(), key(source: "abc"), key(archive: "cde"), key(libraryAge: 2), key(compiler: "efg"), key(age: 2),
      key(options: ["-a", "c"]),
      key(options: []),
      // Parts do not run into one another.
      key(source: "a", archive: "bcd"), key(source: "abc", archive: "d"), key(options: ["-ab"]),
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test func withoutALibraryThereIsNoKey() {
    let library = CellLibrary(modules: folder.url, archive: folder.url.appending(path: "none.a"))
    #expect(throws: CellError.noLibrary(searched: [library.archive.path])) {
      try CompileCache.key(source: "", library: library, toolchain: Toolchain(compiler: folder.url), options: [])
    }
  }

  @Test func anEntryIsThereOnceItIsWhole() async throws {
    #expect(cache.program("k") == nil)
    let cache = cache
    try await cache.insert("k") { scratch in
      try Self.makeProgram(scratch)
      #expect(cache.program("k") == nil, "half an entry can be seen")
    }
    #expect(cache.program("k") != nil)
    #expect(try folder.contents() == ["cells", "cells/k", "cells/k/cell"])
  }

  @Test func whatFailsLeavesNothing() async throws {
    await #expect(throws: CellError.interrupted) {
      try await cache.insert("k") { scratch in
        try Self.makeProgram(scratch)
        throw CellError.interrupted
      }
    }
    #expect(cache.program("k") == nil)
    #expect(try folder.contents() == ["cells"])
  }

  @Test func theRestOfAnEntryIsReplaced() async throws {
    try folder.create("cells/k/main.swift")
    try await cache.insert("k") { scratch in try Self.makeProgram(scratch) }
    #expect(cache.program("k") != nil)
    #expect(try folder.contents() == ["cells", "cells/k", "cells/k/cell"])
  }

  @Test func entriesMadeAtOnce() async throws {
    let cache = cache
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<16 {
        group.addTask {
          let text = "#!/bin/sh\n# " + String(repeating: "\(task % 10)", count: 20_000)
          try await cache.insert("same") { scratch in
            try await Task.sleep(for: .milliseconds(5))
            try Self.makeProgram(scratch, text)
          }
          #expect(cache.program("same") != nil)
        }
        group.addTask {
          try await cache.insert("other-\(task)") { scratch in try Self.makeProgram(scratch) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.contents().count == 1 + 2 * 17, "something was left behind")
    let text = try String(contentsOf: try #require(cache.program("same")), encoding: .utf8)
    #expect(text.count == 20_012)
    #expect(Set(text.dropFirst(12)).count == 1, "two programs were mixed")
  }

  @Test func theEntriesUsedLongestAgoGo() async throws {
    func age(_ index: Int) -> Int { (index * 10) % 203 }
    for index in 0..<203 {
      let scratch = cache.folder.appending(path: "k\(index)", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
      try Self.makeProgram(scratch)
      // Made in another order than that of their names.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(age(index)))], ofItemAtPath: scratch.path)
    }
    // The oldest of all, and used a moment ago.
    cache.use("k0")
    try await cache.insert("new") { scratch in try Self.makeProgram(scratch) }
    let gone = (0..<203).filter { cache.program("k\($0)") == nil }
    #expect(gone.map(age).sorted() == [1, 2, 3, 4])
    #expect(cache.program("new") != nil)
  }

  @Test func aRecordingComesBack() async throws {
    try await cache.insert("k") { scratch in try Self.makeProgram(scratch) }
    #expect(try cache.recording("k") == nil)
    let events: [Event] = [
      .text("a"), .series(Series(name: "loss", x: [1, 2], y: [0.1, .nan])), .metric(Metric(name: "m", value: 0.5)),
      .done(seed: 7, seconds: 1, digest: "d"),
    ]
    try cache.record(events, cell: "x", "k")
    let back = try #require(try cache.recording("k"))
    #expect(back.items.count == 3)
    #expect(back.done?.digest == "d")
    // A run that was cut short is no record.
    try cache.record(Array(events.dropLast()), cell: "x", "k")
    #expect(try cache.recording("k") == nil)
  }

  @Test func aFolderThatCannotBeWrittenIsTold() async throws {
    let file = try folder.create("file")
    await #expect {
      try await CompileCache(folder: file).insert("k") { _ in }
    } throws: { error in
      if case CellError.cannotWrite(let path, _) = error { path == file.path } else { false }
    }
  }
}
