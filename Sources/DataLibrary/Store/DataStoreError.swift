import Generative

/// The reason why a data set was not taken, found or removed.
package enum DataStoreError: Error, Equatable, Sendable {
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// The manifest of a set here is damaged.
  case damagedManifest(path: String, reason: String)
  case badSetName(String)
  case badFileName(String)
  case sameName(String)
  case noFiles
  case unknownKind(file: String)
  case tooLarge(file: String, bytes: Int, limit: Int)
  case damagedGzip(file: String, GzipError)
  /// The reader refused it.
  case unreadable(file: String, DataError)
  case wrongChecksum(file: String, expected: String, found: String)
  /// A text without its first sentence, or with too many or too few words.
  case wrongText(file: String, words: Int?, expected: Int)
  /// A file that is none of those of the known set.
  case notPartOf(set: String, file: String, names: [String])
  case alreadyThere(String)
  case noSuchSet(String, known: [String])
}

extension DataStoreError {
  /// Whether it is the file's content that is refused, and would be refused again.
  package var isOfTheContent: Bool {
    switch self {
    case .damagedGzip(_, .outOfMemory): false
    case .badFileName, .unknownKind, .tooLarge, .damagedGzip, .unreadable, .wrongChecksum, .wrongText, .notPartOf: true
    case .cannotRead, .cannotWrite, .damagedManifest, .badSetName, .sameName, .noFiles, .alreadyThere, .noSuchSet: false
    }
  }
}
