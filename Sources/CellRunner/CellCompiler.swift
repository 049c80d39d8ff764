import Course
import Foundation

/// Turns a cell into a program, or finds the one that was made from the same source before.
package struct CellCompiler: Sendable {
  package let toolchain: Toolchain
  package let library: CellLibrary
  package let cache: CompileCache

  package init(toolchain: Toolchain, library: CellLibrary, cache: CompileCache) {
    self.toolchain = toolchain
    self.library = library
    self.cache = cache
  }

  /// Language mode 5: the variables of a cell are globals, which mode 6 would confine to the main actor. The vector
  /// width must be the library's own, because vectors are passed between the two.
  private var options: [String] {
    var options = [
      "-O", "-swift-version", "5", "-module-name", "LessonCell", "-suppress-warnings",
      "-diagnostic-style", "llvm",
      // With line tables and frame pointers a backtrace finds the cell's line.
      "-gline-tables-only", "-Xcc", "-fno-omit-frame-pointer",
    ]
    #if arch(x86_64)
      options += ["-Xcc", "-march=native"]
    #endif
    #if os(Linux)
      // What has no instruction of its own (`rounded()`) is a call of the mathematics library.
      options += ["-use-ld=lld", "-lm"]
    #endif
    return options
  }

  /// The key of a program in the cache.
  package func key(of program: CellProgram) throws(CellError) -> String {
    try CompileCache.key(source: program.source, library: library, toolchain: toolchain, options: options)
  }

  /// The compiled program's file.
  package func compile(_ program: CellProgram) async throws -> URL {
    let key = try key(of: program)
    if let file = cache.program(key) {
      cache.use(key)
      return file
    }
    try await cache.insert(key) { folder in try await compile(program, in: folder) }
    guard let file = cache.program(key) else {
      throw CellError.cannotWrite(path: cache.folder.path, reason: "the compiled cell is not there")
    }
    return file
  }

  private func compile(_ program: CellProgram, in folder: URL) async throws {
    let file = folder.appending(path: "main.swift")
    do {
      try Data(program.source.utf8).write(to: file)
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
    let arguments =
      options + [
        file.path, "-I", library.modules.path, "-L", library.archive.deletingLastPathComponent().path, "-lCellLibrary",
        "-o", folder.appending(path: "cell").path,
      ]
    let result = try await ToolRun(toolchain.compiler, arguments, in: folder)
    guard !result.isSuccess else { return }
    let messages = CompilerOutput.errors(result.output)
    guard messages.contains(where: { !$0.file.isEmpty }) else {
      if let lacks = LinkerOutput.missingOfLibrary(result.output) {
        throw CellError.outdatedLibrary(path: library.archive.path, lacks: lacks)
      }
      throw CellError.doesNotCompile(LinkerOutput.messages(result.output, program: program, in: folder))
    }
    throw CellError.doesNotCompile(CellNames.adding(to: messages, in: program.needed + [program.cell]))
  }
}
