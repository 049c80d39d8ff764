import Files
import Foundation

extension DataStore {
  /// The number of bytes of a file that have come.
  package struct FetchProgress: Equatable, Sendable {
    package var file: String
    package var received: Int
    /// The size that the table of known sets gives; a few per cent more or less where the file is edited now and then.
    package var total: Int
  }

  /// The files of a known set that are not here yet.
  package func filesToFetch(_ set: KnownSet) throws(DataStoreError) -> [KnownSet.File] {
    guard let here = try self.set(named: set.name) else { return set.files }
    let missing = missing(in: here)
    let whole = here.files.map { $0.name }.filter { !missing.contains($0) }
    return set.files.filter { !whole.contains($0.name) }
  }

  /// Brings the files of a known set that are not here yet.
  ///
  /// What has come of a file when a fetch breaks off is kept, and the next fetch goes on there. What cannot become one
  /// of the set's files is taken away.
  ///
  /// - Parameter sources: in place of the set's own; the published names are appended.
  /// - Throws: `FetchError`, `DataStoreError`, `CancellationError`.
  package func fetch(
    _ set: KnownSet, from sources: [String]? = nil, now: Date = Date(),
    onProgress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
  ) async throws -> DataManifest {
    let lock = try FileLock.fetching(into: folder)
    defer { extendLifetime(lock) }
    let wanted = try filesToFetch(set)
    if wanted.isEmpty, let here = try self.set(named: set.name) { return here }
    let addresses = try (sources ?? set.sources).map { try DataStore.baseAddress($0) }
    let scratch = try ScratchFolder(in: folder)
    do {
      var accepted: [AcceptedFile] = []
      var source = addresses[0]
      for file in wanted {
        let (part, base) = try await download(file, from: addresses, onProgress)
        source = base
        accepted.append(try accept(part, of: file, in: set, scratch))
      }
      let manifest = try install(set.name, accepted, from: scratch, source: source, now: now)
      try removeParts(of: set)
      return manifest
    } catch {
      try scratch.remove()
      throw error
    }
  }

  /// A file that cannot become one of the set is taken away.
  private func accept(
    _ part: URL, of file: KnownSet.File, in set: KnownSet, _ scratch: ScratchFolder
  ) throws(DataStoreError) -> AcceptedFile {
    do throws(DataStoreError) {
      return try accept(part, name: file.published, known: set, limit: file.inflated, in: scratch)
    } catch {
      if error.isOfTheContent { try Self.removeFile(part) }
      throw error
    }
  }

  /// The file from the first address that has it.
  private func download(
    _ file: KnownSet.File, from bases: [String], _ onProgress: @escaping @Sendable (FetchProgress) -> Void
  ) async throws -> (part: URL, base: String) {
    var first: FetchError?
    for base in bases {
      let address = base + file.published
      let download = Download(
        address: address, whole: try partFile(of: address, named: file.published), expected: file.bytes,
        limit: min(file.mostBytes, limit))
      do {
        try await download.run { onProgress(FetchProgress(file: file.published, received: $0, total: file.bytes)) }
        return (download.whole, base)
      } catch let error as FetchError {
        first = first ?? error
        switch error {
        case .refused, .unreachable, .empty, .tooLarge: continue
        case .noCurl, .badAddress, .brokenOff, .unknownSet, .alreadyFetching: throw error
        }
      }
    }
    throw first ?? FetchError.badAddress("")
  }

  private var parts: URL { folder.appending(path: ".parts", directoryHint: .isDirectory) }

  /// Returns the file where an address's bytes are kept until they are whole: what came from one place is not continued
  /// from another.
  private func partFile(of address: String, named name: String) throws(DataStoreError) -> URL {
    do {
      try PrivateFolder.make(parts)
    } catch {
      throw .cannotWrite(path: parts.path, reason: error.localizedDescription)
    }
    let key = SHA256(of: address).digest.prefix(8).hexadecimal
    return parts.appending(path: "\(key)-\(name)")
  }

  /// Returns the files that have come of the set and are not yet one of its own, from wherever they came.
  private func parts(of set: KnownSet) throws(DataStoreError) -> [URL] {
    guard FileManager.default.fileExists(atPath: parts.path) else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: parts.path)
    } catch {
      throw .cannotRead(path: parts.path, reason: error.localizedDescription)
    }
    return names.filter { name in
      set.files.contains { name.hasSuffix("-\($0.published)") || name.hasSuffix("-\($0.published).part") }
    }.map { parts.appending(path: $0) }
  }

  private func removeParts(of set: KnownSet) throws(DataStoreError) {
    for part in try parts(of: set) { try Self.removeFile(part) }
  }

  /// Returns the number of bytes that have come of files that are not whole or not checked yet.
  package func begun(_ set: KnownSet) throws(DataStoreError) -> Int {
    try parts(of: set).reduce(0) { $0 + (Self.size($1.path) ?? 0) }
  }

  /// A folder's address over http or https, with a slash at its end.
  package static func baseAddress(_ text: String) throws(FetchError) -> String {
    guard let url = URL(string: text), ["http", "https"].contains(url.scheme?.lowercased()), url.host() != nil,
      url.query() == nil, url.fragment() == nil
    else { throw .badAddress(text) }
    return text.hasSuffix("/") ? text : text + "/"
  }
}
