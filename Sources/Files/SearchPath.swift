import Foundation

/// The folders in which programs are looked for.
package enum SearchPath {
  /// The value of `PATH` here.
  package static var own: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }

  /// The first program of this name.
  package static func executable(_ name: String, in searchPath: String = own) -> URL? {
    searchPath.split(separator: ":").lazy.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
