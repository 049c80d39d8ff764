import Foundation

/// A mark that tells a file from any other, and from itself after a change, without reading it: its path, size and
/// date.
enum FileIdentity {
  /// `nil` where there is no such file.
  static func of(_ file: URL) -> String? {
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
    guard let values = try? file.resourceValues(forKeys: keys) else { return nil }
    return "\(file.path) \(values.fileSize ?? 0) \(values.contentModificationDate?.timeIntervalSince1970 ?? 0)"
  }
}
