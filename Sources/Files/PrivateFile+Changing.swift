import Foundation

extension PrivateFile {
  /// Changes a file that other processes may change at the same moment: one after another.
  ///
  /// - Parameter body: reads what the file holds, and returns what it is to hold.
  package static func change<Result>(_ file: URL, _ body: () throws -> (data: Data, result: Result)) throws
    -> Result
  {
    // The folder's: the file itself is another one after each change.
    let lock = try FileLock.wait(folder: file.deletingLastPathComponent())
    defer { withExtendedLifetime(lock) {} }
    let (data, result) = try body()
    try write(data, to: file)
    return result
  }
}
