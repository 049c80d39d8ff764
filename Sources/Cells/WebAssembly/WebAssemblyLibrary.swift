import Course
import Files
import Foundation
import Messages

/// The model library for WebAssembly. Its sources are installed beside the command; they are compiled once for each
/// compiler, and what comes out stays in the cache.
package struct WebAssemblyLibrary: Sendable {
  /// The folder of the sources, a folder a target.
  package let sources: URL

  /// Looks in `../share/learn` (an installation), then in the folders above the running command (a checkout).
  package static func find(besides executable: URL) throws -> WebAssemblyLibrary {
    var folder = executable.deletingLastPathComponent().standardizedFileURL
    var candidates = [folder.deletingLastPathComponent().appending(path: "share/learn/Sources")]
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      candidates.append(folder.appending(path: "Sources"))
    }
    let found = candidates.first { candidate in
      EmbeddedModules.ofBrowserCells.allSatisfy {
        FileManager.default.fileExists(atPath: candidate.appending(path: $0).path)
      }
    }
    guard let found else { throw WebAssemblyError.noSources(searched: candidates[0].path) }
    return WebAssemblyLibrary(sources: found)
  }

  /// The sources that decide all that is compiled from the library.
  struct Files {
    fileprivate var byTarget: [(name: String, files: [LibrarySource])]
    fileprivate var protocols: Set<String> { Set(byTarget.flatMap(\.files).flatMap(\.protocols)) }
    /// The hash of all of them.
    let key: String
  }

  func files() throws -> Files {
    var parts: [Data] = []
    let byTarget = try EmbeddedModules.ofBrowserCells.map { target in
      let folder = sources.appending(path: target)
      let files = try Self.reading(folder) {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
          .map { try LibrarySource(name: $0, data: Data(contentsOf: folder.appending(path: $0))) }
      }
      for file in files { parts += [Data("\(target)/\(file.name)".utf8), Data(file.text.utf8)] }
      return (name: target, files: files)
    }
    return Files(byTarget: byTarget, key: CompileCache.key(of: parts))
  }

  /// A compiled library: a `.swiftmodule` and an object file a target.
  struct Compiled {
    let folder: URL
  }

  /// The names of the object files in that folder.
  static var objects: [String] { EmbeddedModules.ofBrowserCells.map { "\($0).o" } }

  /// The library as `toolchain` compiles it, from the cache where it is there.
  ///
  /// - Parameter onStart: is called before a compilation that takes half a minute.
  func compiled(
    _ files: Files, _ toolchain: WebAssemblyToolchain, in confinement: Confinement, cache folder: URL,
    onStart: () -> Void
  ) async throws -> Compiled {
    let parts = [files.key, toolchain.identity] + WebAssemblyToolchain.libraryOptions
    // The last product says that all of them are there.
    let cache = CompileCache(folder: folder, product: "Browser.o")
    let key = CompileCache.key(of: parts.map { Data($0.utf8) })
    if let last = cache.program(key) { return Compiled(folder: last.deletingLastPathComponent()) }
    let lock = try await FileLock.wait(file: folder.appendingPathExtension("lock"))
    defer { withExtendedLifetime(lock) {} }
    // Somebody else may have made it in the meantime.
    if let last = cache.program(key) { return Compiled(folder: last.deletingLastPathComponent()) }
    onStart()
    try await cache.insert(key) { scratch in
      let protocols = files.protocols
      for target in files.byTarget {
        try await compile(
          target.name, target.files, protocols: protocols, toolchain, in: confinement, to: scratch)
      }
    }
    return Compiled(folder: folder.appending(path: key))
  }

  /// Compiles with closed bodies; where this compiler cannot take that, with open ones.
  ///
  /// - Parameter folder: has what the target imports, and gets its module and its object file.
  private func compile(
    _ target: String, _ files: [LibrarySource], protocols: Set<String>, _ toolchain: WebAssemblyToolchain,
    in confinement: Confinement, to folder: URL
  ) async throws {
    typealias Input = SandboxedProgram.Input
    let sources = folder.appending(path: "Sources/\(target)")
    let sandbox = confinement.sandbox
    let code = Input(.privateFolder, sources, as: "sources"), known = Input(.privateFolder, folder, as: "library")
    let paths = files.map { "\(code.path(in: sandbox))/\($0.name)" }
    let tool = SandboxedProgram(
      command: { output in
        [toolchain.compiler(in: sandbox)] + WebAssemblyToolchain.libraryOptions + [
          "-module-name", target, "-I", known.path(in: sandbox),
          "-emit-module-path", "\(output)/\(target).swiftmodule", "-c", "-o", "\(output)/\(target).o",
        ] + paths
      },
      inputs: toolchain.inputs + [code, known], output: SandboxedProgram.Output(size: Limits.compilerOutput),
      limits: .compiler(seconds: Limits.libraryCompilerSeconds))
    var failure = ""
    for texts in [files.map { $0.closed(protocols: protocols) }, files.map(\.text)] {
      for (file, text) in zip(files, texts) {
        let copy = sources.appending(path: file.name)
        try Self.writing(copy) {
          let parent = copy.deletingLastPathComponent()
          try PrivateFolder.make(parent)
          try Data(text.utf8).write(to: copy)
        }
      }
      let run = try await ToolRun(
        tool, in: confinement, wallSeconds: Limits.libraryCompilerSeconds * TimeLimit.patience)
      if run.isSuccess {
        try run.folder?.copyAll(to: folder, limit: Limits.compilerOutput)
        return try Self.writing(sources) { try FileManager.default.removeItem(at: sources) }
      }
      failure = run.output
    }
    throw WebAssemblyError.libraryDoesNotCompile(target: target, output: visible(failure))
  }

  private static func reading<Value>(_ file: URL, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw CellError.cannotRead(path: file.path, reason: error.localizedDescription)
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
