import Cells
import Files
import Foundation

/// What was said once and need not be said again, until there is something else to say.
struct Notices: Sendable {
  /// The learner's own folder.
  let folder: URL

  /// Says it unless this very text was said before.
  func once(_ name: String, _ text: String, say: () -> Void) throws {
    let file = folder.appending(path: "notices/\(name)")
    guard FileManager.default.contents(atPath: file.path) != Data(text.utf8) else { return }
    say()
    do {
      try PrivateFolder.make(file.deletingLastPathComponent())
      try PrivateFile.write(Data(text.utf8), to: file)
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
  }
}
