import Files
import Foundation

/// The C modules that Swift's own libraries are made of, in the form that the compiler reads fast. They are made once
/// for each toolchain, from a source of ours, and are read-only for whatever compiles a cell.
struct ModuleCache {
  private let cache: CompileCache
  private let targetInfo: Toolchain.TargetInfo

  init(cache: CompileCache, targetInfo: Toolchain.TargetInfo) {
    self.cache = CompileCache(folder: cache.folder, product: "modules")
    self.targetInfo = targetInfo
  }

  /// The modules that a cell can import. One that a toolchain lacks is passed over.
  private static let imports = [
    "Foundation", "FoundationNetworking", "FoundationXML", "FoundationEssentials", "Dispatch", "Synchronization",
    "Observation", "RegexBuilder", "Distributed", "_Differentiation", "Glibc", "Darwin",
  ]

  private static let source = imports.map { "#if canImport(\($0))\nimport \($0)\n#endif\n" }.joined()

  /// The name of the folder in the sandbox, the same where it is made and where it is read.
  static let name = "known"

  /// Whether the compiler says that a header is newer than the module made of it, which it cannot make anew there.
  static func isOutdated(_ output: String) -> Bool {
    output.contains(".pcm'") || output.contains("could not build C module")
      || output.contains("missing required module")
  }

  /// The folder, which is made where it is not there; `nil` where it cannot be made.
  ///
  /// - Parameter outdated: what is there and cannot be used: it is thrown away first, unless another command has done
  ///   so.
  func folder(in confinement: Confinement, inPlaceOf outdated: URL? = nil) async throws -> URL? {
    // Headers of the system, which its updates replace: of the C library and of the kernel.
    let headers = ["stdio.h", "features.h", "linux/limits.h", "asm-generic/ioctls.h"].map {
      FileIdentity.of(URL(filePath: "/usr/include/\($0)")) ?? ""
    }
    let parts =
      [Self.source, targetInfo.identity, "\(confinement.sandbox.isNamespace)"] + headers + CellCompiler.options
      + [ProcessorTarget.identity]
    let key = "modules-" + CompileCache.key(of: parts.map { Data($0.utf8) })
    if outdated == nil, let folder = cache.program(key) {
      cache.use(key)
      return folder
    }
    let lock = try await FileLock.wait(file: cache.folder.appending(path: "modules.lock"))
    defer { withExtendedLifetime(lock) {} }
    let folder = cache.folder.appending(path: "\(key)/\(cache.product)")
    if outdated == nil, cache.program(key) != nil { return folder }
    if outdated != nil { cache.remove(key) }
    if confinement.sandbox.isNamespace {
      try await cache.insert(key) { scratch in
        try await make(scratch.appending(path: cache.product), in: confinement)
      }
      return cache.program(key)
    } else {
      // Modules know the path that they were made under, which is this one's own here.
      do {
        try PrivateFolder.make(folder)
      } catch {
        throw CellError.cannotWrite(path: folder.path, reason: error.localizedDescription)
      }
      let plain = Confinement(sandbox: .none(.forbidden), memory: confinement.memory)
      if try await make(folder, in: plain) { return folder }
      cache.remove(key)
      return nil
    }
  }

  /// False where the compiler could not make all of it, and nothing is kept.
  @discardableResult
  private func make(_ folder: URL, in confinement: Confinement) async throws -> Bool {
    typealias Input = SandboxedProgram.Input
    let file = folder.deletingLastPathComponent().appending(path: "imports.swift")
    do {
      try PrivateFile.write(Data(Self.source.utf8), to: file)
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
    let sandbox = confinement.sandbox
    let isNamespace = sandbox.isNamespace
    let tools = Input(.folder, targetInfo.root, as: "toolchain"), source = Input(.file, file, as: "imports.swift")
    let tool = SandboxedProgram(
      command: { output in
        ["\(tools.path(in: sandbox))/bin/swiftc"] + CellCompiler.options + [
          "-typecheck", source.path(in: sandbox), "-module-cache-path", isNamespace ? output : folder.path,
        ]
      },
      inputs: [tools, source], output: SandboxedProgram.Output(name: Self.name, size: Limits.compilerOutput),
      limits: .compiler(seconds: Limits.libraryCompilerSeconds))
    let run = try await ToolRun(
      tool, in: confinement, wallSeconds: Limits.libraryCompilerSeconds * TimeLimit.patience)
    guard run.isSuccess else { return false }
    if isNamespace { try run.folder?.copyAll(to: folder, limit: Limits.compilerOutput) }
    return true
  }
}
