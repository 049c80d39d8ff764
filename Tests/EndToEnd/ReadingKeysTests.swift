import Foundation
import TestSupport
import Testing

#if os(Linux)
  /// Reading with keys, on a terminal that `script` makes: 80 × 24.
  @Suite struct ReadingKeysTests {
    @Test func pagesComeFromTheirTop() throws {
      let session = try LiveRunTests().start("next", in: LearnCommand.project)
      try session.run.wait(for: "── 1 of 13 · space: on · b: back · g: term · /: search · ?: keys · q: leave")
      try session.press(" ")
      try session.run.wait(for: "── 2 of 13, page 1 of 2 ")
      // What was not seen is not passed over: the section has a second page.
      try session.press(" ")
      try session.run.wait(for: "── 2 of 13, page 2 of 2 ")
      try session.press("q")
      let end = try session.run.result()
      #expect(end.status == 0)
      #expect(end.output.contains("Your place is kept"))
      #expect(try session.learn.run().output.contains("Judge or maker, section 2 of 13"))
      for page in end.output.components(separatedBy: "── ").dropLast() {
        #expect(page.filter { $0 == "\n" || $0 == "\r\n" }.count <= 24 + 2, "\(page)")
      }
    }

    /// The cell runs in place, and Ctrl-C ends the run alone; a term is looked up; a paste is no keys.
    @Test func aCellRunsInPlace() throws {
      let course = try TrainingCourse()
      let file = "Lessons/training.md"
      let text = try String(contentsOf: course.folder.url.appending(path: file), encoding: .utf8)
      // Long enough to be stopped.
      try course.folder.create(file, text.replacing(#""steps", 600,"#, with: #""steps", 60_000,"#))
      let session = try LiveRunTests().start("next --lesson training", in: course.folder.url)
      try session.run.wait(for: "space: on")
      try session.press("/")
      try session.run.wait(for: "Search: ")
      try session.press("itself\r")
      try session.run.wait(for: "1 section has it. Section 1:")
      try session.press("\u{1B}[200~qqq\u{1B}[201~")
      // The one that begins on this page.
      try session.press("r")
      try session.run.wait(for: "1.2 vae · ")
      try session.run.wait(for: "q: stop and keep")
      Thread.sleep(forTimeInterval: 0.5)
      kill(try session.process(), SIGINT)
      try session.run.wait(for: "what was learned is kept")
      try session.press("?")
      try session.run.wait(for: "run, edit, explore the section's cell")
      // Nothing that the run was told ends the reading two seconds later.
      Thread.sleep(forTimeInterval: 2.5)
      try session.press("q")
      let end = try session.run.result()
      #expect(end.status == 0, "\(end.output.suffix(400))")
      #expect(end.output.contains("`learn run 1.2 --resume` goes on from here"), "\(end.output.suffix(900))")
    }
  }
#endif
