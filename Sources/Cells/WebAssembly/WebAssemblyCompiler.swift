import Course
import Files
import Foundation

/// A compiler that turns a cell into a WebAssembly module, or finds the one that was made from the same source before.
///
/// The module exports `runCell` and `memory`, imports what `site/scripts/cell.js` gives it, and says in its section
/// `lines` to which line of the lesson its code belongs.
package struct WebAssemblyCompiler: Sendable {
  package let library: WebAssemblyLibrary
  /// The folder of what is compiled: the library in `library`, cells in `cells`.
  package let cache: URL
  let searchPath: String
  let sandbox: CellSandbox
  private let onLibrary: @Sendable () -> Void

  /// - Parameter onLibrary: is called before the library is compiled, once for each compiler.
  package init(
    library: WebAssemblyLibrary, cache: URL, searchPath: String, sandbox: CellSandbox,
    onLibrary: @escaping @Sendable () -> Void = {}
  ) {
    self.library = library
    self.cache = cache
    self.searchPath = searchPath
    self.sandbox = sandbox
    self.onLibrary = onLibrary
  }

  /// The compiled module's file.
  ///
  /// - Throws: `WebAssemblyError`, `CellError`.
  package func compile(_ program: CellProgram) async throws -> URL {
    let tools = try WebAssemblyToolchain(try await sandbox.targetInfo, searchPath: searchPath)
    let files = try library.files()
    let cells = CompileCache(folder: cache.appending(path: "cells"), product: "cell.wasm")
    let parts =
      [program.source, files.key, tools.identity, WebAssemblyBinary.version] + WebAssemblyToolchain.libraryOptions
      + WebAssemblyToolchain.cellOptions + WebAssemblyToolchain.linkOptions
    let key = CompileCache.key(of: parts.map { Data($0.utf8) })
    if let module = cells.program(key) { return module }
    let confinement = try await sandbox.confinement
    let compiled = try await library.compiled(
      files, tools, in: confinement, cache: cache.appending(path: "library"), onStart: onLibrary)
    try await cells.insert(key) { folder in
      try await compile(program, tools, compiled, in: confinement, to: folder.appending(path: cells.product))
    }
    guard let module = cells.program(key) else {
      throw CellError.cannotWrite(path: cells.folder.path, reason: "the compiled cell is not there")
    }
    return module
  }

  private func compile(
    _ program: CellProgram, _ tools: WebAssemblyToolchain, _ library: WebAssemblyLibrary.Compiled,
    in confinement: Confinement, to module: URL
  ) async throws {
    typealias Input = SandboxedProgram.Input
    let folder = module.deletingLastPathComponent()
    let source = folder.appending(path: "main.swift")
    try Self.writing(source) { try PrivateFile.write(Data(program.source.utf8), to: source) }
    let sandbox = confinement.sandbox
    let main = Input(.file, source, as: "main.swift"), compiled = Input(.privateFolder, library.folder, as: "library")
    let known = compiled.path(in: sandbox)
    let tool = SandboxedProgram(
      command: { output in
        let compile =
          [tools.compiler(in: sandbox)] + WebAssemblyToolchain.cellOptions + [
            "-I", known, "-c", "-o", "\(output)/cell.o",
            main.path(in: sandbox),
          ]
        let link =
          [tools.linker(in: sandbox)] + WebAssemblyToolchain.linkOptions + [
            "-o", "\(output)/linked.wasm", "\(output)/cell.o",
          ] + WebAssemblyLibrary.objects.map { "\(known)/\($0)" } + [tools.tables(in: sandbox)]
        return ShellWord.sequence([compile, link])
      },
      inputs: tools.inputs + [main, compiled], output: SandboxedProgram.Output(size: Limits.compilerOutput),
      limits: .compiler(seconds: Limits.compilerSeconds))
    let run = try await ToolRun(tool, in: confinement, wallSeconds: Limits.compilerSeconds * TimeLimit.patience)
    if let excess = run.excess {
      throw CellError.compilerTookTooMuch(excess, file: program.cell.file, line: program.cell.firstLine)
    }
    guard run.isSuccess else {
      let messages = CompilerOutput.errors(run.output)
      throw WebAssemblyError.unsupported(
        messages.contains { !$0.file.isEmpty } ? messages : LinkerOutput.messages(run.output, program: program))
    }
    let linked = folder.appending(path: "linked.wasm")
    try run.folder?.copy("linked.wasm", to: linked, limit: Limits.module)
    try Self.writing(module) {
      let binary = try WebAssemblyBinary(Data(contentsOf: linked))
      let cells = program.needed + [program.cell]
      let lines = LineTable.Sources(
        file: program.cell.file, lines: cells.map { $0.firstLine...$0.firstLine + $0.code.count { $0 == "\n" } })
      try PrivateFile.write(Data(binary.published(lines)), to: module)
      try FileManager.default.removeItem(at: linked)
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
