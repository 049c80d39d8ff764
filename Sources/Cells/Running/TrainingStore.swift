import Course
import Files
import Foundation
import Learning

/// The store of cells' trainings: a file a cell, which no cell can reach. What a run keeps is copied here.
struct TrainingStore: Sendable {
  /// The course's folder.
  let folder: URL
  /// The number of a course's cells of which something is kept.
  static let limit = 100
  static let name = "trainings"

  /// The file of a cell. It is named after the cell and not after what it is compiled from, so that a run of the cell
  /// as it was before is found, and told apart.
  func file(of cell: Cell) -> URL {
    let name = SHA256(of: "\(cell.file)\n\(cell.id)").digest.prefix(8).hexadecimal
    return folder.appending(path: name, directoryHint: .isDirectory).appending(path: Self.name)
  }

  /// Makes room for the file of a run that begins: what was used longest ago goes.
  func prepare(_ file: URL) throws(CellError) {
    let entry = file.deletingLastPathComponent()
    do {
      try PrivateFolder.make(entry)
    } catch {
      throw .cannotWrite(path: entry.path, reason: error.localizedDescription)
    }
    // A run of another command that goes on meanwhile has noted the same of its own.
    CacheEntries.use(entry)
    Self.removeUnfinished(in: entry)
    // Ours are named by a hash; other courses have folders beside them, which are theirs.
    let entries = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    CacheEntries.removeOldest(
      of: entries.filter { $0.lastPathComponent.wholeMatch(of: /[0-9a-f]{16}/) != nil }, keeping: Self.limit,
      and: entry)
  }

  /// Takes away what a command that was killed had begun to copy, and not what another one copies now.
  private static func removeUnfinished(in entry: URL) {
    let files = (try? FileManager.default.contentsOfDirectory(at: entry, includingPropertiesForKeys: nil)) ?? []
    for file in files where file.lastPathComponent != name {
      let date = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
      if date.map({ $0.timeIntervalSinceNow < -600 }) ?? true { try? FileManager.default.removeItem(at: file) }
    }
  }

  /// The words that a run and its file have in common.
  static func identity(key: String, seed: UInt64, settings: [String: Float], data: String) -> [String] {
    let set = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return [key, "\(seed)", set, data]
  }

  /// Makes sure that the file is whole, and of a run with this identity.
  static func check(_ file: URL, _ identity: [String]) throws(CellError) {
    let type: FileAttributeType?
    do {
      type = try FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      throw .nothingKept
    } catch {
      throw .cannotRead(path: file.path, reason: error.localizedDescription)
    }
    // Somebody may have put a pipe or a link in its place.
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

  /// Returns a hash of the names, sizes and times of the files in a data folder; empty where there are none.
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
    return SHA256(of: lines.sorted().joined(separator: "\n")).digest.prefix(8).hexadecimal
  }
}

/// Whether a run goes on from what is kept of an earlier one. Either way it keeps what it learns.
package enum Resumption: Equatable, Sendable {
  /// A run from the beginning.
  case no
  /// A run from what is kept, or none at all.
  case required
  /// A run from what is kept, where there is something that fits.
  case ifPossible
}
