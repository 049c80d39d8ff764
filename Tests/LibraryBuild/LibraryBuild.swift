import Cells
import Foundation

/// The library's targets compiled module by module, as no SwiftPM build of this machine would: for WebAssembly, or
/// for an older processor.
///
/// What is made stays in `.build/variants` under the hash of all that went into it, so that only what changed is
/// compiled again.
package struct LibraryBuild: Sendable {
  /// The project's root folder.
  package static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  let variant: LibraryVariant
  private let compiler: Tool

  package init(_ variant: LibraryVariant) throws {
    self.variant = variant
    guard let compiler = Tool.swiftc else { throw ToolFailure(command: "swiftc", text: "not found in PATH") }
    self.compiler = compiler
  }

  /// The object files of these targets and of all that they import.
  package func objects(of names: [String]) throws -> [URL] {
    var modules: [String: Module] = [:]
    return try names.flatMap { try compiled($0, &modules) }.reduce(into: [URL]()) { objects, module in
      if !objects.contains(module.object) { objects.append(module.object) }
    }
  }

  /// The module of that name behind all that it imports, each once.
  private func compiled(_ name: String, _ modules: inout [String: Module]) throws -> [Module] {
    let sources = try Self.swiftFiles(in: Self.root.appendingPathComponent("Sources/\(name)"))
    var imported: [Module] = []
    for module in try Self.imports(of: sources).flatMap({ try compiled($0, &modules) })
    where !imported.contains(where: { $0.object == module.object }) {
      imported.append(module)
    }
    let module = try modules[name] ?? compile(name, sources, imports: imported)
    modules[name] = module
    return imported + [module]
  }

  /// Which of the modules the files import.
  private static func imports(of files: [URL]) throws -> [String] {
    let lines = try files.flatMap { try String(contentsOf: $0, encoding: .utf8).split(separator: "\n") }
    return EmbeddedModules.all.filter { lines.contains("import \($0)") }
  }

  /// The object files of a program's sources and of the targets that it may import.
  package func objects(_ program: String, _ sources: [URL], imports: [String]) throws -> [URL] {
    let libraries = try objects(of: imports)
    let modules = libraries.map { Module(name: "", folder: $0.deletingLastPathComponent(), object: $0) }
    return [try compile(program, sources, imports: modules).object] + libraries
  }

  /// A program for this machine, linked.
  package func executable(_ program: String, _ sources: [URL], imports: [String]) throws -> Tool {
    let objects = try objects(program, sources, imports: imports)
    let file = objects[0].deletingPathExtension()
    if !FileManager.default.fileExists(atPath: file.path) {
      try compiler.run(objects.map(\.path) + ["-lm", "-o", file.path])
    }
    return Tool(path: file.path)
  }

  /// A program for this machine, linked with the library that was built with the tests, as a cell is: nothing else is
  /// compiled.
  ///
  /// - Parameter folder: where the program is written.
  package static func executable(_ program: String, _ sources: [URL], to folder: URL) throws -> Tool {
    guard let compiler = Tool.swiftc else { throw ToolFailure(command: "swiftc", text: "not found in PATH") }
    let bundle = CommandLine.arguments.compactMap { argument in
      argument.range(of: ".xctest").map { URL(fileURLWithPath: String(argument[..<$0.upperBound])) }
    }
    guard let products = bundle.first?.deletingLastPathComponent() else {
      throw ToolFailure(command: "swiftc", text: "the tests do not run from a bundle")
    }
    let file = folder.appendingPathComponent(program)
    try compiler.run(
      [
        "-swift-version", "6", "-wmo", "-O", "-Xcc", "-fno-math-errno", "-parse-as-library", "-module-name", program,
        "-I", products.appendingPathComponent("Modules").path,
      ] + sources.map(\.path) + [
        products.appendingPathComponent("libCellLibrary.a").path, "-lm", "-o", file.path,
      ])
    return Tool(path: file.path)
  }

  private struct Module {
    let name: String
    let folder: URL
    let object: URL
  }

  private func compile(_ name: String, _ sources: [URL], imports: [Module]) throws -> Module {
    let options = variant.options + ["-parse-as-library", "-module-name", name]
    var key = Key()
    for part in options + imports.map(\.folder.path) { key.add(Data(part.utf8)) }
    key.add(Data(try compiler.run(["--version"]).utf8))
    for source in sources {
      key.add(Data(source.lastPathComponent.utf8))
      key.add(try Data(contentsOf: source))
    }
    let folder = Self.root.appendingPathComponent(".build/variants/\(variant.name)-\(name)-\(key.text)")
    let module = Module(name: name, folder: folder, object: folder.appendingPathComponent("\(name).o"))
    // Two suites ask for the same modules at the same time: the second one waits, and finds them made.
    Self.making.lock()
    defer { Self.making.unlock() }
    if FileManager.default.fileExists(atPath: folder.path) { return module }
    // Made beside its place and moved there when it is whole.
    let unfinished = folder.appendingPathExtension("unfinished-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: unfinished, withIntermediateDirectories: true)
    try compiler.run(
      options + imports.flatMap { ["-I", $0.folder.path] } + [
        "-emit-module", "-emit-module-path", unfinished.appendingPathComponent("\(name).swiftmodule").path,
        "-c", "-o", unfinished.appendingPathComponent("\(name).o").path,
      ] + sources.map(\.path))
    try FileManager.default.moveItem(at: unfinished, to: folder)
    return module
  }

  private static let making = NSLock()

  private static func swiftFiles(in folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    return names.sorted().map { folder.appendingPathComponent($0) }
  }
}

/// FNV-1a over parts, each closed by its length.
private struct Key {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ data: Data) {
    for byte in data { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    value = (value ^ UInt64(data.count)) &* 0x0000_0100_0000_01B3
  }

  var text: String { String(value, radix: 16) }
}
