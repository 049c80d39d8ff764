// Files: how files are written so that nothing is lost: replaced, locked, hashed; pictures as PNG.

import Foundation

/// A file that nobody but its owner can read, whatever the umask.
package enum PrivateFile {
  /// Writes the file, or puts it in the place of the one that is there. When this returns it is on the disk; until then
  /// the former one stands, whatever ends the program or the machine.
  ///
  /// - Parameter isHandedOn: whether it has the rights that its owner's umask gives, or those that it had before, and
  ///   is none of learn's own; where a link leads to it, the link stays.
  /// - Throws: `POSIXError`.
  package static func write(_ data: Data, to file: URL, isHandedOn: Bool = false) throws {
    let file = isHandedOn ? try target(of: file) : file
    var former = stat()
    let mode = isHandedOn && stat(file.path(percentEncoded: false), &former) == 0 ? former.st_mode & 0o777 : nil
    try replace(file, isHandedOn: isHandedOn) { temporary in
      if let mode, chmod(temporary.path(percentEncoded: false), mode) != 0 { throw POSIXError.last }
      let descriptor = try open(temporary, O_WRONLY)
      defer { close(descriptor) }
      try fill(descriptor, data)
    }
  }

  /// Puts what the body has written in the place of the file. If the body fails, the former one stands.
  ///
  /// - Parameters:
  ///   - isHandedOn: whether it has the rights that its owner's umask gives, and is none of learn's own.
  ///   - body: fills an empty file in the same folder, under a name that nobody else has.
  package static func replace<Result>(
    _ file: URL, isHandedOn: Bool = false, with body: (_ temporary: URL) throws -> Result
  ) throws -> Result {
    let temporary = try makeTemporary(beside: file, isHandedOn: isHandedOn)
    let result: Result
    do {
      result = try body(temporary)
      guard rename(temporary.path(percentEncoded: false), file.path(percentEncoded: false)) == 0 else {
        throw POSIXError.last
      }
    } catch {
      unlink(temporary.path(percentEncoded: false))
      throw error
    }
    synchronize(file.deletingLastPathComponent().path(percentEncoded: false))
    return result
  }

  /// Makes an empty, hidden file in the folder of another one, whose place it may take later. Nothing that was there
  /// before is touched.
  ///
  /// - Throws: `POSIXError`.
  package static func makeTemporary(beside file: URL, isHandedOn: Bool = false) throws -> URL {
    let folder = URL(filePath: file.deletingLastPathComponent().path(percentEncoded: false))
    let temporary = folder.appending(path: ".\(UUID().uuidString)")
    close(try create(temporary.path(percentEncoded: false), isHandedOn: isHandedOn))
    return temporary
  }

  /// Makes an empty file for somebody else to write, such as a database, unless one is there. Where a link leads to a
  /// file that is not there yet, that one is made.
  ///
  /// - Throws: `POSIXError`.
  package static func make(_ file: URL) throws {
    let path = file.path(percentEncoded: false)
    guard access(path, F_OK) != 0 else { return }
    do {
      close(try create(target(of: file).path(percentEncoded: false)))
    } catch let error as POSIXError where error.code == .EEXIST {
      // Another process was faster.
    }
  }

  /// Copies what is in a file to a place where there is nothing. Of a link, that is what it leads to: whoever changes
  /// the copy must not change the original.
  ///
  /// - Throws: `POSIXError`.
  package static func copy(_ file: URL, to place: URL) throws {
    // Whatever waits for a writer would have us wait, too.
    let source = try open(file, O_RDONLY | O_NONBLOCK)
    defer { close(source) }
    var information = stat()
    guard fstat(source, &information) == 0 else { throw POSIXError.last }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw POSIXError(information.st_mode & S_IFMT == S_IFDIR ? .EISDIR : .EINVAL)
    }
    let path = place.path(percentEncoded: false)
    let copy = try create(path)
    defer { close(copy) }
    do {
      try fill(copy, from: source)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Returns the file that a path leads to in the end: another one if it is a link, even to something that is not there
  /// yet.
  ///
  /// - Throws: `POSIXError`.
  package static func target(of file: URL) throws -> URL {
    var place = file
    // As many as the system follows.
    for _ in 0..<40 {
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(place.path(percentEncoded: false), &bytes, bytes.count)
      // What is no link is the end, and so is what is not there.
      if count < 0, [EINVAL, ENOENT, ENOTDIR].contains(errno) { return place }
      guard count >= 0 else { throw POSIXError.last }
      let folder = URL(filePath: place.deletingLastPathComponent().path(percentEncoded: false))
      let link = String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      place = URL(filePath: link, relativeTo: folder).absoluteURL
    }
    throw POSIXError(.ELOOP)
  }

  private static func open(_ file: URL, _ flags: Int32) throws -> Int32 {
    let descriptor = Foundation.open(file.path(percentEncoded: false), flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError.last }
    return descriptor
  }

  private static func create(_ path: String, isHandedOn: Bool = false) throws -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = Foundation.open(path, flags, isHandedOn ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw POSIXError.last }
    if isHandedOn { return descriptor }
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
    try data.withUnsafeBytes { try write($0, to: descriptor) }
    guard fsync(descriptor) == 0 else { throw POSIXError.last }
    #if canImport(Darwin)
      // Only this reaches the disk itself; not every file system has it.
      _ = fcntl(descriptor, F_FULLFSYNC)
    #endif
  }

  private static func fill(_ copy: Int32, from source: Int32) throws {
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    try piece.withUnsafeMutableBytes { piece in
      while true {
        let count = read(source, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw POSIXError.last }
        if count == 0 { return }
        try write(UnsafeRawBufferPointer(rebasing: piece[..<count]), to: copy)
      }
    }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw POSIXError.last }
      rest = rest.dropFirst(count)
    }
  }

  /// The folder's list of names, too; where that cannot be, the renaming stands anyway.
  private static func synchronize(_ folder: String) {
    let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
