import Files
import Foundation
import TestSupport
import Testing

/// One at a time has a lock, and it goes with whoever has it.
@Suite struct FileLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func oneAtATimeHasIt() throws {
    let file = folder.url.appending(path: "lock")
    var first = try FileLock.attempt(file: file)
    #expect(first != nil)
    #expect(try FileLock.attempt(file: file) == nil)
    #expect(try FileLock.attempt(file: folder.url.appending(path: "other")) != nil)
    first = nil
    #expect(try FileLock.attempt(file: file) != nil)
    let whole = try FileLock.attempt(folder: folder.url)
    #expect(whole != nil)
    #expect(try FileLock.attempt(folder: folder.url) == nil)
    withExtendedLifetime(whole) {}
  }

  @Test func whatCannotBeOpenedIsToldWithItsReason() {
    #expect(throws: POSIXError(.ENOENT)) { try FileLock.attempt(folder: folder.url.appending(path: "none")) }
    #expect(throws: POSIXError(.ENOENT)) { try FileLock.attempt(file: folder.url.appending(path: "none/lock")) }
  }

  /// Changes at once are made one after another: none is lost.
  @Test func noChangeIsLost() throws {
    let file = folder.url.appending(path: "number")
    try PrivateFile.write(Data("0".utf8), to: file)
    let count = 8, each = 25
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      for _ in 0..<each {
        do {
          try PrivateFile.change(file) {
            let number = Int(try String(contentsOf: file, encoding: .utf8)) ?? -1
            return (Data("\(number + 1)".utf8), ())
          }
        } catch {
          Issue.record(error)
        }
      }
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "\(count * each)")
  }
}
