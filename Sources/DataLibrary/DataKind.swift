import Generative

/// The kinds of file that lessons can read.
package enum DataKind: String, Codable, Sendable {
  case idx, csv, text

  /// Told by the name's ending; an IDX file also by the two zero bytes at its beginning.
  init?(fileName: String, bytes: [UInt8]) {
    let name = fileName.lowercased()
    if name.hasSuffix(".csv") {
      self = .csv
    } else if name.hasSuffix(".txt") {
      self = .text
    } else if name.contains("idx") || name.hasSuffix("ubyte") || bytes.starts(with: [0, 0]) {
      self = .idx
    } else {
      return nil
    }
  }

  /// Reads the file with the reader that a lesson would use.
  ///
  /// - Returns: the lengths of an IDX file's axes.
  /// - Throws: `DataError` with the byte or line at fault.
  func check(_ bytes: [UInt8]) throws(DataError) -> [Int] {
    switch self {
    case .idx: return try IDXArray(bytes).shape
    case .csv:
      do {
        _ = try CSVTable(bytes)
      } catch .notANumber(line: 1, _) {
        // A first line of names.
        _ = try CSVTable(bytes, hasHeader: true)
      }
      return []
    case .text:
      _ = try GutenbergText(bytes)
      return []
    }
  }
}
