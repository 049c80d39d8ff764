import Course
import Foundation

/// Turns a cell into a WebAssembly module, or finds the one that was made from the same source before.
///
/// The module exports `runCell` and `memory`, imports what `site/scripts/cell.js` gives it, and says in its section
/// `lines` to which line of the lesson its code belongs.
package struct WebAssemblyCompiler: Sendable {
  package let toolchain: Toolchain
  package let library: WebAssemblyLibrary
  /// Holds what is compiled: the library in `library`, cells in `cells`.
  package let cache: URL
  let searchPath: String
  private let onLibrary: @Sendable () -> Void

  /// - Parameter onLibrary: is called before the library is compiled, once for each compiler.
  package init(
    toolchain: Toolchain, library: WebAssemblyLibrary, cache: URL, searchPath: String,
    onLibrary: @escaping @Sendable () -> Void = {}
  ) {
    self.toolchain = toolchain
    self.library = library
    self.cache = cache
    self.searchPath = searchPath
    self.onLibrary = onLibrary
  }

  /// The compiled module's file.
  ///
  /// - Throws: `WebAssemblyError`, `CellError`.
  package func compile(_ program: CellProgram) async throws -> URL {
    let tools = try await WebAssemblyToolchain(toolchain, cache: cache, searchPath: searchPath)
    let files = try library.files()
    let cells = CompileCache(folder: cache.appending(path: "cells"), product: "cell.wasm")
    let parts =
      [program.source, files.key, tools.identity, WebAssemblyBinary.version] + WebAssemblyToolchain.libraryOptions
      + WebAssemblyToolchain.cellOptions + WebAssemblyToolchain.linkOptions
    let key = CompileCache.key(of: parts.map { Data($0.utf8) })
    if let module = cells.program(key) { return module }
    let compiled = try await library.compiled(
      files, tools, cache: cache.appending(path: "library"), onStart: onLibrary)
    try await cells.insert(key) { folder in
      try await compile(program, tools, compiled, to: folder.appending(path: cells.product), in: folder)
    }
    guard let module = cells.program(key) else {
      throw CellError.cannotWrite(path: cells.folder.path, reason: "the compiled cell is not there")
    }
    return module
  }

  private func compile(
    _ program: CellProgram, _ tools: WebAssemblyToolchain, _ library: WebAssemblyLibrary.Compiled, to module: URL,
    in folder: URL
  ) async throws {
    let source = folder.appending(path: "main.swift")
    let object = folder.appending(path: "cell.o")
    let linked = folder.appending(path: "linked.wasm")
    try Self.writing(source) { try Data(program.source.utf8).write(to: source) }
    let compilation = try await ToolRun(
      tools.compiler,
      WebAssemblyToolchain.cellOptions + ["-I", library.folder.path, "-c", "-o", object.path, source.path], in: folder)
    guard compilation.isSuccess else {
      throw WebAssemblyError.unsupported(CompilerOutput.errors(compilation.output))
    }
    let link = try await ToolRun(
      tools.linker,
      WebAssemblyToolchain.linkOptions + ["-o", linked.path, object.path] + library.objects.map(\.path)
        + [tools.tables.path], in: folder)
    guard link.isSuccess else {
      throw WebAssemblyError.unsupported(LinkerOutput.messages(link.output, program: program, in: folder))
    }
    try Self.writing(module) {
      let binary = try WebAssemblyBinary(Data(contentsOf: linked))
      let cells = program.needed + [program.cell]
      let lines = LineTable.Sources(
        file: program.cell.file, lines: cells.map { $0.firstLine...$0.firstLine + $0.code.count { $0 == "\n" } })
      try Data(binary.published(lines)).write(to: module)
      for file in [object, linked] { try FileManager.default.removeItem(at: file) }
    }
  }

  private static func writing(_ file: URL, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
  }
}
