import Foundation

extension PrivateFile {
  /// Changes a file that other processes may change at the same moment: one after another.
  ///
  /// - Parameter body: reads what the file holds, and returns what it is to hold.
  package static func change<Result>(_ file: URL, _ body: () throws -> (data: Data, result: Result)) throws
    -> Result
  {
    let folder = open(file.deletingLastPathComponent().path(percentEncoded: false), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw POSIXError.last }
    // The lock goes with the descriptor. Where the file system knows no locks, two changes at once may become one.
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    let (data, result) = try body()
    try write(data, to: file)
    return result
  }
}
