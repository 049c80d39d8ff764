import Files
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DataLibrary

@Suite struct FetchTests {
  let folder: TemporaryFolder
  let store: DataStore
  let images = SampleFiles.gzipped(
    [0, 0, 8, 3, 0, 0, 0, 100, 0, 0, 0, 50, 0, 0, 0, 50] + SampleFiles.noise(250_000))
  let labels = SampleFiles.gzipped(SampleFiles.labels(100))
  let set: KnownSet
  let files: [String: [UInt8]]

  init() throws {
    folder = try TemporaryFolder()
    store = DataStore(folder: folder.data)
    func sum(_ bytes: [UInt8]) throws -> String {
      SHA256(of: Data(try Gzip.inflate(bytes))).hexadecimal
    }
    func file(_ name: String, _ bytes: [UInt8]) throws -> KnownSet.File {
      KnownSet.File(
        name: name, published: name + ".gz", bytes: bytes.count, inflated: try Gzip.inflate(bytes).count,
        check: .sha256(try sum(bytes)))
    }
    set = KnownSet(
      name: "tiny", title: "A tiny set", licence: "public domain", sources: [],
      files: [try file("tiny-images-idx3-ubyte", images), try file("tiny-labels-idx1-ubyte", labels)])
    files = ["tiny-images-idx3-ubyte.gz": images, "tiny-labels-idx1-ubyte.gz": labels]
  }

  /// The error of a fetch; the set is then not there.
  func failure(from addresses: [String]) async throws -> (any Error)? {
    do {
      _ = try await store.fetch(set, from: addresses)
      return nil
    } catch {
      #expect(try store.set(named: "tiny") == nil)
      return error
    }
  }

  @Test func aWholeSet() async throws {
    let told = Mutex<[DataStore.FetchProgress]>([])
    let server = FileServer(files)
    try await server.serve { address in
      let fetched = try await store.fetch(set, from: [address]) { progress in told.withLock { $0.append(progress) } }
      #expect(fetched.files.map { $0.name } == ["tiny-images-idx3-ubyte", "tiny-labels-idx1-ubyte"])
      #expect(fetched.source == address)
      #expect(try store.set(named: "tiny")?.files == fetched.files)
      #expect(try folder.entries(".parts") == [])
      // What is here is not fetched again.
      _ = try await store.fetch(set, from: [address])
    }
    #expect(await server.requests == ["/tiny-images-idx3-ubyte.gz", "/tiny-labels-idx1-ubyte.gz"])
    #expect(
      told.withLock {
        $0.contains(.init(file: "tiny-images-idx3-ubyte.gz", received: images.count, total: images.count))
      })
  }

  @Test func onlyWhatIsMissing() async throws {
    let server = FileServer(files)
    try await server.serve { address in
      _ = try await store.fetch(set, from: [address])
      try FileManager.default.removeItem(at: folder.data.appending(path: "tiny/tiny-labels-idx1-ubyte"))
      let again = try await store.fetch(set, from: [address])
      #expect(store.missing(in: again).isEmpty)
    }
    #expect(await server.requests.suffix(1) == ["/tiny-labels-idx1-ubyte.gz"])
    #expect(await server.requests.count == 3)
  }

  @Test func brokenOffAndResumed() async throws {
    let server = FileServer(files, .breaksOff(after: 100_000))
    try await server.serve { address in
      let name = address + "tiny-images-idx3-ubyte.gz"
      let error = try await failure(from: [address]) as? FetchError
      guard case .brokenOff(name, let received, images.count) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect((1...100_000).contains(received))
      #expect(try folder.entries(".parts").count == 1)
      await server.behave(.sound)
      _ = try await store.fetch(set, from: [address])
      #expect(await server.requests[1] == "/tiny-images-idx3-ubyte.gz bytes=\(received)-")
      #expect(try folder.entries(".parts") == [])
    }
  }

  @Test func aServerThatCannotContinue() async throws {
    let server = FileServer(files, .breaksOff(after: 100_000))
    try await server.serve { address in
      let error = try await failure(from: [address])
      #expect(error is FetchError)
      await server.behave(.withoutRanges)
      _ = try await store.fetch(set, from: [address])
    }
  }

  /// The file there is now shorter than what has come of it.
  @Test func aPartBeyondTheEnd() async throws {
    let server = FileServer(files, .breaksOff(after: 100_000))
    try await server.serve { address in
      let error = try await failure(from: [address])
      #expect(error is FetchError)
      await server.behave(.sound)
      await server.replace("tiny-images-idx3-ubyte.gz", by: Array(images[..<500]))
      let name = "tiny-images-idx3-ubyte.gz"
      let second = try await failure(from: [address])
      #expect(second as? DataStoreError == .damagedGzip(file: name, .cutShort(byte: 500)))
      #expect(try folder.entries(".parts") == [])
    }
  }

  @Test func aWrongChecksumTakesTheFileAway() async throws {
    let other = SampleFiles.gzipped(SampleFiles.labels(99))
    let server = FileServer(files.merging(["tiny-labels-idx1-ubyte.gz": other]) { $1 })
    try await server.serve { address in
      let error = try await failure(from: [address])
      guard case .wrongChecksum("tiny-labels-idx1-ubyte.gz", _, _) = error as? DataStoreError else {
        Issue.record("a wrong file was taken, or none: \(error)")
        return
      }
      // The other file was sound, and is not fetched again.
      #expect(try folder.entries(".parts").map { $0.dropFirst(17) } == ["tiny-images-idx3-ubyte.gz"])
      await server.replace("tiny-labels-idx1-ubyte.gz", by: labels)
      _ = try await store.fetch(set, from: [address])
    }
    #expect(await server.requests.filter { $0.contains("images") }.count == 1)
  }

  @Test func notFound() async throws {
    let server = FileServer([:])
    try await server.serve { address in
      let name = address + "tiny-images-idx3-ubyte.gz"
      let error = try await failure(from: [address])
      #expect(error as? FetchError == .refused(address: name, status: 404))
    }
  }

  @Test func theNextSourceIsTried() async throws {
    let empty = FileServer([:])
    let server = FileServer(files)
    try await empty.serve { first in
      try await server.serve { second in
        let fetched = try await store.fetch(set, from: [first, second])
        #expect(fetched.source == second)
      }
    }
  }

  @Test func noServer() async throws {
    var gone = ""
    try await FileServer([:]).serve { gone = $0 }
    guard case .unreachable = try await failure(from: [gone]) as? FetchError else {
      Issue.record("somebody answered")
      return
    }
  }

  @Test(arguments: ["", "ftp://x/", "file:///etc/", "--help", "http:///x", "x", "http://x/?y=1"])
  func onlyAddressesOfServers(address: String) async throws {
    let error = try await failure(from: [address])
    #expect(error as? FetchError == .badAddress(address))
  }

  @Test func oneFetchAtATime() async throws {
    try await FileServer(files).serve { address in
      do {
        let lock = try FileLock.fetching(into: folder.data)
        let error = try await failure(from: [address])
        #expect(error as? FetchError == .alreadyFetching)
        extendLifetime(lock)
      }
      _ = try await store.fetch(set, from: [address])
    }
  }

  @Test func tooLargeAFile() async throws {
    let small = DataStore(folder: folder.data, limit: 1000)
    try await FileServer(files).serve { address in
      await #expect(throws: FetchError.tooLarge(address: address + "tiny-images-idx3-ubyte.gz", limit: 1000)) {
        try await small.fetch(set, from: [address])
      }
    }
    #expect(try folder.entries(".parts") == [])
  }

  /// However much a server sends, no more than twice what the file should have is written, and nothing of it stays.
  @Test func aServerThatDoesNotEnd() async throws {
    let server = FileServer(files, .endless)
    try await server.serve { address in
      let name = address + "tiny-images-idx3-ubyte.gz"
      let error = try await failure(from: [address])
      #expect(error as? FetchError == .tooLarge(address: name, limit: 2 * images.count))
      #expect(try folder.entries(".parts") == [])
      #expect(try folder.entries().allSatisfy { !$0.hasPrefix(".new-") })
      await server.behave(.sound)
      _ = try await store.fetch(set, from: [address])
    }
  }

  /// What an earlier version kept of a file that was too large.
  @Test func aPartThatIsTooLargeIsBegunAnew() async throws {
    let server = FileServer(files, .breaksOff(after: 100_000))
    try await server.serve { address in
      #expect(try await failure(from: [address]) is FetchError)
      let part = folder.data.appending(path: ".parts/" + (try #require(try folder.entries(".parts").first)))
      try Data(count: 3 * images.count).write(to: part)
      await server.behave(.sound)
      _ = try await store.fetch(set, from: [address])
      #expect(try folder.entries(".parts") == [])
    }
  }

  @Test(arguments: [416, 500, 429])
  func aServerInAMood(status: Int) async throws {
    let server = FileServer(files, .breaksOff(after: 100_000))
    try await server.serve { address in
      let refusal = FetchError.refused(address: address + "tiny-images-idx3-ubyte.gz", status: status)
      await server.behave(.answers(status))
      #expect(try await failure(from: [address]) as? FetchError == refusal)
      await server.behave(.breaksOff(after: 100_000))
      #expect(try await failure(from: [address]) is FetchError)
      await server.behave(.answers(status))
      #expect(try await failure(from: [address]) as? FetchError == refusal)
      await server.behave(.sound)
      _ = try await store.fetch(set, from: [address])
    }
  }

  @Test func anEmptyAnswer() async throws {
    let server = FileServer(files, .answers(200))
    try await server.serve { address in
      let error = try await failure(from: [address])
      #expect(error as? FetchError == .empty(address: address + "tiny-images-idx3-ubyte.gz"))
      #expect(try folder.entries(".parts") == [])
    }
  }

  /// What it inflates to is known, and no more is.
  @Test func aBomb() async throws {
    let name = "tiny-images-idx3-ubyte.gz"
    let bomb = SampleFiles.gzipped([UInt8](repeating: 0, count: 8 << 20))
    let server = FileServer(files.merging([name: bomb]) { $1 })
    try await server.serve { address in
      guard
        case .damagedGzip(name, .tooLarge(limit: 250_016, _)) = try await failure(from: [address]) as? DataStoreError
      else {
        Issue.record("the bomb was taken")
        return
      }
      #expect(try folder.entries(".parts") == [])
      #expect(try folder.entries().allSatisfy { !$0.hasPrefix(".new-") })
    }
  }

  /// What came from an address that is not asked any more goes with the others.
  @Test func partsFromElsewhereGoInTheEnd() async throws {
    let server = FileServer(files, .breaksOff(after: 100_000))
    try await server.serve { first in
      #expect(try await failure(from: [first]) is FetchError)
      #expect(try store.begun(set) > 0)
      try await FileServer(files).serve { second in _ = try await store.fetch(set, from: [second]) }
      #expect(try folder.entries(".parts") == [])
      #expect(try store.begun(set) == 0)
    }
  }

  @Test func knownSetsComeEncrypted() {
    #expect(KnownSet.all.flatMap(\.sources).allSatisfy { $0.hasPrefix("https://") })
  }
}
