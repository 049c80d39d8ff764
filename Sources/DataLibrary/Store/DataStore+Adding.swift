import Files
import Foundation

extension DataStore {
  /// Takes in copies of files: a set of the learner's own, or some or all files of a known one.
  ///
  /// - Throws: `DataStoreError` with the file and its byte or line at fault; then nothing has changed.
  package func add(_ name: String, files: [URL], now: Date = Date()) throws(DataStoreError) -> DataManifest {
    guard DataStore.isSafe(name) else { throw .badSetName(name) }
    guard !files.isEmpty else { throw .noFiles }
    let known = KnownSet.named(name)
    if known == nil, try set(named: name) != nil { throw .alreadyThere(name) }
    let scratch = try ScratchFolder(in: folder)
    do throws(DataStoreError) {
      var accepted: [AcceptedFile] = []
      for file in files {
        let limit = known?.largest ?? limit
        accepted.append(try accept(file, name: file.lastPathComponent, known: known, limit: limit, in: scratch))
      }
      return try install(name, accepted, from: scratch, source: "files", now: now)
    } catch {
      try scratch.remove()
      throw error
    }
  }

  /// - Parameter scratch: the folder that gets its content.
  func accept(
    _ file: URL, name: String, known: KnownSet?, limit: Int, in scratch: ScratchFolder
  ) throws(DataStoreError) -> AcceptedFile {
    var information = stat()
    guard stat(file.path, &information) == 0 else {
      throw .cannotRead(path: file.path, reason: String(cString: strerror(errno)))
    }
    // A device or a pipe might never end.
    guard information.st_mode & S_IFMT == S_IFREG else { throw .cannotRead(path: file.path, reason: "it is no file") }
    let limit = min(limit, self.limit)
    return try AcceptedFile(
      file, name: name, known: known, limit: limit, to: scratch.url.appending(path: UUID().uuidString))
  }

  /// Makes the folder that the files lie in the set, at once. Files of a known set that are here already stay.
  func install(
    _ name: String, _ accepted: [AcceptedFile], from scratch: ScratchFolder, source: String, now: Date
  ) throws(DataStoreError) -> DataManifest {
    let names = accepted.map { $0.name }
    for (index, name) in names.enumerated() where names[..<index].contains(name) { throw .sameName(name) }
    try accepted.checkPairs()
    let kept = try set(named: name)?.files.filter { !names.contains($0.name) } ?? []
    let added = accepted.map { DataManifest.File(name: $0.name, kind: $0.kind, bytes: $0.bytes, sha256: $0.sha256) }
    // As exactly as the manifest's text keeps it.
    let second = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
    let manifest = DataManifest(
      name: name, files: (kept + added).sorted { $0.name < $1.name }, source: source, addedAt: second)
    let place = folder(of: name)
    let files = FileManager.default
    do {
      for file in kept {
        try PrivateFile.copy(place.appending(path: file.name), to: scratch.url.appending(path: file.name))
      }
      for file in accepted { try files.moveItem(at: file.content, to: scratch.url.appending(path: file.name)) }
      try PrivateFile.write(manifest.encoded(), to: scratch.url.appending(path: DataManifest.fileName))
      try FolderReplacement.replace(place, by: scratch.url)
    } catch {
      throw .cannotWrite(path: place.path, reason: error.localizedDescription)
    }
    return manifest
  }
}
