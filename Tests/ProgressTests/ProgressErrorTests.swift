import Foundation
import GRDB
import Testing

@testable import Progress

/// What SQLite says becomes what a learner can act on.
@Suite struct ProgressErrorTests {
  static let codes: [(ResultCode, ProgressError)] = [
    (.SQLITE_FULL, .diskFull(path: "p")),
    (.SQLITE_CORRUPT, .damaged(path: "p", detail: "")),
    (.SQLITE_CORRUPT_VTAB, .damaged(path: "p", detail: "")),
    (.SQLITE_NOTADB, .damaged(path: "p", detail: "")),
    (.SQLITE_BUSY, .busy(path: "p")),
    (.SQLITE_BUSY_SNAPSHOT, .busy(path: "p")),
    (.SQLITE_LOCKED, .busy(path: "p")),
    (.SQLITE_READONLY, .cannotWrite(path: "p", detail: "")),
    (.SQLITE_READONLY_DIRECTORY, .cannotWrite(path: "p", detail: "")),
    (.SQLITE_CANTOPEN, .cannotWrite(path: "p", detail: "")),
    (.SQLITE_PERM, .cannotWrite(path: "p", detail: "")),
    (.SQLITE_IOERR_READ, .cannotRead(path: "p", detail: "")),
    (.SQLITE_IOERR_WRITE, .cannotWrite(path: "p", detail: "")),
    (.SQLITE_IOERR_FSYNC, .cannotWrite(path: "p", detail: "")),
  ]

  @Test(arguments: codes.indices) func codesBecomeCases(index: Int) {
    let (code, expected) = Self.codes[index]
    #expect(ProgressError(DatabaseError(resultCode: code), path: "p").bare == expected)
  }

  @Test func theSystemsErrorsBecomeCases() {
    #expect(ProgressError(POSIXError(.ENOSPC), path: "p") == .diskFull(path: "p"))
    #expect(ProgressError(CocoaError(.fileWriteOutOfSpace), path: "p") == .diskFull(path: "p"))
    #expect(ProgressError(CocoaError(.fileWriteNoPermission), path: "p").bare == .cannotWrite(path: "p", detail: ""))
    #expect(ProgressError(ProgressError.busy(path: "q"), path: "p") == .busy(path: "q"))
  }

  @Test func aMistakeOfOursIsNotHidden() {
    let error = ProgressError(DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "CHECK"), path: "p")
    #expect(error == .refused(path: "p", code: 19, detail: "CHECK"))
  }
}
