import Course
import Foundation
import Markup
import Practice
import Testing

@testable import Exchange

@Suite struct GIFTTests {
  // MARK: Round trip

  /// All of an exercise that GIFT can carry, as text.
  func told(_ exercise: Exercise) -> String {
    func item(_ item: Exercise.Item) -> String {
      "\(MarkdownWriter.oneLine(item.text)) | \(MarkdownWriter.text(item.feedback))"
    }
    let content: [String] =
      switch exercise.content {
      case .sort(let buckets):
        buckets.flatMap { bucket in bucket.items.map { bucket.name.plainText + ": " + item($0) } }
      case .order(let items): items.map(item)
      case .choose(let options): options.map { "\($0.isRight) " + item($0.item) }
      case .number(let quantity): [quantity.text(), MarkdownWriter.text(quantity.feedback)]
      case .cloze(let cloze):
        [MarkdownWriter.text(cloze.text)]
          + cloze.blanks.map { "\($0.answer) \($0.alternatives) \(MarkdownWriter.text($0.feedback))" }
      case .cards, .parsons, .predict, .diagnose: []
      }
    let head = [exercise.kind.rawValue, exercise.id, MarkdownWriter.oneLine(exercise.title)]
    return (head + [MarkdownWriter.text(exercise.prompt)] + exercise.hints.map { MarkdownWriter.text($0) } + content)
      .joined(separator: "\n")
  }

  func expectRoundTrip(_ exercise: Exercise) throws {
    let gift = GIFTWriter.questions(exercise).joined()
    let back = try GIFTImport(text: gift, taken: [])
    #expect(back.leftOut == [], "\(gift)")
    let read = CourseReader.exercises(in: back.exercises.joined(separator: "\n"))
    #expect(read.problems == [])
    #expect(read.exercises.map(told) == [told(exercise)], "\(gift)\n\(back.exercises.joined())")
  }

  @Test func everyKindComesBack() throws {
    let text = """
      ## Sort: *which* of {a, b} ~ `x=1` #2 \\\\ $`\\frac{x_1}{y_2} = \\{1\\}`$? {#sort}

      Two paragraphs: one,

      and two.

      ```math
      \\sum_{i=1}^n x_i
      ```

      > Hint: Look *here*: there.

      ### Judge: one

      - A = b -- c
        > Because of $`P(y \\mid x)`$.
        >
        > - and a list
      - Plain

      ### Maker

      - Third #3

      ## Order: steps {#order}

      1. First
         > It is.
      2. Second
      3. Third

      ## Choose: one {#one}

      - [ ] Wrong
        > No.
      - [x] Right
        > Yes: `a->b`.

      ## Choose: several {#several}

      - [x] A
      - [x] B
      - [x] C
      - [ ] D
        > Not D.

      ## Number: how much? {#number}

      answer: `-12.5 ± 0.25 nats per image`

      > Half of 25.

      ## Number: how many? {#count}

      answer: `3`

      ## Cloze: the bar {#cloze}

      A judge learns the *probability* of the **label** given the input.

      - **label**, also *class*, *y*
        > It comes out.
      """
    let read = CourseReader.exercises(in: text)
    #expect(read.problems == [])
    #expect(read.exercises.count == 7)
    for exercise in read.exercises { try expectRoundTrip(exercise) }
  }

  /// All that the project's own lessons ask.
  @Test func theCourseComesBack() throws {
    let course = CourseReader.read(ExchangeCourse.project)
    var count = 0
    for exercise in course.lessons.flatMap(\.exercises) {
      switch exercise.content {
      case .sort, .order, .choose, .number: break
      case .cloze(let cloze) where cloze.blanks.count == 1: break
      default: continue
      }
      try expectRoundTrip(exercise)
      count += 1
    }
    #expect(count >= 4)
  }

  // MARK: Questions of others

  func imported(_ gift: String) throws -> [Exercise] {
    let text = try GIFTImport(text: gift, taken: ["q1"]).exercises.joined(separator: "\n")
    let read = CourseReader.exercises(in: text)
    #expect(read.problems == [])
    return read.exercises
  }

  @Test func questionsOfOthersAreRead() throws {
    let exercises = try imported(
      """
      // A comment
      $CATEGORY: Arithmetic

      ::Q1:: 1+1\\=2 {T}

      ::Q2:: What's between orange and green in the spectrum?
      { =yellow # right; good! ~red # wrong, it's yellow ~blue }

      ::Q3:: Two plus {=two =2} equals four.

      ::Q4:: Which animal eats which food? { =cat -> cat food =dog -> dog food }

      ::Q5:: What is a number from 1 to 5? {#3:2}

      ::Q6:: What is a number from 1 to 5? {#1..5}

      ::Q7:: When was Ulysses S. Grant born? {#
           =1822:0      # Correct! Full credit.
           =%50%1822:2  # He was born in 1822. Half credit for being close.
      }

      [html]<p>What <b>two</b> people &amp; more \\(x^2\\)?</p> {
         ~%-100%No one
         ~%50%Grant
         ~%50%Jefferson
      }
      """)
    #expect(exercises.map(\.kind) == [.choose, .choose, .cloze, .sort, .number, .number, .number, .choose])
    #expect(
      exercises.map(\.id) == ["q1-2", "q2", "q3", "q4", "q5", "q6", "q7", "p-what-b-two-b-people-amp-more-x-2-p"])
    guard case .number(let five) = exercises[4].content, case .number(let six) = exercises[5].content,
      case .number(let seven) = exercises[6].content, case .cloze(let cloze) = exercises[2].content,
      case .choose(let two) = exercises[7].content
    else { return #expect(Bool(false)) }
    #expect(five.value == 3 && five.tolerance == 2)
    #expect(six.value == 3 && six.tolerance == 2)
    #expect(seven.value == 1_822 && seven.tolerance == 0)
    #expect(MarkdownWriter.text(seven.feedback) == "Correct! Full credit.")
    #expect(MarkdownWriter.text(cloze.text) == "Two plus **two** equals four.")
    #expect(cloze.blanks[0].alternatives == ["2"])
    #expect(MarkdownWriter.oneLine(exercises[7].title) == "What **two** people & more $`x^2`$?")
    #expect(two.map(\.isRight) == [false, true, true])
  }

  /// Words behind the answers belong to the question, and a part of a mark is no whole one.
  @Test func wordsBehindTheAnswersAreKept() throws {
    let read = try GIFTImport(
      text: "\u{FEFF}// A remark.\n::M::Moodle costs {~lots =nothing ~little} to download.\n\n"
        + "It took {#3:1} days.\n\nWhat is 2+2 {=4 =four ~%50%5} in words?\n", taken: [])
    #expect(read.exercises.count == 2)
    #expect(read.exercises[0].contains("## Choose: Moodle costs … to download."), "\(read.exercises[0])")
    #expect(read.exercises[1].contains("## Number: It took … days."), "\(read.exercises[1])")
    #expect(read.leftOut == [GIFTImport.LeftOut(line: 6, reason: .partOfMark)])
  }

  @Test func whatACourseDoesNotAskIsLeftOut() throws {
    let read = try GIFTImport(
      text: "Read this.\n\nWrite about it. {}\n\nWhich? {=a -> x =b -> x}\n\nWhich? {=a ~a}\n\nYes? {T}\n", taken: [])
    #expect(read.exercises.count == 1)
    #expect(
      read.leftOut == [
        GIFTImport.LeftOut(line: 1, reason: .description), GIFTImport.LeftOut(line: 3, reason: .essay),
        GIFTImport.LeftOut(line: 5, reason: .onePlace),
        GIFTImport.LeftOut(line: 7, reason: .faulty(.duplicateItem(text: "a"))),
      ])
  }

  @Test(
    arguments: [
      ("A {=a\n\nB {T}", GIFTError.Kind.answersNotClosed, 1, 3), ("x\n\n::name A {T}", .nameNotClosed, 3, 1),
      ("A }", .strayBrace, 1, 3), ("A {T} B {F}", .secondAnswers, 1, 9), ("[rtf]A {T}", .unknownFormat("rtf"), 1, 1),
      ("A {\n  right}", .answerExpected, 2, 3), ("A {=a ~}", .emptyAnswer, 1, 7), ("é {~a ~b}", .noRightAnswer, 1, 4),
      ("A {~%half%a =b}", .faultyWeight("half"), 1, 5), ("A {#three}", .faultyNumber("three"), 1, 5),
      ("A {#5..1}", .faultyNumber("5..1"), 1, 5), ("A {#0x10:1}", .faultyNumber("0x10:1"), 1, 5),
      ("A {#16:0x1}", .faultyNumber("16:0x1"), 1, 5), ("A {#0x1..0x2}", .faultyNumber("0x1..0x2"), 1, 5),
      ("A {#nan}", .faultyNumber("nan"), 1, 5), ("A {#1e400}", .faultyNumber("1e400"), 1, 5),
      ("A {#٣}", .faultyNumber("٣"), 1, 5), ("A {~%0x10%a =b}", .faultyWeight("0x10"), 1, 5),
      ("A {#}", .emptyAnswer, 1, 3),
      ("A {=a -> b =c}", .notAPair("c"), 1, 12),
    ]) func aFaultHasItsPlace(gift: String, kind: GIFTError.Kind, line: Int, column: Int) throws
  {
    let error = try #require(throws: GIFTError.self) { try GIFTImport(text: gift, taken: []) }
    #expect(error == GIFTError(kind: kind, position: SourcePosition(line: line, column: column)))
  }

  // MARK: Many

  /// A hundred thousand questions of the same name take as long as of different ones.
  @Test func questionsOfTheSameNameGetIDsOfTheirOwn() throws {
    let read = try GIFTImport(text: String(repeating: "Is it? {T}\n\n", count: 3_000), taken: ["is-it", "is-it-3"])
    #expect(read.exercises.count == 3_000)
    #expect(read.exercises[0].hasPrefix("## Choose: Is it? {#is-it-2}"))
    #expect(read.exercises[1].hasPrefix("## Choose: Is it? {#is-it-4}"))
    #expect(read.exercises[2_999].hasPrefix("## Choose: Is it? {#is-it-3002}"))
  }

  @Test(arguments: ["=a -> place ", "~wrong "]) func aQuestionWithTooManyAnswers(answer: String) throws {
    func text(_ count: Int) -> String {
      let others = (0..<count).map { answer.contains("->") ? "=a\($0) -> place\($0 % 2) " : "~wrong \($0) " }
      return "Which? {\(answer.contains("->") ? "" : "=right ")\(others.joined())}\n\nYes? {T}\n"
    }
    let limit = 1_000 - (answer.contains("->") ? 0 : 1)
    #expect(try GIFTImport(text: text(limit), taken: []).leftOut == [])
    let read = try GIFTImport(text: text(200_000), taken: [])
    #expect(read.leftOut == [GIFTImport.LeftOut(line: 1, reason: .faulty(.tooMany("answers", limit: 1_000)))])
    #expect(read.exercises.count == 1)
  }

  /// Each place is a bucket, and of these there are too many to be seen at once.
  @Test func aMatchingQuestionWithManyPlaces() throws {
    let pairs = (0..<51).map { "=a\($0) -> b\($0) " }.joined()
    let read = try? GIFTImport(text: "Which? {\(pairs)}\n", taken: [])
    #expect(read?.leftOut == [GIFTImport.LeftOut(line: 1, reason: .faulty(.tooMany("buckets", limit: 50)))])
  }

  @Test(
    arguments: [
      ("<p>One</p><p>Two</p>", "One\n\nTwo"), ("a<br/>b<br >c", "a\nb\nc"), ("<b>a</b> <I>b</I>", "**a** *b*"),
      ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
      ("a &lt;b&gt; &amp;amp; &#65;&#x42; &nosuch; &", "a \\<b> \\&amp; AB \\&nosuch; &"),
      ("<span class=\"x > y\">z</span>", "y\">z"), ("1 < 2 <3> <a", "1 < 2 <3> \\<a"), ("<td>a</td><td>b</td>", "a  b"),
      ("<a href=x>link</a", "link\\</a"), ("</p >", ""), ("&amp", "\\&amp"), ("", ""),
    ]) func htmlOfOthers(html: String, markdown: String)
  {
    #expect(HTMLText.markdown(html) == markdown)
  }

  /// Signs that nothing closes are looked for once.
  @Test(arguments: ["<a ", "<", "&a", "\\(", "$$", "[a", "\\[", "<p", "</"]) func signsWithoutEnd(sign: String) {
    let text = String(repeating: sign, count: 20_000)
    #expect(!GIFTMarkdown.blocks(text, .moodle).isEmpty)
    #expect(!GIFTMarkdown.blocks(text, .markdown).isEmpty)
  }

  @Test(
    arguments: [
      ("a \\\\(x\\\\) b", "a $`x`$ b"), ("$$x$$ y", "$`x`$ y"), ("\\\\(\\\\)\\\\)", "$`\\)`$"), ("\\\\(x", "\\\\(x"),
      ("a $$ b", "a $$ b"), ("\\\\(a\\\\) $$ \\\\(b\\\\)", "$`a`$ $$ $`b`$"),
    ]) func formulasInText(text: String, markdown: String)
  {
    #expect(MarkdownWriter.text(GIFTMarkdown.blocks(text, .markdown)) == markdown)
  }
}
