import Files
import Foundation
import TestSupport
import Testing

@Suite struct PrivateFolderTests {
  @Test func allThatItMakesIsPrivate() throws {
    let folder = try TemporaryFolder()
    folder.set("", 0o755)
    try PrivateFolder.make(folder.url.appending(path: "a/b/c"))
    for path in ["a", "a/b", "a/b/c"] { #expect(try folder.mode(path) == 0o700, "\(path)") }
    #expect(try folder.mode("") == 0o755, "one that was there stays as it was")
    folder.set("a/b", 0o755)
    try PrivateFolder.make(folder.url.appending(path: "a/b/c", directoryHint: .isDirectory))
    #expect(try folder.mode("a/b") == 0o755)
  }

  @Test func whatIsInTheWayIsTold() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "nowhere"), withDestinationURL: folder.url.appending(path: "absent"))
    for path in ["file", "file/below", "nowhere", "nowhere/below"] {
      #expect(throws: POSIXError(.ENOTDIR), "\(path)") { try PrivateFolder.make(folder.url.appending(path: path)) }
    }
    try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "link"), withDestinationURL: folder.url)
    try PrivateFolder.make(folder.url.appending(path: "link/new"))
    #expect(try folder.mode("new") == 0o700)
  }
}
