import Foundation

/// Folders and files that others could look into, and now cannot.
package struct PermissionMending: Equatable, Sendable {
  package private(set) var folders = 0
  package private(set) var files = 0
  /// The paths that could not be looked at, or not be changed.
  package private(set) var failed: [String] = []

  /// Nothing of learn's lies deeper. What does, is behind a folder that is mended.
  private static let depth = 32

  package init() {}

  /// Takes from everybody else all that they may do with a folder or file, and with what lies in the folder. Links are
  /// not followed; what belongs to another user, or lies on another disk, stays as it is.
  ///
  /// - Parameter isDeep: whether what lies in the folder is mended, too.
  package mutating func mend(_ item: URL, isDeep: Bool = true) {
    let path = item.path(percentEncoded: false)
    // A link would be told apart from the folder that it leads to by the sign at its end alone.
    let name = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    mend(name.utf8CString.map { $0 }, in: AT_FDCWD, name, depth: isDeep ? Self.depth : 0)
  }

  /// - Parameters:
  ///   - name: as the system wrote it, which need not be UTF-8.
  ///   - path: to tell of it.
  private mutating func mend(
    _ name: [CChar], in parent: Int32, _ path: String, on disk: dev_t? = nil, depth: Int
  ) {
    var information = stat()
    guard fstatat(parent, name, &information, AT_SYMLINK_NOFOLLOW) == 0 else {
      // What was never made, or went away meanwhile, needs no mending.
      if errno != ENOENT { failed.append(path) }
      return
    }
    let kind = information.st_mode & S_IFMT
    guard information.st_uid == geteuid(), disk == nil || information.st_dev == disk,
      kind == S_IFDIR || kind == S_IFREG
    else { return }
    let isFolder = kind == S_IFDIR
    // A set-user-ID file of the learner's would lend what they may do, a folder that everybody shares is not theirs.
    let wide: mode_t = isFolder ? 0o077 : 0o6077
    if information.st_mode & wide != 0, !isFolder || information.st_mode & S_ISVTX == 0 {
      let mode = information.st_mode & 0o700 | (isFolder ? 0o700 : 0)
      guard fchmodat(parent, name, mode, AT_SYMLINK_NOFOLLOW) == 0 else { return failed.append(path) }
      if isFolder { folders += 1 } else { files += 1 }
    }
    guard isFolder, depth > 0 else { return }
    let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0, let list = fdopendir(folder) else { return failed.append(path) }
    defer { closedir(list) }
    while let entry = readdir(list) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
      }
      let text = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text == "." || text == ".." { continue }
      mend(name, in: folder, "\(path)/\(text)", on: information.st_dev, depth: depth - 1)
    }
  }
}
