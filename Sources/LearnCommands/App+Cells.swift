import CellRunner
import Course
import Foundation
import Progress

extension App {
  /// What runs cells.
  ///
  /// - Parameter mayAsk: whether somebody can be asked for trust on standard output.
  func cellRunner(mayAsk: Bool = true) throws -> CellRunner {
    try requireTrust(mayAsk: mayAsk)
    return try recordReader()
  }

  /// The same for what runs nothing, and only reads what earlier runs have shown.
  func recordReader() throws -> CellRunner {
    let toolchain = try Toolchain.find(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    let library = try CellLibrary.find(besides: places.executable)
    let cache = CompileCache(folder: places.cache.appending(path: "cells", directoryHint: .isDirectory))
    let notices = Notices(folder: places.home)
    return CellRunner(
      compiler: CellCompiler(toolchain: toolchain, library: library, cache: cache), dataFolder: places.data
    ) { absence in
      let warning = Failure(absence).warning
      try notices.once("no-sandbox", warning) { Output.complain(warning) }
    }
  }

  /// The lesson that the learner is at; the last one when all are read.
  func lessonAtHand() throws -> Lesson {
    if let place = try currentLesson(try openProgress()) { return place.lesson }
    return try sound(course.lessons[course.lessons.count - 1])
  }
}
