import Markup
import Mathematics

@testable import Course

/// The names of all kinds of problem. A new kind does not compile here until it has a name, and a name not until
/// `ProblemTests` has a course with that fault.
enum ProblemKind: String, CaseIterable {
  case unreadable, notUTF8, faultyYAML, missingKey, unknownKey, wrongValue, noFrontMatter, frontMatterNotClosed
  case noLessons, duplicateLesson, unknownPrerequisite, nestedTooDeeply, tabsNotClosed, textBeforeFirstTab
  case rowTooLong
  case timelineIsNoList, unknownComment, unknownNote, cellOptionWithoutValue, unknownCellOption, cellOptionIsNoNumber
  case unbalancedHiding, faultySlice, noSliceFile, noSlice, sliceNotClosed
  case duplicateCell, unknownNeed, unknownLink, missingFile, fileOutside, linkNotAllowed
  case hiddenFile, tooLarge, tooMany, lessonNamedTwice
  case tooManyColumns, tooManyCells, tooMuchTextBeforeTables, tooLongDefinitions
  case formulaUnknownCommand, formulaUnknownEnvironment, formulaMissingArgument, formulaUnclosed, formulaUnexpected
  case formulaMismatchedEnd, formulaDoubleScript, formulaNotADelimiter, formulaNestedTooDeeply
  case exerciseHeading, unknownExerciseKind, exerciseWithoutIdentifier, duplicateExercise, duplicateItem
  case tooFewBuckets, bucketWithoutItems, strayText, listExpected, optionWithoutBox, noRightOption, cardWithoutBack
  case noCards, noAnswer, faultyAnswer
  case noBlank, unknownBlank, noListing, lineIsNoCode, unknownListingLine
  case strayCell, cellOfLesson, noFigure, noCellLinked, unknownMetric, noTolerance
  case faultyRange, faultySetting, unknownSetting, nothingShown
  case noSuchOutcome

  init(_ kind: Problem.Kind) {
    switch kind {
    case .unreadable: self = .unreadable
    case .notUTF8: self = .notUTF8
    case .faultyYAML: self = .faultyYAML
    case .missingKey: self = .missingKey
    case .unknownKey: self = .unknownKey
    case .wrongValue: self = .wrongValue
    case .noFrontMatter: self = .noFrontMatter
    case .frontMatterNotClosed: self = .frontMatterNotClosed
    case .noLessons: self = .noLessons
    case .duplicateLesson: self = .duplicateLesson
    case .unknownPrerequisite: self = .unknownPrerequisite
    case .nestedTooDeeply: self = .nestedTooDeeply
    case .rowTooLong: self = .rowTooLong
    case .tabsNotClosed: self = .tabsNotClosed
    case .textBeforeFirstTab: self = .textBeforeFirstTab
    case .timelineIsNoList: self = .timelineIsNoList
    case .unknownComment: self = .unknownComment
    case .unknownNote: self = .unknownNote
    case .cellOptionWithoutValue: self = .cellOptionWithoutValue
    case .unknownCellOption: self = .unknownCellOption
    case .cellOptionIsNoNumber: self = .cellOptionIsNoNumber
    case .unbalancedHiding: self = .unbalancedHiding
    case .faultySlice: self = .faultySlice
    case .noSliceFile: self = .noSliceFile
    case .noSlice: self = .noSlice
    case .sliceNotClosed: self = .sliceNotClosed
    case .duplicateCell: self = .duplicateCell
    case .unknownNeed: self = .unknownNeed
    case .unknownLink: self = .unknownLink
    case .missingFile: self = .missingFile
    case .fileOutside: self = .fileOutside
    case .linkNotAllowed: self = .linkNotAllowed
    case .hiddenFile: self = .hiddenFile
    case .tooLarge: self = .tooLarge
    case .tooMany: self = .tooMany
    case .lessonNamedTwice: self = .lessonNamedTwice
    case .tooMuchMarkdown(.columns): self = .tooManyColumns
    case .tooMuchMarkdown(.cells): self = .tooManyCells
    case .tooMuchMarkdown(.textBeforeTables): self = .tooMuchTextBeforeTables
    case .tooMuchMarkdown(.definitions): self = .tooLongDefinitions
    case .formula(let error): self = ProblemKind(formula: error.kind)
    case .exerciseHeading: self = .exerciseHeading
    case .unknownExerciseKind: self = .unknownExerciseKind
    case .exerciseWithoutIdentifier: self = .exerciseWithoutIdentifier
    case .duplicateExercise: self = .duplicateExercise
    case .duplicateItem: self = .duplicateItem
    case .tooFewBuckets: self = .tooFewBuckets
    case .bucketWithoutItems: self = .bucketWithoutItems
    case .strayText: self = .strayText
    case .listExpected: self = .listExpected
    case .optionWithoutBox: self = .optionWithoutBox
    case .noRightOption: self = .noRightOption
    case .cardWithoutBack: self = .cardWithoutBack
    case .noCards: self = .noCards
    case .noAnswer: self = .noAnswer
    case .faultyAnswer: self = .faultyAnswer
    case .noBlank: self = .noBlank
    case .unknownBlank: self = .unknownBlank
    case .noListing: self = .noListing
    case .lineIsNoCode: self = .lineIsNoCode
    case .unknownListingLine: self = .unknownListingLine
    case .strayCell: self = .strayCell
    case .cellOfLesson: self = .cellOfLesson
    case .noFigure: self = .noFigure
    case .noCellLinked: self = .noCellLinked
    case .unknownMetric: self = .unknownMetric
    case .noTolerance: self = .noTolerance
    case .faultyRange: self = .faultyRange
    case .faultySetting: self = .faultySetting
    case .unknownSetting: self = .unknownSetting
    case .nothingShown: self = .nothingShown
    case .noSuchOutcome: self = .noSuchOutcome
    }
  }

  private init(formula kind: FormulaError.Kind) {
    switch kind {
    case .unknownCommand: self = .formulaUnknownCommand
    case .unknownEnvironment: self = .formulaUnknownEnvironment
    case .missingArgument: self = .formulaMissingArgument
    case .unclosed: self = .formulaUnclosed
    case .unexpected: self = .formulaUnexpected
    case .mismatchedEnd: self = .formulaMismatchedEnd
    case .doubleScript: self = .formulaDoubleScript
    case .notADelimiter: self = .formulaNotADelimiter
    case .nestedTooDeeply: self = .formulaNestedTooDeeply
    }
  }
}
