import Foundation
import Messages
import Progress

/// Does something with a file that the learner has named; what is wrong with that file is not called their progress.
func naming<Result>(_ file: String, _ body: () throws(ProgressError) -> Result) throws -> Result {
  do throws(ProgressError) { return try body() } catch { throw NamedFileError(error, file: file) }
}

/// The kinds of files that progress is kept in, which are easily taken for one another.
enum ProgressFileKind {
  case backup, export

  /// - Returns: `nil` for a file that is neither, or cannot be read: whoever reads all of it says why.
  init?(of file: String) {
    guard let handle = FileHandle(forReadingAtPath: file), let head = try? handle.read(upToCount: 16) else {
      return nil
    }
    if head.starts(with: Data("SQLite format 3".utf8)) {
      self = .backup
    } else if head.first == UInt8(ascii: "{") {
      self = .export
    } else {
      return nil
    }
  }

  /// The error of a command that wants the other kind.
  func failure(_ file: String) -> Failure {
    switch self {
    case .backup:
      Failure(
        "\(file) is a backup, and not what `learn progress export` wrote",
        help: "`learn progress restore \(Shell.word(file))` puts it in the place of your progress", status: .data)
    case .export:
      Failure(
        "\(file) is an export, and not a backup",
        help: "`learn progress import \(Shell.word(file))` takes its answers in beside yours", status: .data)
    }
  }
}
