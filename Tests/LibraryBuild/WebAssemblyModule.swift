import Cells
import Foundation

/// A linked WebAssembly module and the scripts that Node runs on it.
package struct WebAssemblyModule: Sendable {
  private let file: URL

  /// All targets that a browser gets, nothing left out, every function exported.
  package static let wholeLibrary = Result {
    let objects = try LibraryBuild(.webAssembly).objects(of: EmbeddedModules.all)
    return try WebAssemblyModule(linking: objects, options: ["--no-gc-sections", "--export-all"])
  }

  /// Why nothing can be linked or run here, or nil.
  package static let obstacle: String? =
    Tool.wasmLinker == nil ? "no wasm-ld in PATH" : Tool.node == nil ? "no node in PATH" : nil

  package init(linking objects: [URL], options: [String]) throws {
    guard let linker = Tool.wasmLinker, let compiler = Tool.swiftc else {
      throw ToolFailure(command: "wasm-ld", text: "not found in PATH")
    }
    // Tables for comparing strings, from the toolchain.
    let tables = URL(fileURLWithPath: compiler.path).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("../lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a")
    file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).wasm")
    try linker.run(
      ["--no-entry", "--stack-first", "-z", "stack-size=1048576", "--wrap=free", "--error-limit=0"] + options
        + ["-o", file.path] + objects.map(\.path) + [tables.path])
  }

  /// Runs a script in Node, in which `library` holds the exports, `memory` a fresh view of the module's memory and
  /// `said` the text of the events so far; returns what it printed.
  package func run(_ script: String) throws -> String {
    guard let node = Tool.node else { throw ToolFailure(command: "node", text: "not found in PATH") }
    let host = """
      const bytes = require("fs").readFileSync(process.argv[1])
      const said = []
      let library
      const memory = () => new DataView(library.memory.buffer)
      const learn = {
        emit: (start, count) => said.push(Buffer.from(library.memory.buffer, start, count).toString()),
        now: () => performance.now() / 1000,
        seed: () => 1n,
        setting: (name, count, standard) => standard,
        dataSize: () => -1,
        data: () => {},
        stop: () => { throw new Error("stopped: " + said.join("")) },
      }
      WebAssembly.instantiate(bytes, { learn }).then(({ instance, module }) => {
        library = instance.exports
        \(script)
      }).catch(error => { console.error(error); process.exit(1) })
      """
    return try node.run(["-e", host, file.path])
  }
}
