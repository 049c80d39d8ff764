import Foundation

@testable import Course

/// A course with one fault, and what is said of it.
struct FaultyCourse {
  let files: [String: Data]
  /// `file:line:column: message`, each of them.
  let problems: [String]
  let help: String

  init(_ files: [String: Data], _ problems: [String], help: String) {
    (self.files, self.problems, self.help) = (files, problems, help)
  }

  /// Lines of `Lessons/a.md` behind its front matter, the first of them on line 12.
  static func lesson(_ body: String, _ problem: String, help: String) -> FaultyCourse {
    FaultyCourse(
      Fixture.files(["Lessons/a.md": Fixture.lesson(id: "a", body + "\n")]), ["Lessons/a.md:" + problem], help: help)
  }

  static func exercises(_ text: String, _ problem: String, help: String) -> FaultyCourse {
    FaultyCourse(Fixture.files(["Exercises/a.md": text + "\n"]), ["Exercises/a.md:" + problem], help: help)
  }

  static func course(_ yaml: String, _ problem: String, help: String) -> FaultyCourse {
    FaultyCourse(Fixture.files(["Lessons/course.yml": yaml]), ["Lessons/course.yml" + problem], help: help)
  }

  private static func formula(_ tex: String, _ problem: String, help: String) -> FaultyCourse {
    lesson("So: $`\(tex)`$.", problem, help: help)
  }

  /// A lesson that shows lines of a file with two slices, one of which is not closed.
  private static func slice(_ reference: String, _ problem: String, help: String) -> FaultyCourse {
    let code = "// snippet.loss\nlet loss = 1\n// snippet.end\n// snippet.open\nlet x = 1\n"
    let files = Fixture.files([
      "Lessons/a.md": Fixture.lesson(id: "a", "<!-- source: \(reference) -->\n"), "Sources/A.swift": code,
    ])
    return FaultyCourse(files, ["Lessons/a.md:" + problem], help: help)
  }

  private static let goodFields = "title: T\npromise: P.\nlessons: [a.md]\n"

  static func with(_ kind: ProblemKind) -> FaultyCourse {
    switch kind {
    case .unreadable:
      var files = Fixture.files(["Lessons/a.md": nil])
      files["Lessons/a.md/inside"] = Data()
      return FaultyCourse(
        files, ["Lessons/a.md: the file cannot be read: it is a folder"],
        help: "put a plain file there that you may read")
    case .notUTF8:
      var files = Fixture.files()
      files["Lessons/a.md"] = Data([0xC3, 0x28])
      return FaultyCourse(files, ["Lessons/a.md: the file is not UTF-8 text"], help: "save it as UTF-8")
    case .faultyYAML:
      return course(
        "title: T\npromise: \"P.\nlessons: [a.md]\n",
        ":4:1: the YAML cannot be read: found unexpected end of stream",
        help: "look for a missing colon, a wrong indent or an unclosed quote")
    case .missingKey:
      return course("promise: P.\nlessons: [a.md]\n", ": `title` is missing", help: "add a line `title: …`")
    case .unknownKey:
      return course(
        goodFields + "licenc: CC\n", ":4:1: `licenc` means nothing here", help: "did you mean `licence`?")
    case .wrongValue:
      return FaultyCourse(
        Fixture.files([
          "Lessons/a.md": Fixture.lesson(id: "a").replacing("difficulty: core", with: "difficulty: hard")
        ]), ["Lessons/a.md:9:13: `difficulty` cannot be `hard`"], help: "use `intro`, `intro+`, `core` or `synthesis`")
    case .noFrontMatter:
      return FaultyCourse(
        Fixture.files(["Lessons/a.md": "# Title\n\nText.\n"]), ["Lessons/a.md:1:1: the lesson has no front matter"],
        help: "begin the file with a line `---`, lines such as `id: my-lesson` and `title: …`, and a line `---`")
    case .frontMatterNotClosed:
      return FaultyCourse(
        Fixture.files(["Lessons/a.md": "---\nid: a\n"]), ["Lessons/a.md:1:1: the front matter is not closed"],
        help: "end it with a line `---`")
    case .noLessons:
      return course(
        "title: T\npromise: P.\nlessons: []\n", ": the course names no lessons",
        help: "name the files under `lessons:`, in the order in which they are read")
    case .duplicateLesson:
      return FaultyCourse(
        Fixture.files([
          "Lessons/course.yml": "title: T\npromise: P.\nlessons: [a.md, b.md]\n",
          "Lessons/b.md": Fixture.lesson(id: "a"),
        ]), ["Lessons/b.md:2:1: the id `a` is already that of Lessons/a.md"],
        help: "give each lesson an id of its own; `A` and `a` are one")
    case .unknownPrerequisite:
      return FaultyCourse(
        Fixture.files([
          "Lessons/course.yml": "title: T\npromise: P.\nlessons: [a.md, b.md]\n",
          "Lessons/a.md": Fixture.lesson(id: "autoencoders"),
          "Lessons/b.md": Fixture.lesson(id: "b", prerequisites: "[autoencodres]"),
        ]), ["Lessons/b.md:5:1: no earlier lesson has the id `autoencodres`"], help: "did you mean `autoencoders`?")
    case .nestedTooDeeply:
      return lesson(
        String(repeating: "> ", count: 70) + "deep", "12:129: lists and quotes stand too deep in one another",
        help: "keep it to 64 levels")
    case .rowTooLong:
      return lesson(
        "| the model | what it says |\n|---|---|\n| a \\| judge | $`P(y)`$ |\n| a maker | $`P(x|y)`$ |",
        "15:1: the row has 3 cells, and its table's head 2: what is more is not shown",
        help: "a `|` that ends no cell is written `\\|`, in a formula `\\mid`, even between backticks")
    case .tabsNotClosed:
      return lesson(
        "<!-- tabs -->\n\n### One\n\nText.", "12:1: `<!-- tabs -->` is not closed",
        help: "put `<!-- /tabs -->` behind the last tab")
    case .textBeforeFirstTab:
      return lesson(
        "<!-- tabs -->\n\nText.\n\n### One\n\nText.\n\n<!-- /tabs -->",
        "14:1: there is text between `<!-- tabs -->` and the first tab",
        help: "begin each tab with a heading `### Title`")
    case .timelineIsNoList:
      return lesson(
        "Text.\n\n<!-- timeline -->\n\nText.\n\n<!-- /timeline -->",
        "14:1: a timeline is one list between `<!-- timeline -->` and `<!-- /timeline -->`",
        help: "put nothing but one list between the two comments")
    case .unknownComment:
      return lesson("<!-- tab -->", "12:1: the comment `tab` means nothing here", help: "did you mean `tabs`?")
    case .unknownNote:
      return lesson(
        "> [!NOTICE]\n> Text.", "12:1: `[!NOTICE]` is no kind of note",
        help: "use `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]`, `[!CAUTION]` or `[!MISCONCEPTION]`")
    case .cellOptionWithoutValue:
      return lesson(
        "```swift\n//| id: x\n//| seed\nlet x = 1\n```", "14:1: `//| seed` has no value",
        help: "write `//| name: value`")
    case .unknownCellOption:
      return lesson(
        "```swift\n//| id: x\n//| secnds: 3\nlet x = 1\n```", "14:1: a cell has no option `secnds`",
        help: "did you mean `seconds`?")
    case .cellOptionIsNoNumber:
      return lesson(
        "```swift\n//| id: x\n//| seconds: 0\nlet x = 1\n```", "14:1: `seconds` must be a whole number, not `0`",
        help: "for example `//| seconds: 20`")
    case .unbalancedHiding:
      return lesson(
        "```swift\n//| id: x\nlet x = 1\n  //| hide\nlet y = 1\n```", "15:1: `//| hide` has no partner",
        help: "a hidden part begins with `//| hide` and ends with `//| show`, each on a line of its own")
    case .faultySlice:
      return lesson(
        "<!-- source: ../Sources/A.swift#loss -->", "12:1: `../Sources/A.swift#loss` names no lines of a source file",
        help: "for example `<!-- source: Sources/Generative/Models/VariationalAutoencoder.swift#loss -->`")
    case .noSliceFile:
      return lesson(
        "Text.\n\n<!-- source: Sources/B.swift#loss -->", "14:1: there is no source file `Sources/B.swift`",
        help: "check the path: it is relative to the folder that holds Sources")
    case .noSlice:
      return slice(
        "Sources/A.swift#los", "12:1: Sources/A.swift has no lines called `los`", help: "did you mean `loss`?")
    case .sliceNotClosed:
      return slice(
        "Sources/A.swift#open", "12:1: `// snippet.open` in Sources/A.swift is not closed",
        help: "put a line `// snippet.end` behind it")
    case .duplicateCell:
      return lesson(
        "```swift\n//| id: x\nlet x = 1\n```\n\n```swift\n//| id: X\nlet y = 1\n```",
        "17:1: the cell id `X` is already used on line 14",
        help: "give each cell of a lesson an id of its own; `A` and `a` are one")
    case .unknownNeed:
      return lesson(
        "```swift\n//| id: load\nlet x = 1\n```\n\n```swift\n//| id: y\n//| needs: laod\nlet y = 1\n```",
        "19:1: no earlier cell has the id `laod`", help: "did you mean `load`?")
    case .unknownLink:
      return lesson("See [it](lesson:b).", "12:5: no lesson is called `b`", help: "did you mean `a`?")
    case .missingFile:
      return lesson(
        "Text,\n![it](pictures/none.svg).", "13:1: there is no file `pictures/none.svg`",
        help: "check the path: it is relative to this file")
    case .fileOutside:
      return lesson(
        "See [it](../../etc/passwd).", "12:5: `../../etc/passwd` leads out of the course",
        help: "copy the file into the course's folder: nothing else of your machine is published")
    case .hiddenFile, .tooLarge, .tooMany, .lessonNamedTwice, .tooManyColumns, .tooManyCells, .tooMuchTextBeforeTables,
      .tooLongDefinitions:
      return withTooMuch(kind)
    case .linkNotAllowed:
      return lesson(
        "See [it](javascript:alert).", "12:5: a link may not lead to `javascript:alert`",
        help: "use http, https, mailto, a relative path, or glossary:, lesson:, cell:")
    case .formulaUnknownCommand:
      return formula(#"a + \apha"#, #"12:11: formulas here have no command `\apha`"#, help: #"did you mean `\alpha`?"#)
    case .formulaUnknownEnvironment:
      return lesson(
        "```math\na = \\begin{align} b \\end{align}\n```", "13:11: formulas here have no environment `align`",
        help: "did you mean `aligned`?")
    case .formulaMissingArgument:
      return formula("x^", "12:9: `^` lacks what belongs behind it", help: "put it between braces: `{…}`")
    case .formulaUnclosed:
      return formula("a {b", "12:9: `{` is not closed", help: "look for its partner")
    case .formulaUnexpected:
      return formula("σ }", "12:10: `}` closes or separates nothing here", help: "look for its partner")
    case .formulaMismatchedEnd:
      return lesson(
        "```math\n\\begin{cases} a\n\\end{aligned}\n```",
        #"14:1: `\end{aligned}` stands where `\end{cases}` belongs"#, help: "look for its partner")
    case .formulaDoubleScript:
      return formula("a_b_c", "12:10: there are two of `_` on one base", help: "put it between braces: `{…}`")
    case .formulaNotADelimiter:
      return formula(
        #"\left x \right)"#, "12:13: `x` is no bracket",
        help: #"use `(`, `[`, `\{`, `|` or `.` behind `\left` and `\right`"#)
    case .formulaNestedTooDeeply:
      return formula(
        String(repeating: "(", count: 65), "12:71: the formula stands more than 64 levels deep in itself",
        help: "cut it into two formulas")
    case .exerciseHeading:
      return exercises(
        "## Sort them {#x}", "1:1: an exercise's heading has the form `Kind: what is asked {#id}`",
        help: "for example `## Sort: judge or maker? {#judge-or-maker}`")
    case .unknownExerciseKind:
      return exercises("\n## Chose: what? {#x}", "2:1: `Chose` is no kind of exercise", help: "did you mean `Choose`?")
    case .exerciseWithoutIdentifier:
      return exercises(
        "## Sort: them", "1:1: the exercise has no id",
        help: "end the heading with an id that never changes, such as `{#my-exercise}`")
    case .duplicateExercise:
      return exercises(
        "## Order: a {#x}\n\n1. a\n2. b\n\n## Order: b {#x}\n\n1. a\n2. b",
        "6:1: the exercise id `x` is already used on line 1",
        help: "give each exercise of a course an id of its own; `A` and `a` are one")
    case .duplicateItem:
      return exercises(
        "## Order: a {#x}\n\n1. same\n2. same", "1:1: “same” stands here twice",
        help: "take one of them away, or tell them apart by their words")
    case .tooFewBuckets:
      return exercises(
        "## Sort: a {#x}\n\n### One\n\n- a", "1:1: a sorting exercise needs two buckets or more",
        help: "add a heading `### Name` for each bucket, with its items as a list")
    case .bucketWithoutItems:
      return exercises(
        "## Sort: a {#x}\n\n### One\n\n- a\n\n### Two\n\n### Three\n\n- b", "7:1: the bucket “Two” has no items",
        help: "put a list of items under the heading")
    case .strayText:
      return exercises(
        "## Choose: a {#x}\n\n- [x] a\n- [ ] b\n\nText.", "6:1: this text belongs to no item",
        help: "indent it under its item, or move it before the first item")
    case .listExpected:
      return exercises(
        "## Order: a {#x}\n\nText.", "1:1: an ordering exercise needs a list here",
        help: "write its items as a list, one a line")
    case .optionWithoutBox:
      return exercises(
        "## Choose: a {#x}\n\n- [x] a\n- b", "4:1: an option begins with `[x]` or `[ ]`",
        help: "for example `- [x] the right answer`")
    case .noRightOption:
      return exercises(
        "## Choose: a {#x}\n\n- [ ] a\n- [ ] b", "1:1: no option is marked as right",
        help: "mark each right option with `[x]`")
    case .cardWithoutBack:
      return exercises(
        "## Cards: a {#x}\n\n### One\n\n### Two\n\nBack.", "3:1: the card “One” has no back",
        help: "write the back under the heading")
    case .noCards:
      return exercises(
        "## Cards: a {#x}\n\nText.", "1:1: there is no card under this heading",
        help: "add a heading `### Front` and a paragraph with the back")
    case .noAnswer:
      return exercises(
        "## Number: a {#x}\n\nText.", "1:1: the exercise has no answer",
        help: "add a line such as: answer: `0.5 ± 0.01 nats`")
    case .faultyAnswer:
      return exercises(
        "## Number: a {#x}\n\nText.\n\nanswer: `half`", "5:1: `half` is no number with a tolerance",
        help: "write it as `0.5 ± 0.01 nats`")
    case .noSuchOutcome:
      return exercises(
        "## Order: a {#x}\n\noutcomes: 1, 3\n\n1. a\n2. b", "3:1: the lesson has no outcome `3`",
        help: "its outcomes are numbered from 1 to 1, in the order of its front matter")
    case .noBlank, .unknownBlank, .noListing, .lineIsNoCode, .unknownListingLine: return withFaultyText(kind)
    case .strayCell, .cellOfLesson, .noFigure, .noCellLinked, .unknownMetric, .noTolerance, .faultyRange,
      .faultySetting, .unknownSetting, .nothingShown:
      return withFaultyRun(kind)
    }
  }
}
