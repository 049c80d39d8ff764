import Course
import Foundation
import Markup
import Practice
import Progress
import Testing

#if os(Linux)
  /// Practice with keys, on a terminal that `script` makes.
  @Suite struct QuizKeysTests {
    static let sound = LearnCommand.fixtures.appending(path: "Sound")

    func start(_ arguments: String) throws -> LiveRunTests.Session {
      try LiveRunTests().start(arguments, in: Self.sound)
    }

    func store(_ session: LiveRunTests.Session) throws -> ProgressStore {
      try session.learn.progress()
    }

    func mark(_ session: LiveRunTests.Session, _ exercise: String) throws -> Double? {
      try store(session).state(of: ItemID(exercise: exercise, item: ""))?.lastMark
    }

    /// The cursor that was hidden is there again.
    func expectCursor(_ output: String) {
      let hidden = output.range(of: "\u{1B}[?25l", options: .backwards)?.lowerBound
      let shown = output.range(of: "\u{1B}[?25h", options: .backwards)?.lowerBound
      #expect(hidden != nil && shown != nil)
      if let hidden, let shown { #expect(hidden < shown) }
    }

    /// Buckets of the items in the order in which a new learner is shown them.
    func sortKeys() throws -> String {
      let exercise = CourseReader.read(Self.sound).lessons[0].exercises[0]
      guard case .sort(let buckets) = exercise.content else { throw CocoaError(.featureUnsupported) }
      let places = buckets.enumerated().flatMap { index, bucket in bucket.items.map { _ in index + 1 } }
      let session = try LearnCommand(in: Self.sound)
      let shown = try session.run("quiz", "--kind", "sort", input: String(repeating: "\n", count: 5)).output
      let texts = buckets.flatMap(\.items).map(\.text.plainText)
      let order = texts.indices.sorted { left, right in
        guard let first = shown.range(of: "of 5  \(texts[left])"), let second = shown.range(of: "of 5  \(texts[right])")
        else { return left < right }
        return first.lowerBound < second.lowerBound
      }
      return order.map { "\(places[$0])" }.joined()
    }

    @Test func sortedWithDigits() throws {
      let session = try start("quiz --kind sort")
      try session.run.wait(for: "0 of 5 sorted")
      // A slip, taken back; the help, shown and put away.
      try session.press("3u??")
      try session.press(sortKeys())
      try session.run.wait(for: "5 of 5 sorted")
      try session.press("\r")
      let end = try session.run.result()
      #expect(end.status == 0)
      #expect(end.output.contains("Score 1.000"))
      #expect(try mark(session, "sort-it") == 1)
      expectCursor(end.output)
    }

    @Test func linesAreMoved() throws {
      let session = try start("quiz --kind order")
      try session.run.wait(for: "Space picks the line up")
      // The line at the top to the third place and back, with the arrows.
      try session.press(" \u{1B}[B\u{1B}[B\u{1B}[A\u{1B}[A \r")
      try session.run.wait(for: "Nothing is moved. Enter once more gives it as it is.")
      try session.press("\r")
      let end = try session.run.result()
      #expect(end.status == 0)
      #expect(end.output.contains("Score"))
      let moved = try start("quiz --kind order")
      try moved.run.wait(for: "Space picks the line up")
      try moved.press("4\r")
      _ = try moved.run.result()
      #expect(try mark(session, "order-it") != mark(moved, "order-it"))
    }

    @Test func aCardIsTurnedRatedAndTakenBack() throws {
      let session = try start("quiz --kind cards --lesson first")
      try session.run.wait(for: "Space: the back")
      try session.press(" ")
      try session.run.wait(for: "Where the compact form lives.")
      try session.press("4")
      try session.run.wait(for: "2 of 2")
      try session.press("u")
      try session.run.wait(for: "Taken back: Latent space")
      // The back comes first, and a key that means nothing is told.
      try session.press("3x")
      try session.run.wait(for: "That key means nothing here")
      try session.press(" 3q")
      let end = try session.run.result()
      #expect(end.status == 0)
      #expect(end.output.contains("The back first: then say how well you knew it."))
      #expect(end.output.contains("1 answer kept."))
      let states = try store(session).states(of: ["cards-it"])
      #expect(states.count == 1)
      #expect(states.values.first?.answers == 1)
    }

    /// What is said of an answer stays until it was read.
    @Test func afterFeedbackAKeyGoesOn() throws {
      let session = try start("quiz --kind order --kind parsons --lesson first")
      try session.run.wait(for: "Space picks the line up")
      try session.press("4\r")
      try session.run.wait(for: "Enter: on")
      let before = try session.run.output()
      #expect(!before.contains("Parsons: "))
      try session.press("\r")
      try session.run.wait(for: "Parsons: ")
      // Enter by habit grades nothing.
      try session.press("\r")
      try session.run.wait(for: "Nothing is moved.")
      try session.press("q")
      let end = try session.run.result()
      #expect(end.output.contains("1 answer kept."))
      #expect(try mark(session, "parsons-it") == nil)
    }

    @Test func aCardThatWasSetAsideByMistakeIsBroughtBackFirst() throws {
      let session = try start("quiz --kind cards --lesson first")
      try session.run.wait(for: "1 of 2")
      try session.press("s")
      try session.run.wait(for: "2 of 2")
      try session.press("u")
      try session.run.wait(for: "Back again: Latent space")
      try session.press(" 3 4")
      let end = try session.run.result()
      #expect(end.output.contains("2 answers kept."), "\(end.output)")
      #expect(try store(session).hiddenItems(at: Int64(Date().timeIntervalSince1970) + 60).isEmpty)
    }

    /// In plain text the terminal's own echo is enough.
    @Test func aTypedAnswerIsShownOnce() throws {
      let session = try start("quiz --plain --kind number --lesson first --limit 1")
      try session.run.wait(for: "> ")
      try session.press("0.5 nats\n")
      let end = try session.run.result()
      #expect(end.output.components(separatedBy: "0.5 nats\r\n").count == 2, "\(end.output)")
    }

    @Test func optionsAreChosen() throws {
      let session = try start("quiz --kind choose")
      try session.run.wait(for: "chosen of all that are right")
      try session.press("1 \u{1B}[B 2u\r")
      let end = try session.run.result()
      #expect(end.status == 0)
      #expect(end.output.contains("[x]"))
      #expect(try mark(session, "choose-it") != nil)
    }

    /// Ctrl-C is a key here, a signal elsewhere: either way the terminal comes back, and the status says so.
    @Test(arguments: [nil, SIGTERM, SIGHUP]) func anInterruptedQuizGivesTheTerminalBack(signal: Int32?) throws {
      let session = try start("quiz --kind sort")
      try session.run.wait(for: "0 of 5 sorted")
      if let signal { kill(try session.process(), signal) } else { try session.press("\u{3}") }
      let end = try session.run.result()
      #expect(end.status == 130)
      #expect(end.output.contains("Until next time."))
      expectCursor(end.output)
    }

    @Test func anotherSizeIsDrawnAnew() throws {
      let session = try start("quiz --kind sort")
      try session.run.wait(for: "0 of 5 sorted")
      let before = try session.run.output()
      kill(try session.process(), SIGWINCH)
      try session.run.wait(for: "\u{1B}[2J\u{1B}[H")
      try session.press("q")
      let end = try session.run.result()
      #expect(end.status == 0)
      // The question stands above the items again.
      #expect(end.output.dropFirst(before.count).contains("Put each where it belongs."))
    }
  }
#endif
