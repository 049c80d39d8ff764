import Foundation

/// The compiled model library: the modules that a cell imports and the archive that it is linked with.
package struct CellLibrary: Sendable, Equatable {
  /// The folder of the modules, a `.swiftmodule` each.
  package let modules: URL
  package let archive: URL

  /// Looks beside the running command (a build folder), then in `../lib/learn` (an installation).
  package static func find(besides executable: URL) throws(CellError) -> CellLibrary {
    let folder = executable.deletingLastPathComponent()
    let candidates = [folder, folder.deletingLastPathComponent().appending(path: "lib/learn")]
    for candidate in candidates {
      let library = CellLibrary(
        modules: candidate.appending(path: "Modules"), archive: candidate.appending(path: "libCellLibrary.a"))
      let files = [library.archive, library.modules.appending(path: "Generative.swiftmodule")]
      if files.allSatisfy({ FileManager.default.fileExists(atPath: $0.path) }) { return library }
    }
    throw .noLibrary(searched: candidates.map(\.path))
  }
}
