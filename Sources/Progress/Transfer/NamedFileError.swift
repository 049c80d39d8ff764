import Foundation
import Messages

/// An error of a file that the learner has named, which is not their progress.
package struct NamedFileError: Explained {
  package let cause: ProgressError
  /// The name that the learner gave.
  package let file: String

  package init(_ cause: ProgressError, file: String) {
    self.cause = cause
    self.file = file
  }

  package var explanation: Explanation {
    switch cause {
    case .cannotRead(let path, _) where isIt(path): unreadable
    case .cannotWrite(let path, _) where isIt(path): unwritable
    case .damaged(let path, let detail) where isIt(path):
      Explanation(
        "\(file) is no backup that can be read: \(detail)",
        help: Self.backupHelp
          + "; `learn progress export --recover NEW --from \(Shell.path(file))` saves what can still be read of it",
        status: .data)
    case .foreign(let path) where isIt(path):
      Explanation("\(file) is a database of another program", help: Self.backupHelp, status: .data)
    default: cause.explanation
    }
  }

  private static let backupHelp = "give a file that `learn progress backup` wrote; your progress is as it was"

  private func isIt(_ path: String) -> Bool {
    URL(filePath: path).standardizedFileURL.path == URL(filePath: file).standardizedFileURL.path
  }

  private var unreadable: Explanation {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    if !isThere {
      return Explanation("there is no file \(file)", help: "look at its name and its folder", status: .noInput)
    }
    if isFolder.boolValue {
      return Explanation("\(file) is a folder, not a file", help: "name a file in it", status: .noInput)
    }
    return Explanation("\(file) cannot be read", help: "give yourself the right to read it", status: .noInput)
  }

  private var unwritable: Explanation {
    let folder = URL(filePath: file).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder.boolValue {
      return Explanation(
        "\(file) cannot be written: there is no folder \(folder)", help: "make it first, or choose another place",
        status: .cannotCreate)
    }
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      return Explanation("\(file) is a folder, not a file", help: "name a file in it", status: .cannotCreate)
    }
    return Explanation(
      "\(file) cannot be written", help: "choose a folder in which you may write, with room left",
      status: .cannotCreate)
  }
}
