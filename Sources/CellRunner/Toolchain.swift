import Foundation

/// The Swift compiler that compiles cells.
package struct Toolchain: Sendable, Equatable {
  package let compiler: URL

  /// The first `swiftc` on the search path.
  package static func find(searchPath: String) throws(CellError) -> Toolchain {
    for folder in searchPath.split(separator: ":") {
      let candidate = URL(filePath: String(folder)).appending(path: "swiftc")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return Toolchain(compiler: candidate) }
    }
    throw .noToolchain(searched: searchPath)
  }

  /// Tells this compiler from any other, without the 50 ms of asking it: the real file's path, size and date.
  var identity: String {
    let file = compiler.resolvingSymlinksInPath()
    guard let values = try? file.resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey]) else {
      return file.path
    }
    return "\(file.path) \(values.fileSize ?? 0) \(values.contentModificationDate?.timeIntervalSince1970 ?? 0)"
  }
}
