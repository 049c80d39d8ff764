import Foundation
import Numerics
import Testing

@testable import Learning

/// A file is there whole or not at all, and what is not whole is refused.
@Suite struct CheckpointFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "learn-test-\(UUID().uuidString)")
  private var path: String { folder.appending(path: "model").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func checkpoint(seed: UInt64 = 1) -> Checkpoint {
    let θ = Parameters(seed: seed)
    _ = Dense(3, 2, in: θ)
    return Checkpoint(of: θ, generators: [RandomGenerator(seed: seed)])
  }

  @Test func whatIsWrittenIsRead() throws {
    defer { remove() }
    try checkpoint().write(to: path)
    #expect(try Checkpoint(contentsOf: path) == checkpoint())
    try checkpoint(seed: 2).write(to: path)
    #expect(try Checkpoint(contentsOf: path) == checkpoint(seed: 2))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model"])
  }

  /// Where the program was killed while it wrote, there is the former file, and the beginning of another beside it.
  @Test func afterABrokenOffWriteTheFormerFileIsThere() throws {
    defer { remove() }
    try checkpoint().write(to: path)
    let next = checkpoint(seed: 2).bytes
    for count in [0, 1, next.count / 2, next.count] {
      try Data(next.prefix(count)).write(to: URL(filePath: path + DurableFile.temporarySuffix))
      #expect(try Checkpoint(contentsOf: path) == checkpoint())
    }
    try checkpoint(seed: 3).write(to: path)
    #expect(try Checkpoint(contentsOf: path) == checkpoint(seed: 3))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model"])
  }

  @Test func aFileThatCannotBeWrittenLeavesTheFormerOne() throws {
    defer { remove() }
    try checkpoint().write(to: path)
    // A folder stands where the new file would be written first.
    try FileManager.default.createDirectory(
      atPath: path + DurableFile.temporarySuffix, withIntermediateDirectories: false)
    #expect(throws: CheckpointError.cannotWrite(path: path, reason: "Is a directory")) {
      try checkpoint(seed: 2).write(to: path)
    }
    #expect(try Checkpoint(contentsOf: path) == checkpoint())
    let absent = folder.appending(path: "none/model").path
    #expect(throws: CheckpointError.cannotRead(path: absent, reason: "No such file or directory")) {
      try Checkpoint(contentsOf: absent)
    }
    #expect(throws: CheckpointError.cannotWrite(path: absent, reason: "No such file or directory")) {
      try checkpoint().write(to: absent)
    }
  }

  /// Lengths that no file has, under a digest that fits: nothing overflows, and no room is made for them.
  @Test func lengthsThatLieAreRefused() throws {
    func bytes(_ axes: [UInt32], entries: UInt32 = 1, updates: UInt64 = 0) -> [UInt8] {
      var writer = ByteWriter(bytes: Array("LEARN-CP".utf8))
      writer.write(Checkpoint.version)
      writer.write(entries)
      writer.write(Array("w".utf8))
      writer.write(UInt32(axes.count))
      for axis in axes { writer.write(axis) }
      writer.write(updates)
      writer.write(3 as UInt32)
      writer.write(Float(0).bitPattern)
      for _ in 0..<3 { writer.writeBits([1, 2]) }
      writer.write(0 as UInt32)
      writer.seal()
      return writer.bytes
    }
    #expect(try Checkpoint(bytes: bytes([1, 2])).buffers == [[1, 2], [1, 2], [1, 2]])
    for axes in [
      [.max], [0], [1 << 31, 1 << 31], [1 << 16, 1 << 16, 1 << 16, 1 << 16], [.max, .max, .max, .max], [3, 1],
      [1, 2, 1, 1, 1],
    ] as [[UInt32]] {
      #expect(throws: CheckpointError.self, "\(axes)") { try Checkpoint(bytes: bytes(axes)) }
    }
    #expect(throws: CheckpointError.self) { try Checkpoint(bytes: bytes([1, 2], entries: .max)) }
    #expect(throws: CheckpointError.self) { try Checkpoint(bytes: bytes([1, 2], updates: .max)) }
  }

  private func remove() {
    do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
  }
}
