import Cells
import Files
import Foundation

extension Directories {
  package var compileCache: CompileCache {
    CompileCache(folder: cache.appending(path: "cells", directoryHint: .isDirectory))
  }

  /// The folder of the learner's own versions of cells, of all courses.
  package var cellEdits: URL { home.appending(path: "cells", directoryHint: .isDirectory) }

  /// Creates the probe that finds out what confines cells here. It begins when its answer is wanted.
  package func sandboxProbe() throws -> SandboxProbe {
    let toolchain = try Toolchain.find(searchPath: SearchPath.own)
    return SandboxProbe(toolchain: toolchain, cache: compileCache)
  }

  /// The learner's own versions of a course's cells.
  package func cellEdits(of course: URL) -> CellEdits { CellEdits(folder: folder("cells", of: course, in: home)) }

  /// The last runs of a course's cells.
  package func runHistory(of course: URL) -> RunHistory {
    RunHistory(
      folder: folder("runs", of: course, in: cache), all: cache.appending(path: "runs", directoryHint: .isDirectory))
  }

  /// Returns the folder of trainings of a course's cells that can go on.
  package func trainings(of course: URL) -> URL { folder("trainings", of: course, in: cache) }

  /// Returns a folder of what is kept of a course's cells. It lies apart from that of any other course, whatever its
  /// lessons are called: a stranger's cell must not run, or be seen, as one of the course that came with learn, whose
  /// own lie in the folder itself.
  private func folder(_ name: String, of course: URL, in parent: URL) -> URL {
    let folder = parent.appending(path: name, directoryHint: .isDirectory)
    if isBundled(course) { return folder }
    let hash = SHA256(of: FolderPath(course).text).digest.prefix(8).hexadecimal
    // No lesson's id has a point in it.
    return folder.appending(path: "course.\(hash)", directoryHint: .isDirectory)
  }
}
