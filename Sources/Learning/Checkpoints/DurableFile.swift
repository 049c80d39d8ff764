import Numerics

#if !hasFeature(Embedded)
  // The C library's files, by name: the library imports no platform module.
  @_extern(c, "fopen")
  private func openStream(_ path: UnsafePointer<CChar>, _ mode: UnsafePointer<CChar>) -> OpaquePointer?
  @_extern(c, "fread")
  private func readStream(_ bytes: UnsafeMutableRawPointer, _ size: Int, _ count: Int, _ file: OpaquePointer) -> Int
  @_extern(c, "fwrite")
  private func writeStream(_ bytes: UnsafeRawPointer, _ size: Int, _ count: Int, _ file: OpaquePointer) -> Int
  @_extern(c, "ferror")
  private func streamFailed(_ file: OpaquePointer) -> Int32
  @_extern(c, "fflush")
  private func flushStream(_ file: OpaquePointer) -> Int32
  @_extern(c, "fclose")
  private func closeStream(_ file: OpaquePointer) -> Int32
  @_extern(c, "fileno")
  private func descriptor(of file: OpaquePointer) -> Int32
  @_extern(c, "fsync")
  private func synchronize(_ descriptor: Int32) -> Int32
  @_extern(c, "rename")
  private func moveFile(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32
  @_extern(c, "remove")
  private func removeFile(_ path: UnsafePointer<CChar>) -> Int32
  @_extern(c, "strerror")
  private func words(for error: Int32) -> UnsafePointer<CChar>?
  #if os(Linux)
    @_extern(c, "__errno_location")
    private func errorPlace() -> UnsafePointer<Int32>
  #else
    @_extern(c, "__error")
    private func errorPlace() -> UnsafePointer<Int32>
  #endif

  /// A file that is there whole or not at all, whatever ends the program or the machine meanwhile.
  package enum DurableFile {
    /// The reason why a file could not be read or written, in the system's words.
    package struct Failure: Error {
      package let reason: String
    }

    /// The name of the file that is written first, and then takes the place of the other one.
    package static let temporarySuffix = ".unfinished"

    /// Writes beside the place, waits until it is on the disk, and renames: the former file stays until then.
    package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
      let temporary = path + temporarySuffix
      guard let file = openStream(temporary, "wb") else { throw failure() }
      let written = bytes.withUnsafeBytes { $0.baseAddress.map { writeStream($0, 1, bytes.count, file) } ?? 0 }
      guard written == bytes.count, flushStream(file) == 0, synchronize(descriptor(of: file)) == 0 else {
        let failure = failure()
        _ = closeStream(file)
        _ = removeFile(temporary)
        throw failure
      }
      guard closeStream(file) == 0, moveFile(temporary, path) == 0 else {
        let failure = failure()
        _ = removeFile(temporary)
        throw failure
      }
      // The folder's entry, too; where folders cannot be synchronised, the rename stands anyway.
      var folder = "."
      if let slash = path.lastIndex(of: "/") { folder = String(path[..<slash]) + "/" }
      if let entry = openStream(folder, "r") {
        _ = synchronize(descriptor(of: entry))
        _ = closeStream(entry)
      }
    }

    /// - Parameter maximum: bytes that the file may have.
    package static func read(_ path: String, maximum: Int = .max) throws(Failure) -> [UInt8] {
      guard let file = openStream(path, "rb") else { throw failure() }
      defer { _ = closeStream(file) }
      var bytes: [UInt8] = []
      while true {
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
          count = buffer.baseAddress.map { readStream($0, 1, buffer.count, file) } ?? 0
        }
        if chunk.isEmpty { break }
        bytes += chunk
        if bytes.count > maximum { throw Failure(reason: "it has more than \(maximum >> 20) MiB") }
      }
      if streamFailed(file) != 0 { throw failure() }
      return bytes
    }

    private static func failure() -> Failure {
      Failure(reason: words(for: errorPlace().pointee).map { String(cString: $0) } ?? "unknown")
    }
  }

  extension Checkpoint {
    /// Writes it to a file that is there whole or not at all: beside its place first, then renamed.
    /// - Throws: `CheckpointError.cannotWrite`; what was there before is still there.
    public func write(to path: String) throws(CheckpointError) {
      do {
        try DurableFile.write(bytes, to: path)
      } catch {
        throw .cannotWrite(path: path, reason: error.reason)
      }
    }

    /// Reads a file that `write` made.
    /// - Throws: `CheckpointError` where it cannot be read, is damaged, cut short, or something else.
    public init(contentsOf path: String) throws(CheckpointError) {
      let bytes: [UInt8]
      do {
        bytes = try DurableFile.read(path)
      } catch {
        throw .cannotRead(path: path, reason: error.reason)
      }
      try self.init(bytes: bytes)
    }
  }
#endif
