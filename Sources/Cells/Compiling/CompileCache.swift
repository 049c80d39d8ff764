import Course
import Files
import Foundation

/// Compiled cells and recorded runs, by the hash of all that they were made from.
///
/// An entry is a folder `<key>/` with the program, `cell` unless told otherwise; it is made beside its place and
/// renamed, so that two commands at once cannot see half an entry.
package struct CompileCache: Sendable {
  package let folder: URL
  /// The file name of the program in its folder.
  let product: String

  package init(folder: URL, product: String = "cell") {
    self.folder = folder
    self.product = product
  }

  /// The key of a program: the hash of its source, the library, the compiler and its options.
  static func key(source: String, library: CellLibrary, toolchain: Toolchain, options: [String]) throws(CellError)
    -> String
  {
    guard let archive = FileIdentity.of(library.archive) else { throw .noLibrary(searched: [library.archive.path]) }
    return key(of: ([source, archive, toolchain.identity] + options).map { Data($0.utf8) })
  }

  /// The hash of the parts, each with its length in front, so that none can run into the next.
  static func key(of parts: [Data]) -> String {
    var hash = SHA256()
    for part in parts {
      withUnsafeBytes(of: part.count.littleEndian) { hash.update($0) }
      hash.update(part)
    }
    return hash.digest.prefix(16).hexadecimal
  }

  /// The compiled program of this key, where there is one.
  func program(_ key: String) -> URL? {
    let file = folder.appending(path: "\(key)/\(product)")
    return FileManager.default.isReadableFile(atPath: file.path) ? file : nil
  }

  /// Notes that the entry was of use.
  func use(_ key: String) { CacheEntries.use(folder.appending(path: key)) }

  /// Makes an entry: `fill` writes into a new folder, which then takes its place.
  func insert(_ key: String, fill: (URL) async throws -> Void) async throws {
    let entry = folder.appending(path: key)
    let scratch = folder.appending(path: "\(key).\(UUID().uuidString)")
    let files = FileManager.default
    do {
      try PrivateFolder.make(scratch)
    } catch {
      throw CellError.cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    defer { remove(scratch) }
    try await fill(scratch)
    if program(key) != nil { return }
    do {
      try files.moveItem(at: scratch, to: entry)
    } catch {
      // Another command may have made the same entry in the meantime: it has the same content. What is there without
      // a program is the rest of an entry that was being taken away.
      if program(key) == nil {
        remove(entry)
        do {
          try files.moveItem(at: scratch, to: entry)
        } catch {
          throw CellError.cannotWrite(path: entry.path, reason: error.localizedDescription)
        }
      }
    }
    let entries = (try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    // Names with a point are folders that are being filled, locks, and what is known of the toolchain.
    CacheEntries.removeOldest(
      of: entries.filter { !$0.lastPathComponent.contains(".") }, keeping: 200, and: entry)
  }

  /// Takes an entry away.
  func remove(_ key: String) { remove(folder.appending(path: key)) }

  /// A cache that cannot be tidied is still a cache: what stays behind costs space, not correctness.
  private func remove(_ item: URL) {
    try? FileManager.default.removeItem(at: item)
  }
}
