import Files
import Foundation

/// What was said once and need not be said again, until there is something else to say.
struct OneTimeNotices: Sendable {
  /// The learner's own folder.
  let folder: URL

  /// Says it unless this very text was said before.
  func show(_ name: String, _ text: String, say: () -> Void) throws {
    let file = folder.appending(path: "notices/\(name)")
    guard FileManager.default.contents(atPath: file.path) != Data(text.utf8) else { return }
    say()
    do {
      try PrivateFolder.make(file.deletingLastPathComponent())
      try PrivateFile.write(Data(text.utf8), to: file)
    } catch {
      throw Failure(
        "cannot note in \(file.path) that this was said: \(error.localizedDescription)",
        help: "make room or give yourself the right to write there; LEARN_HOME chooses another folder",
        status: .cannotCreate)
    }
  }
}
