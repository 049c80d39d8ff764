import Cells
import Course
import Files
import Foundation
import Messages
import Progress
import Workspace

extension Context {
  /// Creates the runner of the course's cells.
  ///
  /// - Parameter mayAsk: whether somebody can be asked for trust on standard output.
  func cellRunner(mayAsk: Bool = true) throws -> CellRunner {
    try requireTrust(mayAsk: mayAsk)
    return try recordReader()
  }

  /// Creates a runner for a command that runs nothing, and only reads what earlier runs have shown.
  func recordReader() throws -> CellRunner {
    let library = try CellLibrary.find(besides: directories.executable)
    let sandbox = try cellSandbox()
    return CellRunner(
      compiler: CellCompiler(
        toolchain: sandbox.probe.toolchain, library: library, cache: directories.compileCache, sandbox: sandbox),
      dataFolder: directories.data, trainingFolder: directories.trainings(of: course.folder))
  }

  /// Creates the sandbox of compilers and cells. Where nothing confines them, only those of a trusted course may work.
  func cellSandbox() throws -> CellSandbox {
    let notices = OneTimeNotices(home: directories.home)
    return CellSandbox(probe: try probe ?? directories.sandboxProbe()) { absence in
      guard try isTrusted() else { throw untrusted(hasChanged: try trust() == .changed) }
      let warning = absence.explanation.warning
      try notices.show("no-sandbox", warning) { machine.output.error(warning) }
    }
  }

  /// The learner's own versions of this course's cells.
  var cellEdits: CellEdits { directories.cellEdits(of: course.folder) }

  /// The last runs of this course's cells.
  var runHistory: RunHistory { directories.runHistory(of: course.folder) }

  /// The lesson that the learner is at; the last one when all are read.
  func lessonAtHand() throws -> Lesson {
    if let place = try currentLesson(try progressToRead().store) { return place.lesson }
    return try sound(course.lessons[course.lessons.count - 1])
  }
}
