import Foundation
import GRDB

extension ProgressError {
  /// Creates the case that an error of SQLite or of the file system means.
  package init(_ error: any Error, path: String) {
    if let error = error as? ProgressError {
      self = error
      return
    }
    if error is RowDecodingError {
      self = .damaged(path: path, detail: "a value has the wrong type")
      return
    }
    guard let error = error as? DatabaseError else {
      if (error as? CocoaError)?.code == .fileWriteOutOfSpace || (error as? POSIXError)?.code == .ENOSPC {
        self = .diskFull(path: path)
        return
      }
      self = .cannotWrite(path: path, detail: error.localizedDescription)
      return
    }
    let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_NOLFS:
      self = .cannotWrite(path: path, detail: detail)
    case .SQLITE_IOERR: self = ProgressError(inputOutput: error, path: path, detail: detail)
    default: self = .refused(path: path, code: error.extendedResultCode.rawValue, detail: detail)
    }
  }

  private init(inputOutput error: DatabaseError, path: String, detail: String) {
    switch error.extendedResultCode {
    case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT:
      self = .cannotRead(path: path, detail: detail)
    default: self = .cannotWrite(path: path, detail: detail)
    }
  }
}
