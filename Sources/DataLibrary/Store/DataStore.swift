// DataLibrary: larger data sets on this machine: added, fetched, unpacked.

import Foundation

/// The data sets on this machine: a folder for each, with its files inflated and a manifest.
package struct DataStore: Sendable {
  package let folder: URL
  /// No file may be larger than this, inflated.
  let limit: Int

  /// A cell has 2 GiB. It reads a file's bytes, then makes an array of them, and of each byte a number of four.
  package static let largestFile = 256_000_000
  private static let largestManifest = 1 << 20

  package init(folder: URL, limit: Int = largestFile) {
    self.folder = folder
    self.limit = limit
  }

  /// Whether this can be the name of a set or file: it is one folder's entry, in plain letters, and not hidden.
  package static func isSafe(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
    }
    return isPlain && !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("-") && name.utf8.count <= 100
  }

  func folder(of name: String) -> URL { folder.appending(path: name, directoryHint: .isDirectory) }

  /// All sets that are here, by name.
  package func sets() throws(DataStoreError) -> [DataManifest] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw .cannotRead(path: folder.path, reason: error.localizedDescription)
    }
    var sets: [DataManifest] = []
    for name in names.sorted() where DataStore.isSafe(name) {
      if let set = try set(named: name) { sets.append(set) }
    }
    return sets
  }

  /// The set of this name; `nil` where it is not here.
  package func set(named name: String) throws(DataStoreError) -> DataManifest? {
    let file = folder(of: name).appending(path: DataManifest.fileName)
    guard DataStore.isSafe(name), FileManager.default.fileExists(atPath: file.path) else { return nil }
    if let size = Self.size(file.path), size > Self.largestManifest {
      throw .damagedManifest(path: file.path, reason: "it has \(size) bytes")
    }
    do {
      return try DataManifest(decoding: Data(contentsOf: file))
    } catch {
      throw .damagedManifest(path: file.path, reason: error.localizedDescription)
    }
  }

  /// Files of the set that are gone or have another size than they had.
  package func missing(in set: DataManifest) -> [String] {
    set.files.filter { file in
      let path = folder(of: set.name).appending(path: file.name).path
      return DataStore.size(path) != file.bytes
    }.map { $0.name }
  }

  /// The size of a file; `nil` where there is none.
  static func size(_ path: String) -> Int? {
    var information = stat()
    return stat(path, &information) == 0 ? Int(information.st_size) : nil
  }

  package func remove(_ name: String) throws(DataStoreError) {
    guard DataStore.isSafe(name) else { throw .badSetName(name) }
    // By its folder: a set with a damaged manifest can be removed too.
    guard FileManager.default.fileExists(atPath: folder(of: name).path) else {
      throw .noSuchSet(name, known: try sets().map { $0.name })
    }
    try Self.removeFile(folder(of: name))
  }

  static func removeFile(_ file: URL) throws(DataStoreError) {
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw .cannotWrite(path: file.path, reason: error.localizedDescription)
    }
  }
}
