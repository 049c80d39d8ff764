import Files
import Foundation
import Generative
import TestSupport
import Testing

@testable import DataLibrary

@Suite struct DataStoreTests {
  let folder: TemporaryFolder
  let store: DataStore

  init() throws {
    folder = try TemporaryFolder()
    store = DataStore(folder: folder.data)
  }

  /// A refused set leaves nothing behind.
  func refused(_ name: String, _ files: [URL]) throws -> DataStoreError? {
    let before = try folder.entries()
    do throws(DataStoreError) {
      _ = try store.add(name, files: files)
      return nil
    } catch {
      #expect(try folder.entries() == before)
      return error
    }
  }

  @Test func aPairIsKeptInflated() throws {
    let images = try folder.create("my-images.idx.gz", SampleFiles.gzipped(SampleFiles.images(3)))
    let labels = try folder.create("my-labels.idx", SampleFiles.labels(3))
    #expect(try store.sets().isEmpty)
    let set = try store.add("my-digits", files: [images, labels])
    #expect(set.files.map { $0.name } == ["my-images.idx", "my-labels.idx"])
    #expect(set.files.map { $0.bytes } == [28, 11])
    #expect(try store.sets() == [set])
    #expect(store.missing(in: set).isEmpty)
    #expect(try folder.entries() == ["my-digits"])
    #expect(try folder.entries("my-digits") == ["manifest.json", "my-images.idx", "my-labels.idx"])
    let kept = try Data(contentsOf: folder.data.appending(path: "my-digits/my-images.idx"))
    #expect([UInt8](kept) == SampleFiles.images(3))
    // Gone or cut short is told.
    try Data([0]).write(to: folder.data.appending(path: "my-digits/my-labels.idx"))
    #expect(store.missing(in: set) == ["my-labels.idx"])
    #expect(try refused("my-digits", [labels]) == .alreadyThere("my-digits"))
    try store.remove("my-digits")
    #expect(try folder.entries() == [])
    #expect(throws: DataStoreError.noSuchSet("my-digits", known: [])) { try store.remove("my-digits") }
  }

  @Test func tablesAndTextsAreTaken() throws {
    let table = try folder.create("points.csv", Array("1,2\n3,4\n".utf8))
    let named = try folder.create("named.csv", Array("x,y\n3,4\n".utf8))
    let text = try folder.create("book.txt", Array("A word.\n".utf8))
    let set = try store.add("mixed", files: [table, named, text])
    #expect(set.files.map { $0.kind } == [.text, .csv, .csv])
  }

  @Test func aDamagedFileIsRefusedWithItsPlace() throws {
    let short = try folder.create("a-images.idx", Array(SampleFiles.images(3).dropLast()))
    #expect(
      try refused("own", [short])
        == .unreadable(file: "a-images.idx", .cutShort(byte: 27, expected: 28)))
    let table = try folder.create("t.csv", Array("1,2\n3,x\n".utf8))
    #expect(try refused("own", [table]) == .unreadable(file: "t.csv", .notANumber(line: 2, column: 2)))
    let text = try folder.create("t.txt", [65, 66, 0xFF])
    #expect(try refused("own", [text]) == .unreadable(file: "t.txt", .notText(byte: 2)))
    let gzip = try folder.create("t.txt.gz", [65, 66])
    #expect(
      try refused("own", [gzip])
        == .damagedGzip(file: "t.txt.gz", .damaged(byte: 2, reason: "incorrect header check")))
    let images = try folder.create("b-images.idx", SampleFiles.images(3))
    let labels = try folder.create("b-labels.idx", SampleFiles.labels(4))
    #expect(
      try refused("own", [images, labels])
        == .unreadable(file: "b-labels.idx", .countsDiffer(images: 3, labels: 4)))
  }

  @Test func namesStayInTheirFolder() throws {
    let file = try folder.create("t.txt", [65])
    for name in ["", ".", "..", ".x", "a/b", "../x", "-x", "ä", "a b", String(repeating: "a", count: 101)] {
      #expect(try refused(name, [file]) == .badSetName(name))
      #expect(throws: DataStoreError.badSetName(name)) { try store.remove(name) }
    }
    #expect(try refused("own", []) == .noFiles)
    #expect(try refused("own", [file, file]) == .sameName("t.txt"))
    let odd = try folder.create("manifest.json", [65])
    #expect(try refused("own", [odd]) == .badFileName("manifest.json"))
    let picture = try folder.create("t.png", [137, 80])
    #expect(try refused("own", [picture]) == .unknownKind(file: "t.png"))
  }

  @Test func onlyFilesAreRead() throws {
    for path in [folder.url.appending(path: "absent.txt").path, folder.url.path, "/dev/zero"] {
      guard case .cannotRead = try refused("own", [URL(filePath: path)]) else {
        Issue.record("\(path) was read")
        return
      }
    }
  }

  @Test func aDamagedManifestIsTold() throws {
    _ = try store.add("own", files: [try folder.create("t.txt", [65])])
    let manifest = folder.data.appending(path: "own/manifest.json")
    try Data("{".utf8).write(to: manifest)
    #expect(throws: DataStoreError.self) { try store.sets() }
    try store.remove("own")
    #expect(try store.sets().isEmpty)
  }

  @Test func tooLargeAFileIsRefused() throws {
    let small = DataStore(folder: folder.data, limit: 10)
    let file = try folder.create("t.txt", Array(repeating: 65, count: 11))
    #expect(throws: DataStoreError.tooLarge(file: "t.txt", bytes: 11, limit: 10)) {
      try small.add("own", files: [file])
    }
    let bomb = try folder.create("b.txt.gz", SampleFiles.gzipped(Array(repeating: 65, count: 2000)))
    #expect(throws: DataStoreError.self) { try DataStore(folder: folder.data, limit: 1000).add("own", files: [bomb]) }
    #expect(try folder.entries() == [])
  }

  /// What a command left that was killed goes with the next one, unless it is being filled.
  @Test func whatWasLeftBehindGoes() throws {
    let file = try folder.create("t.txt", [65])
    let left = folder.data.appending(path: ".new-left", directoryHint: .isDirectory)
    let used = folder.data.appending(path: ".new-used", directoryHint: .isDirectory)
    for place in [left, used] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(count: 100).write(to: place.appending(path: "0"))
    }
    let lock = try FileLock.filling(used)
    _ = try store.add("own", files: [file])
    extendLifetime(lock)
    #expect(try folder.entries() == [".new-used", "own"])
  }

  /// Cells can make something of the largest file that is taken.
  @Test func theLimitOfAFile() throws {
    #expect(store.limit == 256_000_000)
    let manifest = folder.data.appending(path: "own/manifest.json")
    _ = try store.add("own", files: [try folder.create("t.txt", [65])])
    try Data(repeating: 32, count: 2 << 20).write(to: manifest)
    #expect(throws: DataStoreError.damagedManifest(path: manifest.path, reason: "it has 2097152 bytes")) {
      try store.sets()
    }
  }

  @Test func aKnownSetTakesOnlyItsFiles() throws {
    let file = try folder.create("other-images.idx", SampleFiles.images(2))
    guard case .notPartOf(set: "mnist", file: "other-images.idx", _) = try refused("mnist", [file]) else {
      Issue.record("a foreign file was taken")
      return
    }
    let wrong = try folder.create("t10k-labels.idx1-ubyte", SampleFiles.labels(2))
    guard case .wrongChecksum(file: "t10k-labels.idx1-ubyte", _, _) = try refused("mnist", [wrong]) else {
      Issue.record("another content was taken")
      return
    }
    let text = try folder.create("t.txt", Array("It is a truth universally acknowledged.\n".utf8))
    #expect(
      try refused("pride-and-prejudice", [text]) == .wrongText(file: "t.txt", words: 3, expected: 121_567))
    let other = try folder.create("u.txt", Array("Call me Ishmael.\n".utf8))
    #expect(
      try refused("pride-and-prejudice", [other]) == .wrongText(file: "u.txt", words: nil, expected: 121_567))
  }

  @Test(.enabled(if: SampleFiles.shared != nil, "there is no ../shared/data"))
  func theRealTestDigits() throws {
    let data = try #require(SampleFiles.shared).appending(path: "data")
    let labels = data.appending(path: "t10k-labels-idx1-ubyte.gz")
    let images = data.appending(path: "t10k-images-idx3-ubyte.gz")
    _ = try store.add("mnist", files: [labels])
    let set = try store.add("mnist", files: [images])  // joins what is here
    #expect(set.files.map { $0.bytes } == [7_840_016, 10_008])
    let mnist = try #require(KnownSet.named("mnist"))
    for file in set.files { #expect(mnist.file(named: file.name)?.inflated == file.bytes) }
    #expect(try store.filesToFetch(mnist).map { $0.name } == ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"])
    let kept = try Data(contentsOf: folder.data.appending(path: "mnist/t10k-images-idx3-ubyte"))
    #expect(try IDXArray([UInt8](kept)).shape == [10_000, 28, 28])
    // Known by its content, whatever its name.
    let renamed = try folder.create("x", [UInt8](kept))
    #expect(try store.add("mnist", files: [renamed]).files.count == 2)
    // One byte elsewhere is noticed.
    var bytes = [UInt8](try Data(contentsOf: images))
    bytes[1_000_000] ^= 1
    let damaged = try folder.create("t10k-images-idx3-ubyte.gz", bytes)
    #expect(try refused("mnist", [damaged]) != nil)
  }

  @Test(.enabled(if: SampleFiles.shared != nil, "there is no ../shared/data"))
  func theRealNovel() throws {
    let plain = try #require(SampleFiles.shared).appending(path: "data/pride-and-prejudice.txt")
    #expect(try store.add("pride-and-prejudice", files: [plain]).files.map { $0.bytes } == [684_768])
    // As it is given out: marks, a preface and captions around and within it.
    let text = try String(contentsOf: plain, encoding: .utf8)
    let preface = Array(repeating: "preface", count: 6_000).joined(separator: " ")
    let caption = "\n\n[Illustration:\n\nsome words\n\n[_and more_]]\n\n"
    let lines = text.components(separatedBy: "\n\n").joined(separator: caption)
    let edition = "*** START OF X ***\n\(preface)\n\(lines)\n*** END OF X ***\n\(preface)\n"
    let file = try folder.create("pg1342.txt", Array(edition.utf8))
    #expect(try store.add("pride-and-prejudice", files: [file]).files.map { $0.name } == ["pride-and-prejudice.txt"])
    let half = try folder.create("half.txt", Array(text.utf8.prefix(300_000)))
    guard case .wrongText(file: "half.txt", .some, expected: 121_567) = try refused("pride-and-prejudice", [half])
    else {
      Issue.record("half a novel was taken")
      return
    }
  }
}
