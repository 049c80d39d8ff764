import Course
import Foundation
import TestSupport
import Testing

@testable import Cells

@Suite struct ProcessorTargetTests {
  /// A cache that is found on another machine, in the same place and beside the same library, holds nothing for it.
  @Test func aCellOfAnotherProcessorIsCompiledAnew() throws {
    let folder = try TemporaryFolder()
    let cache = CompileCache(folder: folder.url.appending(path: "cells", directoryHint: .isDirectory))
    let toolchain = Toolchain(compiler: try folder.create("bin/swiftc", "compiler"))
    var compiler = CellCompiler(
      toolchain: toolchain,
      library: CellLibrary(modules: folder.url, archive: try folder.create("lib.a", "library")), cache: cache,
      sandbox: CellSandbox(probe: SandboxProbe(toolchain: toolchain, cache: cache)))
    let program = CellProgram(Cell(number: 1, id: "a", file: "Lessons/q.md", firstLine: 1, code: "let a = 1\n"))
    let here = try compiler.key(of: program)
    #expect(try compiler.key(of: program) == here)
    compiler.processor += " avx512f"
    #expect(try compiler.key(of: program) != here)
  }

  /// A cell is compiled as the library was: for this processor, which then has a name, or for any.
  @Test func cellsAreCompiledAsTheLibraryIs() {
    #expect(CellCompiler.options.contains("-march=native") == (ProcessorTarget.identity != "baseline"))
    #expect(!ProcessorTarget.identity.isEmpty)
  }

  @Test func theFirstProcessorsFeaturesAreRead() {
    let list = "processor\t: 0\nflags\t\t: fpu sse avx2\nbugs\t\t:\n\nprocessor\t: 1\nflags\t\t: fpu sse\n"
    #expect(ProcessorTarget.features(of: list) == "flags\t\t: fpu sse avx2")
    #expect(ProcessorTarget.features(of: "").isEmpty)
  }
}
