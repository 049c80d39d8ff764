import Foundation
import Generative

/// A file that is read a piece at a time.
final class FilePieces {
  private let path: String
  private let handle: FileHandle
  /// The error that was met while a reader asked for pieces.
  private var failure: DataStoreError?

  init(_ file: URL) throws(DataStoreError) {
    path = file.path
    do {
      handle = try FileHandle(forReadingFrom: file)
    } catch {
      throw .cannotRead(path: path, reason: error.localizedDescription)
    }
  }

  /// Empty at the end.
  func next(_ size: Int = 1 << 18) throws(DataStoreError) -> [UInt8] {
    do {
      return [UInt8](try handle.read(upToCount: size) ?? Data())
    } catch {
      throw .cannotRead(path: path, reason: error.localizedDescription)
    }
  }

  /// Has a reader read all pieces.
  ///
  /// - Parameter name: what the file is called where it came from.
  /// - Throws: `unreadable` with the byte or line at fault, `cannotRead`.
  func check(_ name: String, _ reader: (ByteSource) throws(DataError) -> Void) throws(DataStoreError) {
    let source = ByteSource { [self] in
      do throws(DataStoreError) {
        return try next()
      } catch {
        failure = error
        return []
      }
    }
    do throws(DataError) {
      try reader(source)
    } catch {
      // For a reader, what cannot be read ends the file.
      throw failure ?? .unreadable(file: name, error)
    }
    if let failure { throw failure }
  }
}
