import Foundation
import Testing

/// Holds the table of rooms in `CONTRIBUTING.md` against the manifest and every `import`.
@Suite struct RoomsTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A row of the table.
  struct Room {
    var name: String
    var sentence: String
    var isEmbedded: Bool
    var imports: Set<String>
  }

  /// What belongs to the system or to the language, and is in no table.
  static let ofSystem: Set<String> = [
    "Darwin", "Dispatch", "Foundation", "FoundationXML", "Glibc", "Synchronization", "System", "SystemPackage",
  ]

  static func rooms() throws -> [Room] {
    let text = try String(contentsOf: root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    return text.matches(of: /(?m)^\| `(?<name>\w+)`(?<mark> \[E\])? \| (?<sentence>[^|]+) \| (?<imports>[^|]+) \|$/).map
    { row in
      Room(
        name: String(row.name), sentence: String(row.sentence), isEmbedded: row.mark != nil,
        imports: Set(row.imports.matches(of: /\w+/).map { String($0.0) }))
    }
  }

  /// The modules that the files of a folder import.
  static func imports(in folder: URL) throws -> Set<String> {
    var imports: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let lines = text.matches(of: /(?m)^ *(?:@\w+ )?(?:(?:public|package|internal|private) )?import (?<module>\w+)/)
      for line in lines { imports.insert(String(line.module)) }
    }
    return imports
  }

  static func files(_ path: String) -> URL { root.appending(path: path) }

  @Test func everyRoomIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.files("Sources").path).filter { name in
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: Self.files("Sources/\(name)").path)
      return paths?.contains { $0.hasSuffix(".swift") } ?? false
    }
    #expect(try Self.rooms().map(\.name).sorted() == folders.sorted())
  }

  /// One file of a room, its main one, begins with the room's sentence.
  @Test func everyRoomSaysItsSentence() throws {
    for room in try Self.rooms() {
      let folder = Self.files("Sources/\(room.name)")
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
      let sentences = try files.compactMap { path -> String? in
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        let head = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("// ") }
        return head.first?.hasPrefix("// \(room.name): ") == true
          ? head.map { $0.dropFirst(3) }.joined(separator: " ") : nil
      }
      #expect(sentences == ["\(room.name): \(room.sentence)."])
    }
  }

  @Test func everyImportIsInTheTable() throws {
    for room in try Self.rooms() {
      let imports = try Self.imports(in: Self.files("Sources/\(room.name)")).subtracting(Self.ofSystem)
      #expect(imports == room.imports, "\(room.name)")
    }
  }

  @Test func everyArrowRunsUpTheTable() throws {
    let rooms = try Self.rooms(), names = rooms.map(\.name)
    for (index, room) in rooms.enumerated() {
      let below = room.imports.intersection(names[index...])
      #expect(below.isEmpty, "\(room.name) imports what stands below it: \(below.sorted())")
    }
  }

  @Test func embeddedRoomsAreThoseOfTheList() throws {
    let list = try String(contentsOf: Self.files("Sources/Cells/EmbeddedModules.txt"), encoding: .utf8)
    let names = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) }
    #expect(try Self.rooms().filter(\.isEmbedded).map(\.name).sorted() == names.sorted())
    for name in names {
      let imports = try Self.imports(in: Self.files("Sources/\(name)"))
      #expect(imports.isDisjoint(with: Self.ofSystem.subtracting(["Synchronization"])), "\(name)")
    }
  }

  /// What the manifest says of one target.
  private struct Manifest: Decodable {
    struct Target: Decodable {
      struct Dependency: Decodable {
        var byName: [String?]?
        var product: [String?]?
        var target: [String?]?

        enum CodingKeys: String, CodingKey { case byName, product, target }

        init(from decoder: any Decoder) throws {
          let values = try decoder.container(keyedBy: CodingKeys.self)
          // A list of the name and of what it depends on, which may be an object.
          func name(_ key: CodingKeys) throws -> [String?]? {
            guard values.contains(key) else { return nil }
            var list = try values.nestedUnkeyedContainer(forKey: key)
            return [try list.decode(String.self)]
          }
          (byName, product, target) = (try name(.byName), try name(.product), try name(.target))
        }

        var name: String? { (byName ?? product ?? target)?.first ?? nil }
      }

      var name: String
      var dependencies: [Dependency]
    }

    var targets: [Target]
  }

  /// A target of tests may have more than it imports: programs that it runs.
  @Test func theManifestSaysWhatIsImported() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "learn-manifest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let swift = Process(), output = Pipe()
    swift.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    swift.arguments = [
      "swift", "package", "--package-path", Self.root.path, "--scratch-path", scratch.path, "dump-package",
    ]
    swift.standardOutput = output
    swift.standardError = FileHandle.nullDevice
    try swift.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    swift.waitUntilExit()
    let manifest = try JSONDecoder().decode(Manifest.self, from: data)
    let rooms = Set(try Self.rooms().map(\.name))
    #expect(manifest.targets.count > rooms.count)
    for target in manifest.targets where rooms.contains(target.name) {
      let imports = try Self.imports(in: Self.files("Sources/\(target.name)")).subtracting(Self.ofSystem)
      let declared = Set(target.dependencies.compactMap(\.name)).subtracting(Self.ofSystem)
      #expect(declared == imports, "\(target.name)")
    }
  }

  @Test func cellsAloneImportDisplay() throws {
    for room in try Self.rooms() where room.name != "Display" { #expect(!room.imports.contains("Display")) }
  }
}
