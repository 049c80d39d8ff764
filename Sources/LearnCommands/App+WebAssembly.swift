import CellRunner
import Course
import Foundation

extension App {
  /// What compiles cells as the reader's browser runs them.
  func webAssemblyCompiler() throws -> WebAssemblyCompiler {
    let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return WebAssemblyCompiler(
      toolchain: try Toolchain.find(searchPath: searchPath),
      library: try WebAssemblyLibrary.find(besides: places.executable),
      cache: places.cache.appending(path: "webassembly", directoryHint: .isDirectory), searchPath: searchPath
    ) {
      Output.complain("Compiling the model library for browsers, once: half a minute.\n")
    }
  }

  /// What runs them in Node, through the script that the pages have.
  func webAssemblyRunner() throws -> WebAssemblyRunner {
    let compiler = try webAssemblyCompiler()
    let path = "site/scripts/cell.js"
    // A course with a theme of its own need not have it.
    let folders = [places.bundledCourse, course.folder].compactMap { $0 }
    guard let script = folders.map({ $0.appending(path: path) }).first(where: { exists($0) }) else {
      throw Failure("\(path) is missing", help: "install again with `make install`", status: .noInput)
    }
    return try WebAssemblyRunner(compiler: compiler, script: script)
  }

  private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}
