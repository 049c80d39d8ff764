import Files
import Foundation
import Testing

@Suite struct PrivateFileTests {
  @Test func whatIsWrittenIsPrivateAndWhole() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "jürgen’s file")
    let large = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
    for data in [Data("one".utf8), large, Data()] {
      try PrivateFile.write(data, to: file)
      #expect(try Data(contentsOf: file) == data)
      #expect(try folder.mode("jürgen’s file") == 0o600)
      folder.set("jürgen’s file", 0o666)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
  }

  @Test func whatCannotBeWrittenLeavesTheFormerFile() throws {
    let folder = try TemporaryFolder()
    let place = folder.url.appending(path: "place", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: place.appending(path: "full"), withIntermediateDirectories: true)
    #expect(throws: POSIXError.self) { try PrivateFile.write(Data("x".utf8), to: place) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["place"])
    #expect(throws: POSIXError(.ENOENT)) {
      try PrivateFile.write(Data(), to: folder.url.appending(path: "absent/file"))
    }
  }

  @Test func changesAtOnceComeOneAfterAnother() async throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "list")
    try Data().write(to: file)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          do {
            try PrivateFile.change(file) { (try Data(contentsOf: file) + Data("\(number)\n".utf8), ()) }
          } catch {
            Issue.record(error)
          }
        }
      }
    }
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    #expect(lines.compactMap { Int($0) }.sorted() == Array(0..<40))
    #expect(try folder.mode("list") == 0o600)
  }

  @Test func anEmptyFileIsMadeOnce() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "database")
    try PrivateFile.make(file)
    #expect(try folder.mode("database") == 0o600)
    try Data("kept".utf8).write(to: file)
    try PrivateFile.make(file)
    #expect(try Data(contentsOf: file) == Data("kept".utf8))
    folder.set("database", 0o644)
    try PrivateFile.copy(file, to: folder.url.appending(path: "copy"))
    #expect(try folder.mode("copy") == 0o600)
  }
}
