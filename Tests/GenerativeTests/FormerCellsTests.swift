import Foundation
import Testing

/// Copies that learners have of former cells still compile: warnings of new names are all that they get.
@Suite(.enabled(if: modules != nil, "the modules lie beside the tests only where SwiftPM builds"))
struct FormerCellsTests {
  static let cells = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/FormerCells")

  @Test func theyCompile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("former-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = Self.cells.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Cells/EmbeddedModules.txt")
    let imports = try String(contentsOf: list, encoding: .utf8).matches(of: /(?m)^(\w+) cell$/)
      .map { "import \($0.1)\n" }.joined()
    var files: [String] = []
    var count = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.cells.path).sorted() {
      let text = try String(contentsOf: Self.cells.appendingPathComponent(name), encoding: .utf8)
      var program = imports
      // Each is a program of its own; as functions all of them take one compilation.
      for cell in text.split(separator: /(?m)^\/\/ MARK: .*$/).dropFirst() {
        count += 1
        program += "func cell\(count)() {\(cell)}\n"
      }
      files.append(folder.appendingPathComponent(name).path + ".swift")
      try program.write(toFile: files[files.count - 1], atomically: true, encoding: .utf8)
    }
    #expect(count == 40, "37 cells and three lists of names")

    let compiler = Process()
    let output = Pipe()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments =
      ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "5", "-I", try #require(modules).path]
      + files
    compiler.standardError = output
    try compiler.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    let faults = said.split(separator: "\n").filter { $0.contains("error:") }
    #expect(compiler.terminationStatus == 0, "\(faults.joined(separator: "\n"))")
  }
}

/// The folder of the modules that this build has made.
private let modules: URL? = {
  let folder = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("Modules")
  guard let folder, FileManager.default.fileExists(atPath: folder.path + "/Display.swiftmodule") else { return nil }
  return folder
}()
