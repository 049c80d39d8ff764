import Files
import Foundation
import TestSupport
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

  /// Whoever changes a copy leaves the original as it is.
  @Test func ofALinkWhatItLeadsToIsCopied() throws {
    let folder = try TemporaryFolder()
    let (file, link, copy) = (
      folder.url.appending(path: "file"), folder.url.appending(path: "link"), folder.url.appending(path: "copy")
    )
    let large = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
    try large.write(to: file)
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "file")
    try PrivateFile.copy(link, to: copy)
    #expect(try Data(contentsOf: copy) == large)
    #expect(try folder.mode("copy") == 0o600)
    try Data("changed".utf8).write(to: copy)
    #expect(try Data(contentsOf: file) == large)
    // Not over what is there, and not through a link that leads elsewhere.
    #expect(throws: POSIXError(.EEXIST)) { try PrivateFile.copy(file, to: copy) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "trap").path, withDestinationPath: "absent")
    #expect(throws: POSIXError(.EEXIST)) { try PrivateFile.copy(file, to: folder.url.appending(path: "trap")) }
    #expect(throws: POSIXError(.ENOENT)) { try PrivateFile.copy(folder.url.appending(path: "absent"), to: copy) }
    #expect(throws: POSIXError(.EISDIR)) { try PrivateFile.copy(folder.url, to: folder.url.appending(path: "new")) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.sorted() == ["copy", "file", "link", "trap"])
  }

  @Test func whatALinkLeadsToIsMadePrivate() throws {
    let folder = try TemporaryFolder()
    let inner = folder.url.appending(path: "inner", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    let (first, second) = (folder.url.appending(path: "first"), inner.appending(path: "second"))
    // A link to a link, each relative to its own folder, to a file that is not there yet.
    try FileManager.default.createSymbolicLink(atPath: first.path, withDestinationPath: "inner/second")
    try FileManager.default.createSymbolicLink(atPath: second.path, withDestinationPath: "../file")
    try PrivateFile.make(first)
    #expect(try folder.mode("file") == 0o600)
    let target = try PrivateFile.target(of: first).standardizedFileURL.path
    #expect(target == folder.url.appending(path: "file").standardizedFileURL.path)
    let loop = folder.url.appending(path: "loop")
    try FileManager.default.createSymbolicLink(atPath: loop.path, withDestinationPath: "loop")
    #expect(throws: POSIXError(.ELOOP)) { try PrivateFile.make(loop) }
  }

  @Test func whatCannotBeReplacedLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "file")
    try Data("former".utf8).write(to: file)
    #expect(throws: CancellationError.self) {
      try PrivateFile.replace(file) { temporary in
        try Data("half".utf8).write(to: temporary)
        throw CancellationError()
      }
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "former")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["file"])
  }

  /// What is handed on keeps the rights that it had, and the link that leads to it.
  @Test func whatIsHandedOnStaysWhatItWas() throws {
    let folder = try TemporaryFolder()
    try folder.create("file", "former")
    folder.set("file", 0o640)
    let link = folder.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "file")
    try PrivateFile.write(Data("new".utf8), to: link, isHandedOn: true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "file")
    #expect(try String(contentsOf: link, encoding: .utf8) == "new")
    #expect(try folder.mode("file") == 0o640)
    #expect(try folder.contents() == ["file", "link"])
  }
}
