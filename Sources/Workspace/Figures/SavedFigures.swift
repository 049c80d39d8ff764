import Figures
import Files
import Foundation
import Messages

/// The folder of `--save`. A file of the reader's own is never written over.
package struct SavedFigures {
  /// The name of the list of files that learn has written there: the cell that they are of, and hashes by names.
  private static let list = ".learn-saved"
  private let folder: URL

  /// Makes the folder, so that a run is not in vain.
  package init(_ path: String) throws {
    guard !path.isEmpty else {
      throw Failure("`--save` names no folder", help: "for example `--save figures`", status: .usage)
    }
    folder = URL(filePath: path, directoryHint: .isDirectory)
    let folder = folder
    try Self.writing(folder) { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  }

  /// Writes the files. Those of another cell that learn has written there go, where nobody has changed them: two cells in one
  /// folder could not be told apart.
  ///
  /// - Parameter cell: whose figures they are.
  /// - Returns: how many there are, and for each that had to take another name, a sentence.
  package func write(_ files: FigureFiles, of cell: String) throws -> (count: Int, sentences: [String]) {
    let (former, hashes) = try readList()
    var written = hashes
    var count = 0
    var sentences: [String] = []
    if let former, former != cell {
      sentences.append("The figures of \(former) that were there give way.")
      for (name, hash) in written {
        let place = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: place.path), Self.hash(try Self.reading(place)) == hash else {
          continue
        }
        try Self.writing(place) { try FileManager.default.removeItem(at: place) }
      }
      written = [:]
    }
    for file in files {
      count += 1
      let name = try freeName(file.name, written)
      if name != file.name {
        sentences.append("\(file.name) was there and is not learn's, or you have changed it: it stays, see \(name).")
      }
      let (place, data) = (folder.appending(path: name), Data(file.bytes))
      try Self.writing(place) { try PrivateFile.write(data, to: place, isHandedOn: true) }
      written[name] = Self.hash(data)
    }
    let place = folder.appending(path: Self.list), lines = written.sorted { $0.key < $1.key }
    try Self.writing(place) {
      let list = Data(("cell \(cell)\n" + lines.map { "\($0.value) \($0.key)\n" }.joined()).utf8)
      try PrivateFile.write(list, to: place, isHandedOn: true)
    }
    return (count, sentences)
  }

  /// The name itself, or with a number where something lies there that learn did not write.
  private func freeName(_ name: String, _ written: [String: String]) throws -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    for number in 1... {
      let ending = number == 1 ? "" : number == 2 ? "-new" : "-new-\(number - 1)"
      let candidate = "\(parts[0])\(ending).\(parts[1])"
      let place = folder.appending(path: candidate)
      guard FileManager.default.fileExists(atPath: place.path) else { return candidate }
      if let hash = written[candidate], Self.hash(try Self.reading(place)) == hash { return candidate }
    }
    return name
  }

  private func readList() throws -> (cell: String?, hashes: [String: String]) {
    let place = folder.appending(path: Self.list)
    guard FileManager.default.fileExists(atPath: place.path) else { return (nil, [:]) }
    var cell: String?
    var written: [String: String] = [:]
    for line in String(decoding: try Self.reading(place), as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      if parts[0] == "cell" { cell = String(parts[1]) } else { written[String(parts[1])] = String(parts[0]) }
    }
    return (cell, written)
  }

  private static func hash(_ data: Data) -> String {
    SHA256(of: data).hexadecimal
  }

  private static func reading(_ file: URL) throws -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      throw Failure(
        "cannot read \(file.path): \(FileErrorReason.text(error))", help: "choose another folder with --save",
        status: .inputOutput)
    }
  }

  private static func writing(_ file: URL, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw Failure(
        "cannot write \(file.path): \(FileErrorReason.text(error))", help: "choose another folder with --save",
        status: .cannotCreate)
    }
  }
}
