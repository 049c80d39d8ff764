import Foundation
import Messages

extension ProgressError: Explained {
  /// The explanation of the error. The file is never touched in such a case, and the sentence says so where somebody
  /// might fear it.
  package var explanation: Explanation {
    switch self {
    case .cannotWrite(let path, let detail):
      Explanation(
        "your progress cannot be written to \(path): \(detail)",
        help: "give yourself the right to write there, or choose another folder with LEARN_HOME", status: .cannotCreate)
    case .cannotRead(let path, let detail):
      Explanation(
        "your progress cannot be read from \(path): \(detail)", help: "check the rights of the file",
        status: .inputOutput)
    case .diskFull(let path):
      Explanation(
        "the disk is full: your progress cannot be written to \(path)",
        help: "make room and try again; what was confirmed before is kept", status: .inputOutput)
    case .damaged(let path, let detail):
      Explanation(
        "your progress in \(path) is damaged: \(detail)",
        help: """
          the file is left as it is; `learn progress export --recover FILE` saves what can still be read of it, \
          `learn progress restore FILE` puts a backup in its place
          """,
        status: .data)
    case .emptied(let path, let events):
      Explanation(
        "\(path) is empty, though \(events) \(events == 1 ? "event was" : "events were") recorded in it",
        help: """
          `learn progress restore FILE` puts a backup in its place; without one, `learn progress import FILE` takes in an \
          export once the empty file is removed
          """, status: .data)
    case .foreign(let path):
      Explanation(
        "\(path) is a database of another program", help: "choose another folder with LEARN_HOME", status: .data)
    case .newer(let path):
      Explanation(
        "\(path) was written by a newer version of learn", help: "install that version; the file is left as it is",
        status: .data)
    case .busy(let path):
      Explanation(
        "another program has kept \(path) locked for half a minute", help: "close it and try again",
        status: .inputOutput)
    case .refused(let path, let code, let detail):
      Explanation("SQLite refused (\(code)) with \(path): \(detail)", status: .software)
    case .impossibleTime(let time):
      Explanation(
        "\(Self.clock(time)), and only what happens from 1970 to 9999 can be kept",
        help:
          "set the clock (`date` shows it) and try again; nothing was recorded, and what was confirmed before is kept",
        status: .unavailable)
    case .noSuchAnswer: Explanation("there is no such answer", status: .noInput)
    case .alreadyUndone: Explanation("that answer is already taken back", status: .noInput)
    case .tooLongAgo(_, let limit):
      Explanation("only the last \(limit) answers can be taken back", status: .noInput)
    case .badLine(let path, let line):
      Explanation("\(path):\(line): this line is no event; nothing was imported", status: .data)
    case .newerLine(let path, let line):
      Explanation(
        "\(path):\(line): this line is from a newer version of learn; nothing was imported",
        help: "install that version", status: .data)
    case .longLine(let path, let line, let limit):
      Explanation(
        "\(path):\(line): this line is longer than \(ByteCount.text(limit)), and no event is; nothing was imported",
        help: "give a file that `learn progress export` wrote", status: .data)
    case .largeFile(let path, let limit):
      Explanation(
        "\(path) is larger than \(ByteCount.text(limit)), and no log is; nothing was imported",
        help: "give a file that `learn progress export` wrote, or cut it into several between two lines", status: .data)
    case .contradiction(let path, let line, _):
      Explanation(
        "\(path):\(line): this event contradicts one that is here already; nothing was imported",
        help: "one of the two files is a copy that was written to: keep the one that you trust", status: .data)
    case .alreadyThere(let path):
      Explanation("\(path) is there already", help: "choose another name", status: .cannotCreate)
    case .unrecoverable(let path, let detail):
      Explanation(
        "nothing can be read of \(path): \(detail)",
        help: """
          the file is left as it is; `learn progress restore FILE` puts a backup in its place. Without a backup, move it \
          elsewhere: learn begins anew, and `learn progress import FILE` takes in what you exported before
          """,
        status: .data)
    }
  }

  /// Returns the clause that says what this machine takes for the present.
  package static func clock(_ time: Int64) -> String {
    let style = Date.FormatStyle(locale: Locale(identifier: "en_GB"), timeZone: .gmt).day().month(.wide).year()
    return "this machine's clock says \(Date(timeIntervalSince1970: TimeInterval(time)).formatted(style))"
  }
}
