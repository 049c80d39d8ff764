import Foundation
import TestSupport
import Testing

@testable import Cells

/// What a stranger's program left is taken out by its bytes: regular files alone, and not too large ones.
@Suite struct OutputFolderTests {
  let folder: TemporaryFolder
  let target: URL

  init() throws {
    folder = try TemporaryFolder()
    try folder.create("out/empty")
    target = folder.url.appending(path: "target")
  }

  func open() throws -> OutputFolder { try OutputFolder(folder.url.appending(path: "out")) }

  @Test func aFileIsCopiedForTheReaderAlone() throws {
    let source = try folder.create("out/trainings", "kept")
    chmod(source.path, 0o4777)
    let version = try open().copy("trainings", to: target, limit: 4)
    #expect(version == (try open().version(of: "trainings")))
    #expect(try Data(contentsOf: target) == Data("kept".utf8))
    #expect(try FileManager.default.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func whatIsLargerThanTheLimitStays() throws {
    try folder.create("out/trainings", "12345")
    try folder.create("target", "before")
    #expect(try open().copy("trainings", to: target, limit: 4) == nil)
    #expect(try Data(contentsOf: target) == Data("before".utf8))
    #expect(try folder.contents().filter { $0.contains("unfinished") } == [])
  }

  @Test(arguments: ["link", "pipe", "folder", "missing", "../secret"]) func nothingElseIsCopied(name: String) throws {
    let secret = try folder.create("secret", "secret")
    let out = folder.url.appending(path: "out")
    switch name {
    case "link": try FileManager.default.createSymbolicLink(at: out.appending(path: "link"), withDestinationURL: secret)
    case "pipe": #expect(mkfifo(out.appending(path: "pipe").path, 0o600) == 0)
    case "folder":
      try FileManager.default.createDirectory(at: out.appending(path: "folder"), withIntermediateDirectories: false)
    default: break
    }
    // The last name is no name that a folder's list could have.
    if name != "../secret" { #expect(try open().copy(name, to: target, limit: 100) == nil) }
    try open().copyAll(to: target, limit: 100)
    let copied = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    #expect(copied == (name == "folder" ? ["empty", "folder"] : ["empty"]))
  }

  /// The descriptor keeps the folder, also when its name leads elsewhere by now.
  @Test func theFolderIsTheOneThatWasOpened() throws {
    try folder.create("out/a", "mine")
    let opened = try open()
    try FileManager.default.moveItem(at: folder.url.appending(path: "out"), to: folder.url.appending(path: "moved"))
    try folder.create("out/a", "other")
    try opened.copy("a", to: target, limit: 100)
    #expect(try Data(contentsOf: target) == Data("mine".utf8))
  }
}
