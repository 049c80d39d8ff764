import Foundation
import TestSupport
import Testing

/// A run that was stopped goes on to the same bits, as often as it is stopped.
@Suite struct ResumeTests {
  /// Every event of the stream is that of a run without a break: the film, the figures, the digest.
  @Test(arguments: [
    ("vae", "steps=3000", [37, 500, 1_000]), ("gan", "steps=3000", [100, 501, 950]),
    ("diffusion", "steps=3000", [1, 500, 999]),
  ]) func aStoppedTrainingGoesOnToTheSameBits(cell: String, setting: String, steps: [Int]) throws {
    let course = try TrainingCourse()
    let whole = try course.run(cell, "--set", setting, "--json")
    try #require(whole.status == 0, "\(whole.errors)")
    var arguments = [cell, "--set", setting]
    for step in steps {
      let stopped = try course.stop(arguments, at: "\"step\":\(step),")
      #expect(stopped.status == 130)
      #expect(stopped.errors.contains("what was learned is kept\n"), "\(stopped.errors)")
      #expect(
        stopped.errors.contains(
          "help: `learn run 1.\(try TrainingCourse.number(of: cell)) --set \(setting) --resume` goes on from here"),
        "\(stopped.errors)")
      let events = try TrainingCourse.events(stopped.output)
      #expect(events.last?["kind"] as? String == "stopped")
      #expect(events.last?["kept"] as? Int == 1)
      #expect(try #require(events.last?["step"] as? Int) >= step)
      arguments = [cell, "--set", setting, "--resume"]
    }
    let last = try course.run(cell, "--set", setting, "--json", "--resume")
    try #require(last.status == 0, "\(last.errors)")
    #expect(try TrainingCourse.events(last.output) == TrainingCourse.events(whole.output))
  }

  /// Rounds of a Markov model have no events: what it has become is what counts.
  @Test func aMarkovModelGoesOnToTheSameBits() throws {
    let course = try TrainingCourse()
    let whole = try course.run("letters", "--set", "rounds=300", "--json")
    let stopped = try course.stop(["letters", "--set", "rounds=300"], at: "parameter")
    #expect(stopped.status == 130, "\(stopped.errors)")
    let last = try course.run("letters", "--set", "rounds=300", "--json", "--resume")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try TrainingCourse.events(last.output) == TrainingCourse.events(whole.output))
  }

  /// Rounds in a loop of the cell's own are kept, too.
  @Test func singleRoundsGoOnToTheSameBits() throws {
    let course = try TrainingCourse()
    let whole = try course.run("rounds", "--set", "rounds=300", "--json")
    try #require(whole.status == 0, "\(whole.errors)")
    var arguments = ["rounds", "--set", "rounds=300"]
    for round in [20, 120] {
      let stopped = try course.stop(arguments, at: "\"step\":\(round),")
      #expect(stopped.status == 130)
      let progress = try TrainingCourse.events(stopped.output).last { $0["kind"] as? String == "progress" }
      let shown = try #require(progress?["step"] as? Int)
      #expect(
        stopped.errors == """
          error: stopped at round \(shown) of 300; what was learned is kept
          help: `learn run 1.9 --set rounds=300 --resume` goes on from here

          """)
      arguments = ["rounds", "--set", "rounds=300", "--resume"]
    }
    let last = try course.run("rounds", "--set", "rounds=300", "--json", "--resume")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try TrainingCourse.events(last.output) == TrainingCourse.events(whole.output))
  }

  /// A cell that trains several models counts their steps itself: the sentence says what the bar has shown.
  @Test func theStepIsTheOneThatWasShown() throws {
    let course = try TrainingCourse()
    let stopped = try course.stop(["pair"], at: "\"step\":330,")
    #expect(stopped.status == 130)
    let events = try TrainingCourse.events(stopped.output)
    #expect(events.last?["of"] as? Int == 300)
    let shown = try #require(events.last { $0["kind"] as? String == "progress" }?["step"] as? Int)
    #expect(shown >= 330)
    #expect(
      stopped.errors == """
        error: stopped at round \(shown) of 600; what was learned is kept
        help: `learn run 1.11 --resume` goes on from here

        """)
  }

  /// The training of a cell that this one needs is seen, and stopped like its own.
  @Test func aNeededTrainingStopsAndGoesOn() throws {
    let course = try TrainingCourse()
    let stopped = try course.stop(["after", "--set", "steps=3000"], at: "\"step\":37,")
    #expect(stopped.status == 130)
    let events = try TrainingCourse.events(stopped.output)
    #expect(events.allSatisfy { $0["cell"] as? String == "vae" })
    #expect(events.first?["kind"] as? String == "progress")
    #expect(events.last?["kind"] as? String == "stopped")
    let step = try #require(events.last?["step"] as? Int)
    #expect(
      stopped.errors == """
        error: stopped at step \(step) of 3000; what was learned is kept
        help: `learn run 1.10 --set steps=3000 --resume` goes on from here

        """)
    let last = try course.run("after", "--set", "steps=3000", "--resume")
    #expect(last.output == "only now\n", "\(last.errors)")
  }

  /// A key that bounces keeps what was learned; where nothing more could be kept, it is said what there is.
  @Test func anInterruptionSaysWhatIsKept() throws {
    let course = try TrainingCourse()
    let run = try course.learn.start(["run", "vae", "--set", "steps=3000", "--lesson", "training", "--json"])
    try run.wait(for: "\"step\":37,")
    for _ in 0..<2 {
      kill(run.process.processIdentifier, SIGINT)
      usleep(20_000)
    }
    let stopped = try run.result()
    #expect(stopped.status == 130)
    #expect(stopped.errors.contains("what was learned is kept\n"), "\(stopped.errors)")

    let interrupted = try course.stop(["vae", "--set", "steps=3000"], at: "\"step\":20,", by: SIGQUIT)
    #expect(interrupted.status == 130)
    #expect(
      interrupted.errors == """
        error: interrupted; what was learned since it was last kept is lost
        help: `learn run 1.2 --set steps=3000 --resume` goes on from what is kept; a single Ctrl-C \
        keeps all

        """)
    let other = try course.stop(["vae", "--set", "steps=2000"], at: "\"step\":20,", by: SIGQUIT)
    #expect(other.errors == "error: interrupted\n")
  }

  /// A command that is killed keeps nothing of a training under way, and all of those that had ended.
  @Test func afterAKillItGoesOnFromWhatWasKept() throws {
    let course = try TrainingCourse()
    let whole = try course.run("diffusion", "--set", "steps=3000", "--json")
    let former = try Data(contentsOf: course.keptFile())
    for step in [200, 900] {
      let killed = try course.stop(["diffusion", "--set", "steps=3000"], at: "\"step\":\(step),", by: SIGKILL)
      #expect(killed.status == -SIGKILL)
    }
    #expect(try Data(contentsOf: course.keptFile()).count <= former.count)
    let last = try course.run("diffusion", "--set", "steps=3000", "--json", "--resume")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try TrainingCourse.events(last.output) == TrainingCourse.events(whole.output))
  }

  @Test func whatIsOfAnotherRunIsRefusedAndKept() throws {
    let course = try TrainingCourse()
    let nothing = try course.run("vae", "--resume")
    #expect(nothing.status == 66)
    #expect(nothing.errors.hasPrefix("error: there is nothing to go on from"), "\(nothing.errors)")

    #expect(try course.run("vae").status == 0)
    let kept = try Data(contentsOf: course.keptFile())
    let seed = try course.run("vae", "--resume", "--seed", "9")
    #expect(seed.status == 65)
    #expect(
      seed.errors.contains("error: the run cannot go on: what is kept was made with the seed 3\nhelp: with `--seed 3`"),
      "\(seed.errors)")
    let setting = try course.run("vae", "--resume", "--set", "steps=700")
    #expect(setting.status == 65)
    #expect(setting.errors.contains("what is kept was made without `--set`"), "\(setting.errors)")

    let lesson = course.folder.url.appending(path: "Lessons/training.md")
    let text = try String(contentsOf: lesson, encoding: .utf8)
    try Data(text.replacing("hidden: [48]", with: "hidden: [40]").utf8).write(to: lesson)
    let edited = try course.run("vae", "--resume")
    #expect(edited.status == 65)
    #expect(edited.errors.contains("what is kept is of this cell as it was before"), "\(edited.errors)")
    #expect(try Data(contentsOf: course.keptFile()) == kept)

    #expect(try course.run("vae", "--again").status == 0)
    #expect(try course.run("vae", "--resume").status == 0)
  }

  @Test func whatIsDamagedIsRefusedAndKept() throws {
    let course = try TrainingCourse()
    #expect(try course.run("vae").status == 0)
    let file = try course.keptFile()
    let sound = try Data(contentsOf: file)
    for (position, reason) in [
      (0, "it does not begin as one does"), (9, "has format"), (sound.count / 2, "damaged"),
      (sound.count - 1, "damaged"),
    ] {
      var damaged = sound
      damaged[position] ^= 0x21
      try damaged.write(to: file)
      let result = try course.run("vae", "--resume")
      #expect(result.status == 65)
      #expect(result.errors.contains(reason), "\(position): \(result.errors)")
      #expect(result.output == "")
      #expect(try Data(contentsOf: file) == damaged)
    }
    try sound.prefix(300).write(to: file)
    #expect(try course.run("vae", "--resume").errors.contains("the checkpoint ends at byte 300"))
    #expect(try course.run("vae", "--again").status == 0)
    #expect(try Data(contentsOf: file) == sound)
  }

  /// Of a loop that the cell has written itself nothing can be kept, and it says so.
  @Test func aLoopOfTheCellsOwnStopsAtOnce() throws {
    let course = try TrainingCourse()
    let stopped = try course.stop(["own-loop", "--set", "steps=2000000000"], at: "begins")
    #expect(stopped.status == 130)
    #expect(stopped.errors == "error: stopped; nothing of this training can be kept\n")
    let again = try course.run("own-loop", "--resume")
    #expect(again.status == 66)
    #expect(
      again.errors == """
        error: there is nothing to go on from: no run of this cell has kept what it learned
        help: leave `--resume` away; when Ctrl-C stops a run, it says whether that is kept

        """)
  }

  /// When its time is over, what it has learned is kept as with Ctrl-C, and the next run has its time again.
  @Test func whatWasLearnedWhenItsTimeWasOverIsKept() throws {
    let course = try TrainingCourse()
    let file = course.folder.url.appending(path: "Lessons/training.md")
    let hurried = try String(contentsOf: file, encoding: .utf8)
      .replacing("//| id: vae\n//| needs: slow\n//| seconds: 60", with: "//| id: vae\n//| needs: slow\n//| seconds: 1")
    try course.folder.create("Lessons/training.md", hurried)
    var arguments = ["vae", "--set", "steps=200000", "--json"], last = 0
    for _ in 0..<2 {
      let stopped = try course.learn.start(["run"] + arguments + ["--lesson", "training"]).result()
      #expect(stopped.status == 70)
      let before =
        "error: the cell was stopped: it was still running beyond its limit of 1 s\nhelp: what it learned up to step "
      let behind =
        " of 200000 is kept: `learn run 1.2 --set steps=200000 --resume` goes on from there, and has its time again\n"
      let said = stopped.errors
      try #require(said.hasPrefix(before) && said.hasSuffix(behind), "\(said)")
      let step = try #require(Int(said.dropFirst(before.count).dropLast(behind.count)))
      #expect(step > last)
      last = step
      #expect(stopped.output.split(separator: "\n").last?.contains(#""kind":"error""#) == true, "\(stopped.output)")
      arguments = ["vae", "--set", "steps=200000", "--json", "--resume"]
    }
  }
}
