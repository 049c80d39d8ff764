// Exchange: to and from other tools: Anki, GIFT, QTI, CSV.

import Course
import Markup

/// The reason why nothing was written or read.
package enum ExchangeError: Error, Equatable {
  case cannotRead(path: String, detail: String)
  case cannotWrite(path: String, detail: String)
  case alreadyThere(path: String)
  /// An archive of more than a zip archive holds.
  case tooLarge
  /// The lessons have nothing that the format could hold.
  case nothingToExport(LeftOut)
  /// `line` is the one that the error names.
  case faultyGIFT(path: String, GIFTError, line: String)
  /// A picture is none of the course's.
  case refused(Problem)
  case notUTF8(path: String)
  /// No question in the file is of a kind that a course has.
  case nothingToImport(path: String, [GIFTImport.LeftOut])
}
