import Foundation

extension Course {
  /// Where a relative path in one of the course's files leads, from the course's folder; `nil` where it leads out of it.
  ///
  /// - Parameters:
  ///   - path: as written, without query and fragment.
  ///   - file: the file in which it is written, such as `Lessons/01-judge-or-maker.md`.
  package func path(to path: String, from file: String) -> String? {
    var names = file.split(separator: "/").dropLast().map(String.init)
    for name in path.split(separator: "/") where name != "." {
      guard name == ".." else {
        names.append(String(name))
        continue
      }
      guard names.popLast() != nil else { return nil }
    }
    return names.joined(separator: "/")
  }

  /// The file at a path from the course's folder.
  ///
  /// - Returns: `nil` where there is no such file, or where a link leads out of the course: that is nobody's to publish.
  package func file(at path: String) -> URL? {
    let file = folder.appending(path: path).resolvingSymlinksInPath()
    let root = folder.resolvingSymlinksInPath().path
    var isFolder: ObjCBool = false
    guard file.path.hasPrefix(root.hasSuffix("/") ? root : root + "/"),
      FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue
    else { return nil }
    return file
  }
}
