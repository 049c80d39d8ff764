import Files
import Foundation

/// The database's own file, without the write-ahead log beside it.
enum DatabaseFile {
  /// Returns the time at which the file was last written, renamed or given other rights, as the system counts; nobody
  /// can set it. `nil` where there is no file.
  static func change(of path: String) throws -> String? {
    var information = stat()
    guard stat(path, &information) == 0 else {
      if errno == ENOENT { return nil }
      throw POSIXError.last
    }
    #if canImport(Darwin)
      let time = information.st_ctimespec
    #else
      let time = information.st_ctim
    #endif
    let digits = String(time.tv_nsec)
    return "\(time.tv_sec).\(String(repeating: "0", count: max(0, 9 - digits.count)))\(digits)"
  }
}
