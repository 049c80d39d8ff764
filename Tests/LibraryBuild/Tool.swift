import Foundation

/// A program that a test needs, and may find absent.
package struct Tool: Sendable {
  package let path: String

  /// The first of this name in the folders of `PATH`, or nil.
  package init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) else {
      return nil
    }
    path = "\(folder)/\(name)"
  }

  package init(path: String) { self.path = path }

  package static let swiftc = Tool("swiftc")
  package static let wasmLinker = Tool("wasm-ld")
  package static let node = Tool("node")

  /// What the program wrote to standard output; throws what it wrote to standard error unless it ended with 0.
  @discardableResult
  package func run(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: neither stream can fill up while the other is read.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let streams = try ["output", "error"].map { name in
      let file = folder.appendingPathComponent(name)
      try Data().write(to: file)
      return (file, try FileHandle(forWritingTo: file))
    }
    process.standardOutput = streams[0].1
    process.standardError = streams[1].1
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0.0), as: UTF8.self) }
    guard process.terminationStatus == 0 else {
      throw ToolFailure(command: ([path] + arguments).joined(separator: " "), text: texts[1] + texts[0])
    }
    return texts[0]
  }
}

/// A command that did not end well, and all that it said.
package struct ToolFailure: Error, CustomStringConvertible {
  package let command: String
  package let text: String

  package var description: String { "\(command)\n\(text)" }
}
