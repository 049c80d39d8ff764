import Foundation

/// A file that nobody but its owner can read, whatever the umask.
package enum PrivateFile {
  /// Writes the file, or puts it in the place of the one that is there. When this returns it is on the disk; until then
  /// the former one stands, whatever ends the program or the machine.
  ///
  /// - Throws: `POSIXError`.
  package static func write(_ data: Data, to file: URL) throws {
    let folder = file.deletingLastPathComponent().path(percentEncoded: false)
    let temporary = URL(filePath: folder).appending(path: ".\(UUID().uuidString)").path(percentEncoded: false)
    let descriptor = try create(temporary)
    do {
      defer { close(descriptor) }
      try fill(descriptor, data)
      guard rename(temporary, file.path(percentEncoded: false)) == 0 else { throw POSIXError.last }
    } catch {
      unlink(temporary)
      throw error
    }
    synchronize(folder)
  }

  /// Makes an empty file for somebody else to write, such as a database, unless one is there.
  ///
  /// - Throws: `POSIXError`.
  package static func make(_ file: URL) throws {
    let path = file.path(percentEncoded: false)
    guard access(path, F_OK) != 0 else { return }
    do {
      close(try create(path))
    } catch let error as POSIXError where error.code == .EEXIST {
      // Another process was faster.
    }
  }

  /// Copies a file to a place where there is none.
  package static func copy(_ file: URL, to place: URL) throws {
    try FileManager.default.copyItem(at: file, to: place)
    guard chmod(place.path(percentEncoded: false), 0o600) == 0 else { throw POSIXError.last }
  }

  private static func create(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError.last }
    // The umask may have taken something from the owner, too.
    guard fchmod(descriptor, 0o600) == 0 else {
      let error = POSIXError.last
      close(descriptor)
      unlink(path)
      throw error
    }
    return descriptor
  }

  private static func fill(_ descriptor: Int32, _ data: Data) throws {
    try data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw POSIXError.last }
        rest = rest.dropFirst(count)
      }
    }
    guard fsync(descriptor) == 0 else { throw POSIXError.last }
    #if canImport(Darwin)
      // Only this reaches the disk itself; not every file system has it.
      _ = fcntl(descriptor, F_FULLFSYNC)
    #endif
  }

  /// The folder's list of names, too; where that cannot be, the renaming stands anyway.
  private static func synchronize(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
