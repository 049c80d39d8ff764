import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

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

  /// What the compiler says of itself: `6.3.1`.
  package func version() async throws -> String {
    let result = try await run(
      .path(FilePath(compiler.path)), arguments: ["--version"], output: .string(limit: 1 << 16), error: .discarded)
    let pattern = /Swift version (?<number>[0-9.]+)/
    return result.standardOutput.firstMatch(of: pattern).map { String($0.number) } ?? "of unknown version"
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
