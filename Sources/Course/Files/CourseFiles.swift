import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a course, by their paths from its folder. Whatever is read of a course is read here: a link that leads
/// out of the folder, a hidden file and what is no file at all are refused.
package struct CourseFiles: Sendable {
  /// The reason why a file is none of the course's.
  package enum Refusal: Error, Equatable, Sendable {
    case missing
    /// The path, or a link on the way, leads out of the course's folder.
    case outside
    /// The name of the file, or of a folder on the way, begins with a point.
    case hidden
    case folder
    /// A pipe, a socket, a device.
    case special
    case tooLarge(limit: Int)
    case unreadable(reason: String)
  }

  /// The folder's own path, without links; `nil` where there is no such folder.
  private let root: String?

  /// The course's folder itself may be reached through links.
  package init(_ folder: URL) {
    root = realpath(folder.path(percentEncoded: false), nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
  }

  package func data(at path: String, limit: Int = CourseLimits.file) throws(Refusal) -> Data {
    let file = try descriptor(of: path)
    defer { close(file) }
    return try Self.content(of: file, limit)
  }

  /// Throws where `data(at:)` would refuse the file, without reading it.
  package func check(_ path: String, limit: Int = CourseLimits.file) throws(Refusal) {
    let file = try descriptor(of: path)
    defer { close(file) }
    guard try Self.size(of: file) <= limit else { throw .tooLarge(limit: limit) }
  }

  /// Whether something is there, be it refused, or a link that leads nowhere.
  package func has(_ path: String) -> Bool {
    do throws(Refusal) {
      try check(path)
      return true
    } catch {
      guard error == .missing, let root, let names = Self.names(on: path), !path.utf8.contains(0) else {
        return error != .missing
      }
      var information = stat()
      return lstat(([root] + names).joined(separator: "/"), &information) == 0
    }
  }

  /// The names of what is in a folder, hidden things too, in the order of the alphabet.
  package func names(in folder: String) throws(Refusal) -> [String] {
    guard let root else { throw .missing }
    let place = ([root] + (try names(of: folder))).joined(separator: "/")
    do {
      return try FileManager.default.contentsOfDirectory(atPath: place).sorted()
    } catch {
      throw .unreadable(reason: error.localizedDescription)
    }
  }

  /// The names on a path, `.` and `..` resolved; `nil` where it leads above its beginning.
  static func names(on path: some StringProtocol) -> [String]? {
    var names: [String] = []
    for name in path.split(separator: "/") where name != "." {
      guard name == ".." else {
        names.append(String(name))
        continue
      }
      guard names.popLast() != nil else { return nil }
    }
    return names
  }

  /// The names on the file's own path from the course's folder, without links.
  private func names(of path: String) throws(Refusal) -> [String] {
    guard let root else { throw .missing }
    guard !path.hasPrefix("/"), let names = Self.names(on: path) else { throw .outside }
    guard !names.contains(where: Self.isHidden) else { throw .hidden }
    guard !path.utf8.contains(0) else { throw .missing }
    guard let real = realpath(([root] + names).joined(separator: "/"), nil) else { throw Self.refusal(errno) }
    defer { free(real) }
    // As bytes: to the file system, two ways to write ü are two names.
    let path = String(cString: real) + "/"
    let inside = root == "/" ? root : root + "/"
    guard path.utf8.starts(with: inside.utf8) else { throw .outside }
    let found = path.utf8.dropFirst(inside.utf8.count).split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard !found.contains(where: Self.isHidden) else { throw .hidden }
    return found
  }

  #if canImport(Glibc)
    /// `O_PATH`, which the C library hides from Swift: a folder may be passed by whoever may not list it.
    private static let passing: Int32 = 0o1000_0000
  #else
    private static let passing = O_RDONLY
  #endif

  private static func isHidden(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: ".") }

  /// Opens a plain file. A link that is put in the way meanwhile is not followed.
  private func descriptor(of path: String) throws(Refusal) -> Int32 {
    let names = try names(of: path)
    guard let root, let last = names.last else { throw .folder }
    var folder = open(root, Self.passing | O_DIRECTORY | O_CLOEXEC)
    for name in names.dropLast() where folder >= 0 {
      let next = openat(folder, name, Self.passing | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let reason = errno
      close(folder)
      errno = reason
      folder = next
    }
    guard folder >= 0 else { throw Self.refusal(errno) }
    defer { close(folder) }
    // Whoever opens a pipe waits for its other end, but for this option.
    let file = openat(folder, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw Self.refusal(errno) }
    do throws(Refusal) {
      _ = try Self.size(of: file)
      return file
    } catch {
      close(file)
      throw error
    }
  }

  private static func size(of file: Int32) throws(Refusal) -> Int {
    var information = stat()
    guard fstat(file, &information) == 0 else { throw refusal(errno) }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return Int(information.st_size)
    case S_IFDIR: throw .folder
    default: throw .special
    }
  }

  private static func content(of file: Int32, _ limit: Int) throws(Refusal) -> Data {
    let size = try size(of: file)
    guard size <= limit else { throw .tooLarge(limit: limit) }
    // A byte more, so that a file that grows meanwhile is noticed.
    var data = Data(count: size + 1)
    var count = 0
    while true {
      let added = data.withUnsafeMutableBytes { bytes in
        read(file, bytes.baseAddress?.advanced(by: count), bytes.count - count)
      }
      if added < 0, errno == EINTR { continue }
      guard added >= 0 else { throw refusal(errno) }
      guard added > 0 else { return data.prefix(count) }
      count += added
      guard count <= limit else { throw .tooLarge(limit: limit) }
      if count == data.count { data.count = min(2 * count, limit + 1) }
    }
  }

  private static func refusal(_ reason: Int32) -> Refusal {
    switch reason {
    case ENOENT, ENOTDIR: .missing
    case ENXIO: .special
    default: .unreadable(reason: String(cString: strerror(reason)).lowercased())
    }
  }
}
