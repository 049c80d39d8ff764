import CellRunner
import Course
import Dispatch
import Foundation
import Progress

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension App {
  func cellRunner() throws -> CellRunner {
    let toolchain = try Toolchain.find(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    let library = try CellLibrary.find(besides: places.executable)
    let cache = CompileCache(folder: places.cache.appending(path: "cells", directoryHint: .isDirectory))
    return CellRunner(compiler: CellCompiler(toolchain: toolchain, library: library, cache: cache))
  }

  /// The lesson that the learner is at; the last one when all are read.
  func lessonAtHand() throws -> Lesson {
    if let place = try currentLesson(try openProgress()) { return place.lesson }
    return try sound(course.lessons[course.lessons.count - 1])
  }
}

/// Runs `body`, and cancels it when somebody presses Ctrl-C or ends the command otherwise.
func cancellingOnInterrupt<Result: Sendable>(_ body: sending @escaping () async throws -> Result) async throws -> Result {
  let task = Task { try await body() }
  let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number)
    source.setEventHandler { task.cancel() }
    source.resume()
    return source
  }
  defer { sources.forEach { $0.cancel() } }
  return try await task.value
}
