import Course
import Files
import Foundation

/// A compiler that turns a cell into a program, or finds the one that was made from the same source before.
///
/// Compiler and linker work in the sandbox. What a cell puts into its object file is data there: the linker is called
/// with arguments of our own, where Swift's driver would take some from a section of that file.
package struct CellCompiler: Sendable {
  package let toolchain: Toolchain
  package let library: CellLibrary
  package let cache: CompileCache
  let sandbox: CellSandbox
  /// The features of the processor that cells are compiled for.
  var processor = ProcessorTarget.identity

  package init(toolchain: Toolchain, library: CellLibrary, cache: CompileCache, sandbox: CellSandbox) {
    self.toolchain = toolchain
    self.library = library
    self.cache = cache
    self.sandbox = sandbox
  }

  /// Language mode 5: the variables of a cell are globals, which mode 6 would confine to the main actor.
  static let options =
    [
      "-O", "-swift-version", "5", "-module-name", "LessonCell", "-suppress-warnings",
      "-diagnostic-style", "llvm",
      // With line tables and frame pointers a backtrace finds the cell's line.
      "-gline-tables-only", "-Xcc", "-fno-omit-frame-pointer",
    ] + ProcessorTarget.options

  /// The key of a program in the cache. What was compiled for one processor is none for another, which may find the
  /// cache in the same place: in a home folder that several machines share, or in a copy of a machine.
  package func key(of program: CellProgram) throws(CellError) -> String {
    try CompileCache.key(
      source: program.source, library: library, toolchain: toolchain,
      options: Self.options + LinkCommand.options + [processor])
  }

  /// The compiled program's file.
  ///
  /// - Throws: `CellError`, and what `sandbox` throws where there is none.
  package func compile(_ program: CellProgram) async throws -> URL {
    let key = try key(of: program)
    if let file = cache.program(key) {
      cache.use(key)
      return file
    }
    let targetInfo = try await sandbox.targetInfo
    let confinement = try await sandbox.confinement
    let known = ModuleCache(cache: cache, targetInfo: targetInfo)
    let modules = try await known.folder(in: confinement)
    try await cache.insert(key) { folder in
      let file = folder.appending(path: cache.product)
      if try await compile(program, targetInfo, modules, in: confinement, to: file) { return }
      // The system was updated since they were made.
      let anew = try await known.folder(in: confinement, inPlaceOf: modules)
      try await compile(program, targetInfo, anew, in: confinement, to: file, isLast: true)
    }
    guard let file = cache.program(key) else {
      throw CellError.cannotWrite(path: cache.folder.path, reason: "the compiled cell is not there")
    }
    return file
  }

  /// - Parameters:
  ///   - modules: those that were made before; without them the compiler makes its own.
  ///   - isLast: whether an error is told, whatever its cause.
  /// - Returns: `false` where the modules cannot be used.
  @discardableResult
  private func compile(
    _ program: CellProgram, _ targetInfo: Toolchain.TargetInfo, _ modules: URL?, in confinement: Confinement,
    to file: URL,
    isLast: Bool = false
  ) async throws -> Bool {
    typealias Input = SandboxedProgram.Input
    let source = file.deletingLastPathComponent().appending(path: "main.swift")
    do {
      try PrivateFile.write(Data(program.source.utf8), to: source)
    } catch {
      throw CellError.cannotWrite(path: source.path, reason: error.localizedDescription)
    }
    let sandbox = confinement.sandbox
    let tools = Input(.folder, targetInfo.root, as: "toolchain")
    let main = Input(.file, source, as: "main.swift")
    let interfaces = Input(.privateFolder, library.modules, as: "modules")
    let archive = Input(.file, library.archive, as: "libCellLibrary.a")
    let known = modules.map { Input(.privateFolder, $0, as: ModuleCache.name) }
    let toolchain = tools.path(in: sandbox)
    let link = LinkCommand(
      toolchain: toolchain, targetInfo: targetInfo, archive: archive.path(in: sandbox),
      isWithFoundation: program.source.contains("Foundation"))
    let tool = SandboxedProgram(
      command: { output in
        let compile =
          ["\(toolchain)/bin/swiftc"] + Self.options + [
            "-c", main.path(in: sandbox), "-I", interfaces.path(in: sandbox), "-module-cache-path",
            known?.path(in: sandbox) ?? "\(output)/modules", "-o", "\(output)/cell.o",
          ]
        return ShellWord.sequence([compile, link.words(object: "\(output)/cell.o", to: "\(output)/cell")])
      },
      inputs: [tools, main, interfaces, archive] + [known].compactMap { $0 },
      output: SandboxedProgram.Output(size: Limits.compilerOutput),
      limits: .compiler(seconds: Limits.compilerSeconds))
    let run = try await ToolRun(tool, in: confinement, wallSeconds: Limits.compilerSeconds * TimeLimit.patience)
    if let excess = run.excess {
      throw CellError.compilerTookTooMuch(excess, file: program.cell.file, line: program.cell.firstLine)
    }
    if run.isSuccess {
      // What the linker says to have written is the cell, or there is none, which is told by whoever looks for it.
      try run.folder?.copy("cell", to: file, limit: Limits.compilerOutput, mode: 0o700)
      return true
    }
    if modules != nil, !isLast, ModuleCache.isOutdated(run.output) { return false }
    if let built = CompilerOutput.swiftOfLibrary(run.output) {
      throw CellError.libraryOfAnotherSwift(path: library.archive.path, built: built.version)
    }
    let messages = CompilerOutput.errors(run.output)
    guard messages.contains(where: { !$0.file.isEmpty }) else {
      if let lacks = LinkerOutput.missingOfLibrary(run.output) {
        throw CellError.outdatedLibrary(path: library.archive.path, lacks: lacks)
      }
      throw CellError.doesNotCompile(LinkerOutput.messages(run.output, program: program))
    }
    throw CellError.doesNotCompile(
      CompilerMessage.withCode(CellNames.adding(to: messages, in: program.needed + [program.cell]), of: program))
  }
}
