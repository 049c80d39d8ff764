import Exchange
import Foundation
import Markup

extension Failure {
  /// Why nothing was exported or imported.
  init(exchange error: ExchangeError) {
    switch error {
    case .cannotRead(let path, let detail):
      self.init("cannot read \(path): \(detail)", help: "check the name and the rights of the file", status: .noInput)
    case .cannotWrite(let path, let detail):
      self.init(
        "cannot write to \(path): \(detail)", help: "choose another place, or make room there", status: .cannotCreate)
    case .alreadyThere(let path):
      self.init("\(path) is there already", help: "choose another name", status: .cannotCreate)
    case .tooLarge:
      self.init(
        "that is more than a zip archive holds", help: "take one lesson at a time with `--lesson`", status: .data)
    case .nothingToExport(let leftOut):
      self.init(
        "there is nothing to write"
          + (leftOut.isEmpty ? ": the lessons have no exercises" : ": the format has no form for \(leftOut.words)"),
        help: "try another lesson, or another format", status: .noInput)
    case .notUTF8(let path): self.init("\(path) is not UTF-8", help: "save it as UTF-8", status: .data)
    case .nothingToImport(let path, let leftOut):
      self.init(
        "\(path) has no question that a course could ask", help: "see `learn import gift --help`", status: .data)
      wholeText = text + leftOut.told(in: path).map { $0 + "\n" }.joined()
    case .refused(let problem): self.init([problem], in: nil)
    case .faultyGIFT(let path, let error, let line):
      self.init("", status: .data)
      let place = error.position
      wholeText =
        "\(path):\(place.line):\(place.column): error: \(error.kind.message.shortened())\n"
        + Excerpt(line.utf8, column: place.column).marked + "help: \(error.kind.help)\n"
    }
  }
}

extension GIFTError.Kind {
  var message: String {
    switch self {
    case .nameNotClosed: "the question's name has no `::` at its end"
    case .answersNotClosed: "`{` is not closed before the question ends"
    case .strayBrace: "`}` closes nothing here"
    case .secondAnswers: "a question has one pair of braces, and this one has two"
    case .unknownFormat(let word): "`[\(word)]` is no format of text"
    case .answerExpected: "an answer begins with `=` if it is right, with `~` if it is wrong"
    case .emptyAnswer: "this answer is empty"
    case .noRightAnswer: "no answer is marked as right"
    case .faultyWeight(let text): "`\(text)` is no share from -100 to 100"
    case .faultyNumber(let text): "`\(text)` is no number with a tolerance"
    case .notAPair(let text): "“\(text)” has no partner: some of these answers are pairs, and this one is none"
    }
  }

  var help: String {
    switch self {
    case .nameNotClosed: "write `::name::` before the question"
    case .answersNotClosed: "questions have a blank line between them, and none within; write `\\{` for the sign itself"
    case .strayBrace, .secondAnswers:
      "write `\\{` and `\\}` for the signs themselves; put a blank line between questions"
    case .unknownFormat: "use [html], [moodle], [plain] or [markdown]"
    case .answerExpected: "for example `{=right ~wrong}`, `{#3.14:0.01}`, `{T}`"
    case .emptyAnswer: "write it behind the sign"
    case .noRightAnswer: "put `=` before the right one"
    case .faultyWeight: "for example `~%50%half right`"
    case .faultyNumber: "for example `3.14:0.01` or `3..4`"
    case .notAPair: "write `=left -> right` for each pair"
    }
  }
}
