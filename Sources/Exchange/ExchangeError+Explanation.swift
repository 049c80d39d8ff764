import Course
import Markup
import Messages

extension ExchangeError: Explained {
  /// The explanation of why nothing was exported or imported.
  package var explanation: Explanation {
    switch self {
    case .cannotRead(let path, let detail):
      Explanation("cannot read \(path): \(detail)", help: "check the name and the rights of the file", status: .noInput)
    case .cannotWrite(let path, let detail):
      Explanation(
        "cannot write to \(path): \(detail)", help: "choose another place, or make room there", status: .cannotCreate)
    case .alreadyThere(let path):
      Explanation("\(path) is there already", help: "choose another name", status: .cannotCreate)
    case .tooLarge:
      Explanation(
        "that is more than a zip archive holds", help: "take one lesson at a time with `--lesson`", status: .data)
    case .nothingToExport(let leftOut):
      Explanation(
        "there is nothing to write"
          + (leftOut.isEmpty ? ": the lessons have no exercises" : ": the format has no form for \(leftOut.words)"),
        help: "try another lesson, or another format", status: .noInput)
    case .notUTF8(let path): Explanation("\(path) is not UTF-8", help: "save it as UTF-8", status: .data)
    case .nothingToImport(let path, let leftOut):
      Explanation(
        [
          Fault(
            "\(path) has no question that a course could ask",
            notes: [.help("see `learn import gift --help`")] + leftOut.told(in: path).map { .lines($0) })
        ], status: .data)
    case .refused(let problem): problem.explanation
    case .faultyGIFT(let path, let error, let line):
      Explanation(
        error.kind.message,
        at: SourcePlace(path, line: error.position.line, column: error.position.column, content: line),
        help: error.kind.help, status: .data)
    }
  }
}
