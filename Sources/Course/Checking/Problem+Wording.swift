import Markup
import Mathematics
import Messages

extension Problem {
  package var explanation: Explanation { Explanation([fault], status: .data) }

  /// The problem and its place, in words. A file may say of itself what is of any length: that is cut short.
  fileprivate var fault: Fault {
    Fault(
      shortened(kind.message),
      at: SourcePlace(shortened(file), line: position?.line, column: position?.column), help: shortened(kind.help))
  }
}

/// The problems of a course's files.
package struct Problems: Explained, Equatable {
  package let all: [Problem]

  package init(_ all: [Problem]) { self.all = all }

  package var explanation: Explanation {
    let told = all.prefix(Problem.mostTold)
    return Explanation(told.map(\.fault), rest: all.count - told.count, isList: true, status: .data)
  }
}

extension Problem.Kind {
  /// The problem, in one line.
  package var message: String {
    switch self {
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .notUTF8: "the file is not UTF-8 text"
    case .faultyYAML(let reason): "the YAML cannot be read: \(reason)"
    case .missingKey(let key): "`\(key)` is missing"
    case .unknownKey(let key, _): "`\(key)` means nothing here"
    case .wrongValue(let key, let value, _): "`\(key)` cannot be `\(value)`"
    case .noFrontMatter: "the lesson has no front matter"
    case .frontMatterNotClosed: "the front matter is not closed"
    case .noLessons: "the course names no lessons"
    case .duplicateLesson(let id, let other): "the id `\(id)` is already that of \(other)"
    case .unknownPrerequisite(let id, _): "no earlier lesson has the id `\(id)`"
    case .nestedTooDeeply: "lists and quotes stand too deep in one another"
    case .rowTooLong(let cells, let columns):
      "the row has \(cells) cells, and its table's head \(columns): what is more is not shown"
    case .tabsNotClosed: "`<!-- tabs -->` is not closed"
    case .textBeforeFirstTab: "there is text between `<!-- tabs -->` and the first tab"
    case .timelineIsNoList: "a timeline is one list between `<!-- timeline -->` and `<!-- /timeline -->`"
    case .unknownComment(let word, _): "the comment `\(word)` means nothing here"
    case .unknownNote(let word, _): "`[!\(word)]` is no kind of note"
    case .cellOptionWithoutValue(let line): "`\(line)` has no value"
    case .unknownCellOption(let name, _): "a cell has no option `\(name)`"
    case .cellOptionIsNoNumber(let name, let value): "`\(name)` must be a whole number, not `\(value)`"
    case .unbalancedHiding(let mark): "`\(mark)` has no partner"
    case .faultySlice(let text): "`\(text)` names no lines of a source file"
    case .noSliceFile(let path): "there is no source file `\(path)`"
    case .noSlice(let name, let file, _): "\(file) has no lines called `\(name)`"
    case .sliceNotClosed(let name, let file): "`// snippet.\(name)` in \(file) is not closed"
    case .duplicateCell(let id, let line): "the cell id `\(id)` is already used on line \(line)"
    case .unknownNeed(let id, _): "no earlier cell has the id `\(id)`"
    case .unknownLink(let scheme, let target, _): "no \(scheme) is called `\(target)`"
    case .missingFile(let path): "there is no file `\(path)`"
    case .fileOutside(let path): "`\(path)` leads out of the course"
    case .hiddenFile(let path): "`\(path)` is hidden: a name on its path begins with a point"
    case .tooLarge(let path, let limit): "`\(path)` has more than \(limit >> 20) MiB"
    case .tooMany(let things, let limit): "there are more than \(limit) \(things) here"
    case .tooMuchMarkdown(.columns): "this table has more than \(Document.mostColumns) columns"
    case .tooMuchMarkdown(.cells): "the tables up to here have more than \(Document.mostCells) cells"
    case .tooMuchMarkdown(.textBeforeTables): "there is too much text right in front of this line of hyphens"
    case .tooMuchMarkdown(.definitions): "what is defined here for links is too long to be repeated in each of them"
    case .lessonNamedTwice(let path): "course.yml names `\(path)` twice"
    case .linkNotAllowed(let address): "a link may not lead to `\(address)`"
    case .formula(let error): error.kind.message
    case .exerciseHeading: "an exercise's heading has the form `Kind: what is asked {#id}`"
    case .unknownExerciseKind(let kind, _): "`\(kind)` is no kind of exercise"
    case .exerciseWithoutIdentifier: "the exercise has no id"
    case .duplicateExercise(let id, let line): "the exercise id `\(id)` is already used on line \(line)"
    case .duplicateItem(let text): "“\(text)” stands here twice"
    case .tooFewBuckets: "a sorting exercise needs two buckets or more"
    case .bucketWithoutItems(let name): "the bucket “\(name)” has no items"
    case .strayText: "this text belongs to no item"
    case .listExpected(let kind): "\(kind) exercise needs a list here"
    case .optionWithoutBox: "an option begins with `[x]` or `[ ]`"
    case .noRightOption: "no option is marked as right"
    case .cardWithoutBack(let front): "the card “\(front)” has no back"
    case .noCards: "there is no card under this heading"
    case .noAnswer: "the exercise has no answer"
    case .faultyAnswer(let text): "`\(text)` is no number with a tolerance"
    case .noBlank: "no word of the text is missing"
    case .unknownBlank(let word, _): "no blank of the text is “\(word)”"
    case .noListing: "the exercise has no listing of two lines or more"
    case .lineIsNoCode: "a line of code stands in backticks"
    case .unknownListingLine(let text, _): "the listing has no line `\(text)`"
    case .strayCell: "an exercise of this kind runs no cell"
    case .cellOfLesson(let id): "the lesson has a cell `\(id)` already"
    case .noFigure: "the prediction does not say which figure is asked for"
    case .noCellLinked: "this line does not say which cell is run"
    case .unknownMetric(let name, let cell, _): "the cell `\(cell)` shows no metric “\(name)”"
    case .noTolerance(let figure): "“\(figure)” has no tolerance"
    case .faultyRange(let text): "the option “\(text)” does not end in a range"
    case .faultySetting(let text): "`\(text)` sets nothing"
    case .unknownSetting(let name, _): "the cell has no parameter `\(name)`"
    case .nothingShown: "nothing is shown to be diagnosed"
    case .noSuchOutcome(let word, _): "the lesson has no outcome `\(word)`"
    }
  }

  /// The advice on what to do about it; `nil` where the message says enough.
  package var help: String {
    switch self {
    case .unreadable: "put a plain file there that you may read"
    case .notUTF8: "save it as UTF-8"
    case .faultyYAML: "look for a missing colon, a wrong indent or an unclosed quote"
    case .missingKey(let key): "add a line `\(key): …`"
    case .wrongValue(_, _, let allowed): "use " + list(allowed)
    case .noFrontMatter:
      "begin the file with a line `---`, lines such as `id: my-lesson` and `title: …`, and a line `---`"
    case .frontMatterNotClosed: "end it with a line `---`"
    case .noLessons: "name the files under `lessons:`, in the order in which they are read"
    case .duplicateLesson: "give each lesson an id of its own; `A` and `a` are one"
    case .nestedTooDeeply: "keep it to 64 levels"
    case .rowTooLong: "a `|` that ends no cell is written `\\|`, in a formula `\\mid`, even between backticks"
    case .tabsNotClosed: "put `<!-- /tabs -->` behind the last tab"
    case .textBeforeFirstTab: "begin each tab with a heading `### Title`"
    case .timelineIsNoList: "put nothing but one list between the two comments"
    case .unknownNote(_, let known): "use " + list(known.map { "[!\($0)]" })
    case .cellOptionWithoutValue: "write `//| name: value`"
    case .cellOptionIsNoNumber(let name, _): "for example `//| \(name): 20`"
    case .unbalancedHiding: "a hidden part begins with `//| hide` and ends with `//| show`, each on a line of its own"
    case .faultySlice: "for example `<!-- source: Sources/Generative/Models/VariationalAutoencoder.swift#loss -->`"
    case .noSliceFile: "check the path: it is relative to the folder that holds Sources"
    case .sliceNotClosed: "put a line `// snippet.end` behind it"
    case .duplicateCell: "give each cell of a lesson an id of its own; `A` and `a` are one"
    case .missingFile: "check the path: it is relative to this file"
    case .fileOutside: "copy the file into the course's folder: nothing else of your machine is published"
    case .hiddenFile: "give it another name: hidden files are not published"
    case .tooLarge, .tooMany, .tooMuchMarkdown(.columns), .tooMuchMarkdown(.cells): "cut it into smaller parts"
    case .tooMuchMarkdown(.textBeforeTables): "put a blank line in front of a table"
    case .tooMuchMarkdown(.definitions): "put the addresses into the links themselves: `[words](address)`"
    case .lessonNamedTwice: "name it once under `lessons:`"
    case .linkNotAllowed: "use http, https, mailto, a relative path, or glossary:, lesson:, cell:"
    case .exerciseHeading: "for example `## Sort: judge or maker? {#judge-or-maker}`"
    case .exerciseWithoutIdentifier: "end the heading with an id that never changes, such as `{#my-exercise}`"
    case .duplicateExercise: "give each exercise of a course an id of its own; `A` and `a` are one"
    case .duplicateItem: "take one of them away, or tell them apart by their words"
    case .tooFewBuckets: "add a heading `### Name` for each bucket, with its items as a list"
    case .bucketWithoutItems: "put a list of items under the heading"
    case .strayText: "indent it under its item, or move it before the first item"
    case .listExpected: "write its items as a list, one a line"
    case .optionWithoutBox: "for example `- [x] the right answer`"
    case .noRightOption: "mark each right option with `[x]`"
    case .cardWithoutBack: "write the back under the heading"
    case .noCards: "add a heading `### Front` and a paragraph with the back"
    case .noAnswer: "add a line such as: answer: `0.5 ± 0.01 nats`"
    case .faultyAnswer: "write it as `0.5 ± 0.01 nats`"
    case .noBlank: "put each missing word in bold: `**word**`"
    case .noListing: "put its lines, in order, into one fenced block"
    case .lineIsNoCode: "for example ``- [ ] `let z = mean` ``"
    case .strayCell: "take its `//|` lines away, or make the exercise a `Predict` or `Diagnose`"
    case .cellOfLesson: "give the exercise's cell another id"
    case .noFigure: "add a line such as: answer: `test accuracy ± 0.02` of [the cell](cell:id)"
    case .noCellLinked: "link one cell, as in `[the cell](cell:id)`, and put settings behind it"
    case .noTolerance: "write it as `test accuracy ± 0.02` or `± 10 %`, or give options with ranges in a list"
    case .faultyRange: "end it with `< 0.9`, `0.9 … 0.95`, `≥ 0.95` or the like, in backticks"
    case .faultySetting: "write it as `smoothing=1`, or `seed=3` with a whole number"
    case .noSuchOutcome(_, let count): "its outcomes are numbered from 1 to \(count), in the order of its front matter"
    case .nothingShown:
      "add a `swift` block with `//| id: …`, or a line such as: shown: [the cell](cell:id) with `rate=1`"
    case .formula(let error): error.kind.help
    case .unknownKey(_, let suggestion), .unknownPrerequisite(_, let suggestion), .unknownComment(_, let suggestion),
      .unknownCellOption(_, let suggestion), .unknownNeed(_, let suggestion), .unknownLink(_, _, let suggestion),
      .unknownExerciseKind(_, let suggestion), .unknownBlank(_, let suggestion),
      .unknownListingLine(_, let suggestion), .unknownMetric(_, _, let suggestion), .unknownSetting(_, let suggestion),
      .noSlice(_, _, let suggestion):
      suggestion.map { "did you mean `\($0)`?" } ?? "check the spelling"
    }
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first.map { "`\($0)`" } ?? "something else" }
    return names.dropLast().map { "`\($0)`" }.joined(separator: ", ") + " or `\(last)`"
  }
}

extension FormulaError.Kind {
  var message: String {
    switch self {
    case .unknownCommand(let name): "formulas here have no command `\(name)`"
    case .unknownEnvironment(let name): "formulas here have no environment `\(name)`"
    case .missingArgument(let name): "`\(name)` lacks what belongs behind it"
    case .unclosed(let opening): "`\(opening)` is not closed"
    case .unexpected(let sign): "`\(sign)` closes or separates nothing here"
    case .mismatchedEnd(let expected, let found): "`\\end{\(found)}` stands where `\\end{\(expected)}` belongs"
    case .doubleScript(let sign): "there are two of `\(sign)` on one base"
    case .notADelimiter(let sign): "`\(sign)` is no bracket"
    case .nestedTooDeeply(let limit): "the formula stands more than \(limit) levels deep in itself"
    }
  }

  var help: String {
    switch self {
    case .unknownCommand, .unknownEnvironment:
      candidates.first.map { "did you mean `\($0)`?" }
        ?? "formulas know Greek letters, \\frac, \\sqrt, \\sum, \\hat, \\mathcal, \\left and \\right, aligned, cases and their kin"
    case .missingArgument, .doubleScript: "put it between braces: `{…}`"
    case .unclosed, .unexpected, .mismatchedEnd: "look for its partner"
    case .notADelimiter: "use `(`, `[`, `\\{`, `|` or `.` behind `\\left` and `\\right`"
    case .nestedTooDeeply: "cut it into two formulas"
    }
  }
}
