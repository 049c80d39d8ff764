import Foundation
import Practice
import TestSupport
import Testing

@testable import Progress

/// The form in which answers outlive a version: the fixtures were written by one that encoded lines with Foundation.
@Suite struct FormatTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Log")

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func expectSameExport(_ store: ProgressStore) throws {
    let copy = folder.url.appending(path: "copy.jsonl")
    #expect(try store.export(to: copy) == 66)
    #expect(try Data(contentsOf: copy) == Data(contentsOf: Self.fixtures.appending(path: "log.jsonl")))
    #expect(try store.exportedLines() == Array(Data(contentsOf: copy)))
  }

  @Test func aDatabaseOfBeforeIsExportedToTheByte() throws {
    let file = folder.url.appending(path: ProgressStore.fileName)
    try Data(contentsOf: Self.fixtures.appending(path: "progress.sqlite")).write(to: file)
    let store = try ProgressStore(folder: folder.url)
    try store.checkIntegrity()
    try expectSameExport(store)
  }

  /// Events have the checksums that they had, or an import of both would tell them apart.
  @Test func anExportOfBeforeIsTakenInToTheByte() throws {
    let store = try ProgressStore(folder: folder.url)
    let log = Self.fixtures.appending(path: "log.jsonl")
    #expect(try store.import(from: log) == ImportReport(added: 66, known: 0))
    try expectSameExport(store)
    let bytes = Array(try Data(contentsOf: log))
    #expect(try store.import(bytes, named: "log") == ImportReport(added: 0, known: 66))
    let old = try ProgressStore(folder: folder.url.appending(path: "old"))
    #expect(try old.import(bytes, named: "log") == ImportReport(added: 66, known: 0))
    #expect(try old.states(of: (0..<7).map { "ex-\($0)" }) == store.states(of: (0..<7).map { "ex-\($0)" }))
  }
}
