import Foundation
import Generative

/// The kinds of file that lessons can read.
package enum DataKind: String, Codable, Sendable {
  case idx, csv, text

  /// Told by the name's ending; an IDX file also by the two zero bytes at its beginning.
  init?(fileName: String, start: [UInt8]) {
    let name = fileName.lowercased()
    if name.hasSuffix(".csv") {
      self = .csv
    } else if name.hasSuffix(".txt") {
      self = .text
    } else if name.contains("idx") || name.hasSuffix("ubyte") || start.starts(with: [0, 0]) {
      self = .idx
    } else {
      return nil
    }
  }

  /// Reads the file, a piece at a time, with the reader that a lesson would use.
  ///
  /// - Parameters:
  ///   - name: what the file is called where it came from.
  ///   - count: how many bytes it has.
  /// - Returns: the lengths of an IDX file's axes.
  /// - Throws: `unreadable` with the byte or line at fault, `cannotRead`.
  func check(_ file: URL, _ name: String, count: Int) throws(DataStoreError) -> [Int] {
    let pieces = try FilePieces(file)
    switch self {
    case .idx:
      let start = try pieces.next(IDXArray.longestHeader)
      do throws(DataError) {
        return try IDXArray.header(start, of: count).shape
      } catch {
        throw .unreadable(file: name, error)
      }
    case .csv: try pieces.check(name, CSVTable.check)
    case .text: try pieces.check(name, GutenbergText.check)
    }
    return []
  }
}
