import Foundation

/// The processors that the model library was built for. A cell is compiled for the same, because vectors are passed
/// between the two.
enum ProcessorTarget {
  #if NATIVE
    /// The manifest built the library for this machine's processor alone, with all that it has.
    static let options = ["-Xcc", "-march=native"]
    /// The features that tell this processor from others.
    static let identity = features(of: beginning(of: "/proc/cpuinfo"))
  #else
    static let options: [String] = []
    static let identity = "baseline"
  #endif

  /// Returns the line of features of the first processor in Linux's list.
  static func features(of list: String) -> String {
    list.split(separator: "\n").first { $0.hasPrefix("flags") }.map(String.init) ?? ""
  }

  /// A machine has up to hundreds of processors, each described in two kilobytes or so. What cannot be read tells
  /// nothing apart.
  private static func beginning(of path: String) -> String {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: 16 << 10) else {
      return ""
    }
    return String(decoding: data, as: UTF8.self)
  }
}
