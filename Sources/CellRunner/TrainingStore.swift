import Course
import Crypto
import Foundation
import Learning

/// What is kept of cells' trainings: a file a cell, in a folder of its own to which the cell may write.
struct TrainingStore: Sendable {
  /// The course's.
  let folder: URL
  /// Those of all courses lie in it or below.
  let all: URL
  /// Of how many cells something is kept, in all courses together.
  static let limit = 100
  private static let name = "trainings"

  /// The file of a cell. It is named after the cell and not after what it is compiled from, so that a run of the cell
  /// as it was before is found, and told apart.
  func file(of cell: Cell) throws(CellError) -> URL {
    let name = SHA256.hash(data: Data("\(cell.file)\n\(cell.id)".utf8)).prefix(8)
      .map { String(format: "%02x", $0) }.joined()
    let entry = folder.appending(path: name, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: entry, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: entry.path, reason: error.localizedDescription)
    }
    // A run of another command that goes on meanwhile has noted the same of its own.
    CacheEntries.use(entry)
    let kept = CacheEntries.files(below: all) { $0.lastPathComponent == Self.name }
    CacheEntries.removeOldest(of: kept.map { $0.deletingLastPathComponent() }, keeping: Self.limit, and: entry)
    return entry.appending(path: Self.name)
  }

  /// Bytes of the files in a folder, and in those below it.
  static func size(of folder: URL) -> Int {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
    var size = 0
    while let file = files?.nextObject() as? URL {
      // What goes away meanwhile takes no room.
      size += (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    }
    return size
  }

  /// Takes away what a run left beside the file: what it was about to write when it ended, or what it should not have.
  static func tidy(besides file: URL) {
    let folder = file.deletingLastPathComponent()
    let items = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    for item in items where item.lastPathComponent != file.lastPathComponent {
      try? FileManager.default.removeItem(at: item)
    }
  }

  /// The words that a run and its file have in common.
  static func identity(key: String, seed: UInt64, settings: [String: Float], data: String) -> [String] {
    let set = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return [key, "\(seed)", set, data]
  }

  /// Makes sure that the file is whole, and of a run with this identity.
  static func check(_ file: URL, _ identity: [String]) throws(CellError) {
    // A cell writes there: it may have put a pipe or a link in its place.
    let type = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    guard let type else { throw .nothingKept }
    guard type == .typeRegular else {
      throw .cannotResume(path: file.path, reason: .damaged("It is no file."))
    }
    let kept: [String]
    do {
      kept = try TrainingFile(contentsOf: file.path).identity
    } catch {
      throw .cannotResume(path: file.path, reason: .damaged(error.message))
    }
    if kept == identity { return }
    guard kept.count == identity.count, kept[0] == identity[0] else {
      throw .cannotResume(path: file.path, reason: .otherProgram)
    }
    let reason: CellError.ResumeReason =
      if kept[1] != identity[1] {
        .otherSeed(kept: kept[1])
      } else if kept[2] != identity[2] {
        .otherSettings(kept: kept[2])
      } else {
        .otherData
      }
    throw .cannotResume(path: file.path, reason: reason)
  }

  /// What stands in a data folder: names, sizes and times of its files.
  static func fingerprint(of folder: URL) -> String {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey, .isRegularFileKey]
    var lines: [String] = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
    while let file = files?.nextObject() as? URL {
      // A file that goes away meanwhile is one that is not there.
      guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isRegularFile == true else { continue }
      let time = values.contentModificationDate?.timeIntervalSince1970 ?? 0
      lines.append("\(file.path) \(values.fileSize ?? 0) \(time)")
    }
    if lines.isEmpty { return "" }
    let hash = SHA256.hash(data: Data(lines.sorted().joined(separator: "\n").utf8))
    return hash.prefix(8).map { String(format: "%02x", $0) }.joined()
  }
}

/// Whether a run goes on from what is kept of an earlier one. Either way it keeps what it learns.
package enum Resumption: Equatable, Sendable {
  /// From the beginning.
  case no
  /// From what is kept, or not at all.
  case required
  /// From what is kept, where there is something that fits.
  case ifPossible
}
