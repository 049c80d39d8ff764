import Cells
import Course
import Files
import Foundation
import Progress

extension Directories {
  var compileCache: CompileCache {
    CompileCache(folder: cache.appending(path: "cells", directoryHint: .isDirectory))
  }

  /// What finds out what confines cells here, which is begun when it is wanted.
  func sandboxProbe() throws -> SandboxProbe {
    let toolchain = try Toolchain.find(searchPath: SearchPath.own)
    return SandboxProbe(toolchain: toolchain, cache: compileCache)
  }
}

extension Context {
  /// For commands that run cells: the sandbox is tried out while the course is read.
  static func runningCells(_ options: CommonOptions, _ body: (Context) async throws -> Void) async throws {
    let directories = Directories()
    // Without a toolchain there is nothing to run in it, which the command says in its turn.
    guard let probe = try? directories.sandboxProbe() else {
      return try await body(try Context(options, directories: directories))
    }
    try await probe.during { try await body(try Context(options, directories: directories, probe: probe)) }
  }

  /// What runs cells.
  ///
  /// - Parameter mayAsk: whether somebody can be asked for trust on standard output.
  func cellRunner(mayAsk: Bool = true) throws -> CellRunner {
    try requireTrust(mayAsk: mayAsk)
    return try recordReader()
  }

  /// The same for what runs nothing, and only reads what earlier runs have shown.
  func recordReader() throws -> CellRunner {
    let library = try CellLibrary.find(besides: directories.executable)
    let sandbox = try cellSandbox()
    return CellRunner(
      compiler: CellCompiler(
        toolchain: sandbox.probe.toolchain, library: library, cache: directories.compileCache, sandbox: sandbox),
      dataFolder: directories.data, trainingFolder: folderOfCourse("trainings", in: directories.cache))
  }

  /// What compilers and cells are confined by. Where that is nothing, only those of a trusted course may work.
  func cellSandbox() throws -> CellSandbox {
    let notices = OneTimeNotices(folder: directories.home)
    return CellSandbox(probe: try probe ?? directories.sandboxProbe()) { absence in
      guard try isTrusted() else { throw Failure(untrusted: course, hasChanged: try trust() == .changed) }
      let warning = Failure(absence).warning
      try notices.show("no-sandbox", warning) { Output.error(warning) }
    }
  }

  /// The learner's own versions of this course's cells.
  var cellEdits: CellEdits { CellEdits(folder: folderOfCourse("cells", in: directories.home)) }

  /// The last runs of this course's cells.
  var runHistory: RunHistory {
    RunHistory(
      folder: folderOfCourse("runs", in: directories.cache),
      all: directories.cache.appending(path: "runs", directoryHint: .isDirectory))
  }

  /// What is kept of a course's cells lies apart from that of any other, whatever its lessons are called: a stranger's
  /// cell must not run, or be seen, as one of the course that came with learn, whose own lie in the folder itself.
  private func folderOfCourse(_ name: String, in parent: URL) -> URL {
    let folder = parent.appending(path: name, directoryHint: .isDirectory)
    if isBundled { return folder }
    let hash = SHA256(of: FolderPath(course.folder).text).digest.prefix(8).hexadecimal
    // No lesson's id has a point in it.
    return folder.appending(path: "course.\(hash)", directoryHint: .isDirectory)
  }

  /// The lesson that the learner is at; the last one when all are read.
  func lessonAtHand() throws -> Lesson {
    if let place = try currentLesson(try progressToRead().store) { return place.lesson }
    return try sound(course.lessons[course.lessons.count - 1])
  }
}
