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
