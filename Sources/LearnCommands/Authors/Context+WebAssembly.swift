import Cells
import Course
import Files
import Foundation
import Messages
import Workspace

extension Context {
  /// Creates the compiler that compiles cells as the reader's browser runs them.
  func webAssemblyCompiler() throws -> WebAssemblyCompiler {
    let searchPath = SearchPath.own
    return WebAssemblyCompiler(
      library: try WebAssemblyLibrary.find(besides: directories.executable),
      cache: directories.cache.appending(path: "webassembly", directoryHint: .isDirectory), searchPath: searchPath,
      sandbox: try cellSandbox()
    ) {
      machine.output.error("Compiling the model library for browsers, once: half a minute.\n")
    }
  }

  /// Creates the runner that runs them in Node, through the script that the pages have.
  func webAssemblyRunner() throws -> WebAssemblyRunner {
    let path = "site/scripts/cell.js"
    // Node runs it with all that the learner may do: never another course's, whatever that calls it.
    guard let script = directories.bundledCourse?.appending(path: path),
      FileManager.default.fileExists(atPath: script.path)
    else {
      throw Failure("\(path) is missing", help: "install again with `make install`", status: .noInput)
    }
    return try WebAssemblyRunner(compiler: webAssemblyCompiler(), script: script)
  }
}
