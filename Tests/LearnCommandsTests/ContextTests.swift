import Foundation
import Messages
import Progress
import TestSupport
import Testing

@testable import LearnCommands

/// Commands with a machine of the test's: its folders, its screen, its output, its clock.
@Suite struct ContextTests {
  @Test func whatIsWrittenGoesToTheGivenOutput() async throws {
    let machine = try TestMachine()
    let (output, errors) = try await machine.run("list")
    #expect(output.contains("The first lesson"), "\(output)")
    #expect(errors.isEmpty)
    #expect(try machine.home.contents().contains { $0.hasSuffix("learn/progress.sqlite") })
  }

  /// What can be answered is taken back, in the home that was given.
  @Test func nothingIsThereToTakeBack() async throws {
    let machine = try TestMachine()
    #expect(try await machine.run("undo").output == "There is no answer to take back.\n")
    #expect(try await machine.run("undo", "--list").output == "There is no answer yet.\n")
  }

  @Test func theClockIsTheGivenOne() async throws {
    let machine = try TestMachine(now: -86_400)
    await #expect(throws: Failure.self) { try await machine.run("quiz", "--limit", "1") }
    do {
      _ = try await machine.run("quiz", "--limit", "1")
    } catch let error as Failure {
      #expect(
        error.message
          == "this machine's clock says 31 December 1969, and only what happens from 1970 to 9999 can be kept")
      #expect(error.exitStatus == .unavailable)
    }
  }

  @Test func anotherCourseIsNotRunUnasked() async throws {
    let machine = try TestMachine()
    do {
      _ = try await machine.run("run", "load", "--lesson", "first")
      Issue.record("it ran")
    } catch let error as Failure {
      #expect(error.exitStatus == .notPermitted)
      #expect(error.help?.contains("`learn course trust`") == true)
    }
  }

  /// An error of a lesson's file shows the line that it names.
  @Test func anErrorShowsItsLine() async throws {
    let folder = try TemporaryFolder()
    try folder.create("Lessons/course.yml", "title: A\nlessons: [01-a.md]\n")
    try folder.create("Lessons/01-a.md", "---\nid: a\ntitle: A\nsummary: S.\ncolour: red\n---\n# A\n\nText.\n")
    let machine = try TestMachine(in: folder.url)
    do {
      _ = try await machine.run("check")
      Issue.record("nothing was wrong")
    } catch let error as Failure {
      #expect(error.exitStatus == .data)
      #expect(error.explanation.faults.contains { $0.place?.content == "colour: red" }, "\(error)")
    }
  }

  @Test func thereIsNoSuchLesson() async throws {
    let machine = try TestMachine()
    await #expect(
      throws: Failure(Explanation("no lesson is called frist", help: "did you mean first?", status: .noInput))
    ) {
      try await machine.run("read", "frist")
    }
  }
}
