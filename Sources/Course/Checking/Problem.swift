import Markup
import Mathematics
import Messages

/// A fault in a file of a course.
package struct Problem: Explained, Sendable, Equatable {
  /// The path that people are told, relative to the course.
  package var file: String
  /// `nil` where the whole file is meant.
  package var position: SourcePosition?
  package var kind: Kind

  package init(_ kind: Kind, file: String, at position: SourcePosition? = nil) {
    self.kind = kind
    self.file = file
    self.position = position
  }

  /// The number of problems that are told in full; the others are counted.
  package static let mostTold = 50

  package enum Kind: Sendable, Equatable {
    case unreadable(reason: String)
    case notUTF8
    case faultyYAML(reason: String)
    case missingKey(String)
    case unknownKey(String, suggestion: String?)
    case wrongValue(key: String, value: String, allowed: [String])
    case noFrontMatter
    case frontMatterNotClosed
    case noLessons
    case duplicateLesson(id: String, other: String)
    case unknownPrerequisite(String, suggestion: String?)
    case nestedTooDeeply
    case rowTooLong(cells: Int, columns: Int)
    case tabsNotClosed
    case textBeforeFirstTab
    case timelineIsNoList
    case unknownComment(String, suggestion: String?)
    case unknownNote(String, known: [String])
    case cellOptionWithoutValue(String)
    case unknownCellOption(String, suggestion: String?)
    case cellOptionIsNoNumber(String, value: String)
    case unbalancedHiding(String)
    case duplicateCell(id: String, line: Int)
    case unknownNeed(String, suggestion: String?)
    case unknownLink(scheme: String, target: String, suggestion: String?)
    case faultySlice(String)
    case noSliceFile(String)
    case noSlice(String, file: String, suggestion: String?)
    case sliceNotClosed(String, file: String)
    case missingFile(String)
    case fileOutside(String)
    case hiddenFile(String)
    case tooLarge(String, limit: Int)
    case tooMany(String, limit: Int)
    case tooMuchMarkdown(Document.Excess.Kind)
    case lessonNamedTwice(String)
    case linkNotAllowed(String)
    case formula(FormulaError)
    case exerciseHeading
    case unknownExerciseKind(String, suggestion: String?)
    case exerciseWithoutIdentifier
    case duplicateExercise(id: String, line: Int)
    case duplicateItem(text: String)
    case tooFewBuckets
    case bucketWithoutItems(String)
    case strayText
    case listExpected(String)
    case optionWithoutBox
    case noRightOption
    case cardWithoutBack(String)
    case noCards
    case noAnswer
    case faultyAnswer(String)
    case noBlank
    case unknownBlank(String, suggestion: String?)
    case noListing
    case lineIsNoCode
    case unknownListingLine(String, suggestion: String?)
    case strayCell
    case cellOfLesson(id: String)
    case noFigure
    case noCellLinked
    case unknownMetric(String, cell: String, suggestion: String?)
    case noTolerance(String)
    case faultyRange(String)
    case faultySetting(String)
    case unknownSetting(String, suggestion: String?)
    case nothingShown
    case noSuchOutcome(String, count: Int)
  }
}

extension Problem.Kind {
  /// Creates the problem of a file that the course names and that is none of its own.
  package init(_ refusal: CourseFiles.Refusal, _ path: String) {
    switch refusal {
    case .missing: self = .missingFile(path)
    case .outside: self = .fileOutside(path)
    case .hidden: self = .hiddenFile(path)
    case .folder: self = .unreadable(reason: "it is a folder")
    case .special: self = .unreadable(reason: "it is a pipe, a socket or a device")
    case .tooLarge(let limit): self = .tooLarge(path, limit: limit)
    case .unreadable(let reason): self = .unreadable(reason: reason)
    }
  }
}

extension Problem {
  /// Returns the problems of a text that could not be read as it was meant.
  static func all(of document: Document, in file: String) -> [Problem] {
    [
      document.nestedTooDeeply.map { Problem(.nestedTooDeeply, file: file, at: $0.start) },
      document.excess.map { Problem(.tooMuchMarkdown($0.kind), file: file, at: $0.place) },
    ].compactMap { $0 }
      + document.longRows.map { Problem(.rowTooLong(cells: $0.cells, columns: $0.columns), file: file, at: $0.place) }
  }
}

extension [Problem] {
  /// Returns the name that may have been meant, as long as it will be told: to find it takes longer than to find the
  /// problem.
  func suggestion(for name: String, in known: @autoclosure () -> [String]) -> String? {
    count < Problem.mostTold ? Suggestion.closest(to: name, in: known()) : nil
  }
}
