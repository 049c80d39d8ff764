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

  /// What each target imports, in an order in which they can be compiled.
  private static let targets: [(name: String, imports: [String])] = [
    ("Numerics", []), ("Autodiff", ["Numerics"]), ("Learning", ["Autodiff", "Numerics"]),
    ("Generative", ["Learning", "Autodiff", "Numerics"]), ("Messages", []), ("JSONLines", []),
    ("Events", ["JSONLines", "Messages", "Numerics"]), ("Display", ["Events", "JSONLines", "Messages", "Numerics"]),
    ("Figures", ["Events", "JSONLines", "Messages", "Numerics"]), ("SpacedRepetition", ["Numerics"]),
    ("Practice", ["Numerics", "SpacedRepetition"]), ("Browser", []),
  ]

  let variant: LibraryVariant
  private let compiler: Tool

  package init(_ variant: LibraryVariant) throws {
    self.variant = variant
    guard let compiler = Tool.swiftc else { throw ToolFailure(command: "swiftc", text: "not found in PATH") }
    self.compiler = compiler
  }

  /// The object files of these targets and of all that they import.
  package func objects(of names: [String]) throws -> [URL] {
    var needed = Set(names)
    for target in Self.targets.reversed() where needed.contains(target.name) { needed.formUnion(target.imports) }
    var modules: [String: Module] = [:]
    for target in Self.targets where needed.contains(target.name) {
      let sources = try Self.swiftFiles(in: Self.root.appendingPathComponent("Sources/\(target.name)"))
      modules[target.name] = try compile(target.name, sources, imports: target.imports.compactMap { modules[$0] })
    }
    return Self.targets.compactMap { modules[$0.name]?.object }
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
