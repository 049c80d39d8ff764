import Foundation
import Progress

/// What is wrong with a file that the learner has named, which is not their progress.
extension Failure {
  init(_ error: ProgressError, with file: String) {
    switch error {
    case .cannotRead(let path, _) where Self.isSame(path, file):
      self.init(unreadable: file)
    case .cannotWrite(let path, _) where Self.isSame(path, file):
      self.init(unwritable: file)
    case .damaged(let path, let detail) where Self.isSame(path, file):
      self.init(
        "\(file) is no backup that can be read: \(detail)",
        help: Self.backupHelp
          + "; `learn progress export --recover NEW --from \(Shell.path(file))` saves what can still be read of it",
        status: .data)
    case .foreign(let path) where Self.isSame(path, file):
      self.init("\(file) is a database of another program", help: Self.backupHelp, status: .data)
    default: self.init(progress: error)
    }
  }

  private static var backupHelp: String {
    "give a file that `learn progress backup` wrote; your progress is as it was"
  }

  private static func isSame(_ path: String, _ file: String) -> Bool {
    URL(filePath: path).standardizedFileURL.path == URL(filePath: file).standardizedFileURL.path
  }

  private init(unreadable file: String) {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
    if !isThere {
      self.init("there is no file \(file)", help: "look at its name and its folder", status: .noInput)
    } else if isFolder.boolValue {
      self.init("\(file) is a folder, not a file", help: "name a file in it", status: .noInput)
    } else {
      self.init("\(file) cannot be read", help: "give yourself the right to read it", status: .noInput)
    }
  }

  private init(unwritable file: String) {
    let folder = URL(filePath: file).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    if !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder.boolValue {
      self.init(
        "\(file) cannot be written: there is no folder \(folder)", help: "make it first, or choose another place",
        status: .cannotCreate)
    } else if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      self.init("\(file) is a folder, not a file", help: "name a file in it", status: .cannotCreate)
    } else {
      self.init(
        "\(file) cannot be written", help: "choose a folder in which you may write, with room left",
        status: .cannotCreate)
    }
  }
}
