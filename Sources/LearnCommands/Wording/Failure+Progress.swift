import Foundation
import Progress

extension Failure {
  /// What went wrong with the learner's progress. The file is never touched in such a case, and the sentence says so
  /// where somebody might fear it.
  init(progress error: ProgressError) {
    switch error {
    case .cannotWrite(let path, let detail):
      self.init(
        "your progress cannot be written to \(path): \(detail)",
        help: "give yourself the right to write there, or choose another folder with LEARN_HOME", status: .cannotCreate)
    case .cannotRead(let path, let detail):
      self.init(
        "your progress cannot be read from \(path): \(detail)", help: "check the rights of the file",
        status: .inputOutput)
    case .diskFull(let path):
      self.init(
        "the disk is full: your progress cannot be written to \(path)",
        help: "make room and try again; what was confirmed before is kept", status: .inputOutput)
    case .damaged(let path, let detail):
      self.init(
        "your progress in \(path) is damaged: \(detail)",
        help: """
          the file is left as it is; `learn progress export --recover FILE` saves what can still be read of it, \
          `learn progress restore FILE` puts a backup in its place
          """,
        status: .data)
    case .emptied(let path, let events):
      self.init(
        "\(path) is empty, though \(events) \(events == 1 ? "event was" : "events were") recorded in it",
        help: """
          `learn progress restore FILE` puts a backup in its place; without one, `learn progress import FILE` takes in an \
          export once the empty file is removed
          """, status: .data)
    case .foreign(let path):
      self.init(
        "\(path) is a database of another program", help: "choose another folder with LEARN_HOME", status: .data)
    case .newer(let path):
      self.init(
        "\(path) was written by a newer version of learn", help: "install that version; the file is left as it is",
        status: .data)
    case .busy(let path):
      self.init(
        "another program has kept \(path) locked for half a minute", help: "close it and try again",
        status: .inputOutput)
    case .refused(let path, let code, let detail):
      self.init("SQLite refused (\(code)) with \(path): \(detail)", status: .software)
    case .impossibleTime(let time):
      self.init(
        "\(Self.clock(time)), and only what happens from 1970 to 9999 can be kept",
        help:
          "set the clock (`date` shows it) and try again; nothing was recorded, and what was confirmed before is kept",
        status: .unavailable)
    case .noSuchAnswer: self.init("there is no such answer", status: .noInput)
    case .alreadyUndone: self.init("that answer is already taken back", status: .noInput)
    case .tooLongAgo(_, let limit):
      self.init("only the last \(limit) answers can be taken back", status: .noInput)
    case .badLine(let path, let line):
      self.init("\(path):\(line): this line is no event; nothing was imported", status: .data)
    case .newerLine(let path, let line):
      self.init(
        "\(path):\(line): this line is from a newer version of learn; nothing was imported",
        help: "install that version", status: .data)
    case .longLine(let path, let line, let limit):
      self.init(
        "\(path):\(line): this line is longer than \(ByteCount.text(limit)), and no event is; nothing was imported",
        help: "give a file that `learn progress export` wrote", status: .data)
    case .largeFile(let path, let limit):
      self.init(
        "\(path) is larger than \(ByteCount.text(limit)), and no log is; nothing was imported",
        help: "give a file that `learn progress export` wrote, or cut it into several between two lines", status: .data)
    case .contradiction(let path, let line, _):
      self.init(
        "\(path):\(line): this event contradicts one that is here already; nothing was imported",
        help: "one of the two files is a copy that was written to: keep the one that you trust", status: .data)
    case .alreadyThere(let path):
      self.init("\(path) is there already", help: "choose another name", status: .cannotCreate)
    }
  }

  /// What this machine takes for the present.
  static func clock(_ time: Int64) -> String {
    let style = Date.FormatStyle(locale: Locale(identifier: "en_GB"), timeZone: .gmt).day().month(.wide).year()
    return "this machine's clock says \(Date(timeIntervalSince1970: TimeInterval(time)).formatted(style))"
  }

  /// Nothing is left of a damaged log.
  init(unrecoverable path: String, _ detail: String) {
    self.init(
      "nothing can be read of \(path): \(detail)",
      help: """
        the file is left as it is; `learn progress restore FILE` puts a backup in its place. Without a backup, move it \
        elsewhere: learn begins anew, and `learn progress import FILE` takes in what you exported before
        """,
      status: .data)
  }
}
