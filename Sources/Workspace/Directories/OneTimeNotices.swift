import Files
import Foundation
import Messages

/// The notices that were given once and need not be given again, until their text is another.
package struct OneTimeNotices: Sendable {
  private let folder: URL

  /// - Parameter home: the learner's own folder.
  package init(home: URL) { folder = home }

  /// Says it unless this very text was said before.
  package func show(_ name: String, _ text: String, say: () -> Void) throws {
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
