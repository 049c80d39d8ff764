import Foundation

/// Reference data that lies beside the project's root, in `shared/reference`; absent on most machines.
enum SharedReference {
  static func url(_ name: String) -> URL? {
    var folder = URL(filePath: #filePath)
    while folder.path() != "/" {
      folder.deleteLastPathComponent()
      let package = folder.appending(path: "Package.swift")
      if FileManager.default.fileExists(atPath: package.path()) {
        let file = folder.deletingLastPathComponent().appending(path: "shared/reference/\(name)")
        return FileManager.default.fileExists(atPath: file.path()) ? file : nil
      }
    }
    return nil
  }
}
