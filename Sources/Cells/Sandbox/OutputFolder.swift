import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder in which a program in the sandbox writes, as we hold it: by a descriptor, which keeps the folder when the
/// sandbox that it belongs to has gone.
///
/// What lies in it was put there by a stranger. Only regular files are taken out, by their bytes, into files of our
/// own.
final class OutputFolder: Sendable {
  private let descriptor: Int32

  /// A folder of this machine.
  init(_ folder: URL) throws(CellError) {
    descriptor = systemOpen(folder.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor < 0 { throw .cannotRead(path: folder.path, reason: String(cString: strerror(errno))) }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Waits until the namespace below a process has its folders, and opens the one of this path.
  ///
  /// - Returns: `nil` where the process has ended before, or the task is cancelled.
  static func open(_ path: String, below process: pid_t) async -> OutputFolder? {
    let ours = Self.status("/")
    let deadline = ContinuousClock.now + .seconds(60)
    while kill(process, 0) == 0, ContinuousClock.now < deadline, !Task.isCancelled {
      for first in ProcessTreeMonitor().children(of: process) {
        let root = "/proc/\(first)/root"
        // Until it has folders of its own, it sees ours.
        guard let own = status(root), own.st_dev != ours?.st_dev || own.st_ino != ours?.st_ino else { continue }
        let descriptor = systemOpen(root + path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor >= 0 { return OutputFolder(descriptor: descriptor) }
      }
      // One that has ended and is not waited for yet has no children any more.
      if ProcessTreeMonitor().isOver(process) { return nil }
      do {
        try await Task.sleep(for: .milliseconds(1))
      } catch {
        return nil
      }
    }
    return nil
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// A version that tells a file from one that was put in its place since; `nil` where there is no regular one.
  struct Version: Equatable {
    let inode: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  func version(of name: String) -> Version? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return Version(status)
  }

  /// Copies a file's bytes into a file of our own, which is whole or not there, and which we alone may read.
  ///
  /// - Parameters:
  ///   - limit: of bytes.
  ///   - mode: of the new file.
  /// - Returns: the version that was copied; `nil` where there is no regular file of this name, or one that is larger.
  /// - Throws: `CellError.cannotWrite`.
  @discardableResult
  func copy(_ name: String, to file: URL, limit: Int, mode: mode_t = 0o600) throws(CellError) -> Version? {
    // A pipe must not make us wait.
    let source = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard source >= 0 else { return nil }
    defer { close(source) }
    var status = stat()
    guard fstat(source, &status) == 0, let version = Version(status), version.size <= limit else { return nil }
    let unfinished = file.appendingPathExtension("unfinished-\(UUID().uuidString)")
    let target = systemOpen(unfinished.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    func fail() -> CellError { .cannotWrite(path: file.path, reason: String(cString: strerror(errno))) }
    guard target >= 0 else { throw fail() }
    var isWhole = false
    defer {
      close(target)
      if !isWhole { unlink(unfinished.path) }
    }
    guard try Self.copy(source, to: target, limit: limit, fail) else { return nil }
    guard fchmod(target, mode) == 0, fsync(target) == 0, rename(unfinished.path, file.path) == 0 else { throw fail() }
    isWhole = true
    return version
  }

  /// - Returns: whether the limit was enough. The file may grow while it is read.
  private static func copy(
    _ source: Int32, to target: Int32, limit: Int, _ fail: () -> CellError
  ) throws(CellError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var sum = 0
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      // What cannot be read any more ends here: whoever reads the file looks whether it is whole.
      if count <= 0 { return true }
      sum += count
      if sum > limit { return false }
      var rest = buffer[..<count]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        if written <= 0 { throw fail() }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// Copies all regular files, and the folders with them, at most three deep.
  ///
  /// - Parameter limit: of bytes, of each file.
  func copyAll(to folder: URL, limit: Int, depth: Int = 3) throws(CellError) {
    guard mkdir(folder.path, 0o700) == 0 || errno == EEXIST else {
      throw .cannotWrite(path: folder.path, reason: String(cString: strerror(errno)))
    }
    for name in names() {
      let place = folder.appending(path: name)
      if version(of: name) != nil {
        try copy(name, to: place, limit: limit)
      } else if depth > 0 {
        let inner = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard inner >= 0 else { continue }
        try OutputFolder(descriptor: inner).copyAll(to: place, limit: limit, depth: depth - 1)
      }
    }
  }

  private func names() -> [String] {
    // The stream closes its descriptor.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < 10_000, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Returns the bytes and files in use on the file system of the folder.
  func used() -> (bytes: Int, files: Int) {
    var system = statvfs()
    guard fstatvfs(descriptor, &system) == 0 else { return (0, 0) }
    return (
      (Int(system.f_blocks) - Int(system.f_bfree)) * Int(system.f_frsize), Int(system.f_files) - Int(system.f_ffree)
    )
  }
}

extension OutputFolder.Version {
  fileprivate init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }
}

/// The class's own `open` hides the system's.
private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 { open(path, flags, mode) }
