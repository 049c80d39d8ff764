import Foundation
import Generative

/// A file that passed all checks; its content lies inflated in a scratch folder.
struct AcceptedFile {
  /// The name that it will have.
  let name: String
  let kind: DataKind
  /// The place where the content lies for now.
  let content: URL
  let bytes: Int
  let sha256: String
  /// The axes of an IDX file.
  let shape: [Int]

  /// - Parameters:
  ///   - name: as the file is called where it came from.
  ///   - known: the set that it should be part of.
  ///   - limit: more bytes are not taken, inflated or not.
  ///   - content: where it is written to, as it is read.
  init(
    _ file: URL, name: String, known: KnownSet?, limit: Int, to content: URL
  ) throws(DataStoreError) {
    let isNamedGzip = name.lowercased().hasSuffix(".gz")
    let copy = try ContentCopy(of: file, name: name, isGzip: isNamedGzip, limit: limit, to: content)
    sha256 = copy.sha256
    var expected: KnownSet.File?
    if let known { expected = try AcceptedFile.match(name, sha256, in: known) }
    let kept = expected?.name ?? (isNamedGzip ? String(name.dropLast(3)) : name)
    guard DataStore.isSafe(kept), kept != DataManifest.fileName else { throw .badFileName(kept) }
    guard let kind = DataKind(fileName: kept, start: copy.start) else { throw .unknownKind(file: name) }
    // The reader first: it knows where a file that was cut short ends.
    shape = try kind.check(content, name, count: copy.bytes)
    switch expected?.check {
    case .sha256(let sum) where sum != sha256: throw .wrongChecksum(file: name, expected: sum, found: sha256)
    case .words(let count, let opening):
      let found = try AcceptedFile.words(of: content, file: name, from: opening)
      guard let found, abs(found - count) * 50 <= count else {
        throw .wrongText(file: name, words: found, expected: count)
      }
    case .sha256, nil: break
    }
    self.name = kept
    self.kind = kind
    self.content = content
    bytes = copy.bytes
  }

  /// The set's file with this content, else the one with this name; a set of one file takes any name.
  private static func match(_ name: String, _ sha256: String, in set: KnownSet) throws(DataStoreError) -> KnownSet.File
  {
    for file in set.files {
      if case .sha256(sha256) = file.check { return file }
    }
    if let file = set.file(named: name) { return file }
    guard set.files.count == 1 else {
      throw .notPartOf(set: set.name, file: name, names: set.files.map { $0.published })
    }
    return set.files[0]
  }

  /// Returns the number of words from `opening` on, captions in brackets left out; `nil` without the opening.
  private static func words(of content: URL, file: String, from opening: String) throws(DataStoreError) -> Int? {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: content))
    } catch {
      throw .cannotRead(path: content.path, reason: error.localizedDescription)
    }
    let text: String
    do throws(DataError) {
      text = try GutenbergText(bytes).text
    } catch {
      throw .unreadable(file: file, error)
    }
    guard let start = text.range(of: opening) else { return nil }
    var depth = 0
    var count = 0
    var isInWord = false
    for byte in text[start.lowerBound...].utf8 {
      if byte == UInt8(ascii: "[") { depth += 1 }
      let isBlank = byte == 32 || (9...13).contains(byte) || depth > 0
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
      if byte == UInt8(ascii: "]") { depth = max(0, depth - 1) }
    }
    return count
  }
}

extension [AcceptedFile] {
  /// Images and labels that belong together have the same count: `…-images…` and `…-labels…`.
  func checkPairs() throws(DataStoreError) {
    for images in self where images.kind == .idx && images.shape.count > 1 {
      guard let range = images.name.range(of: "images") else { continue }
      let stem = images.name[..<range.lowerBound]
      guard let labels = first(where: { $0.shape.count == 1 && $0.name.hasPrefix(stem + "labels") }) else { continue }
      if images.shape[0] != labels.shape[0] {
        throw .unreadable(file: labels.name, .countsDiffer(images: images.shape[0], labels: labels.shape[0]))
      }
    }
  }
}
