import Foundation
import Testing

@testable import Course

/// A folder with a course and, beside it, files that are none of the course's.
final class CourseFolder {
  /// Holds the course's folder and what lies beside it.
  let root: URL
  let url: URL

  init(_ files: [String: Data] = Fixture.files()) throws {
    root = FileManager.default.temporaryDirectory.appending(
      path: "learn-course-\(UUID().uuidString)", directoryHint: .isDirectory)
    url = root.appending(path: "course", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, data) in files { try write(data, to: "course/" + name) }
    try write(Data("the first private line\n".utf8), to: "private.txt")
  }

  deinit {
    do { try FileManager.default.removeItem(at: root) } catch { print("left behind: \(root.path)") }
  }

  var course: Course { CourseReader.read(url) }
  var files: CourseFiles { CourseFiles(url) }

  /// - Parameter path: from `root`.
  func write(_ data: Data, to path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  /// Puts a link in the place of whatever is there.
  func link(_ path: String, to target: String) throws {
    let place = root.appending(path: path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    if unlink(place.path) != 0, errno != ENOENT { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
  }

  func pipe(_ path: String) throws {
    try #require(mkfifo(root.appending(path: path).path, 0o600) == 0)
  }
}
