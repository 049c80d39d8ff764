import Foundation

/// The contents of a data set's folder, as `manifest.json` in it tells them.
package struct DataManifest: Codable, Equatable, Sendable {
  package struct File: Codable, Equatable, Sendable {
    package var name: String
    package var kind: DataKind
    package var bytes: Int
    package var sha256: String
  }

  static let fileName = "manifest.json"

  package var name: String
  package var files: [File]
  /// An address, or the word `files` for what came from this machine.
  package var source: String
  package var addedAt: Date

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return try encoder.encode(self) + Data("\n".utf8)
  }

  init(name: String, files: [File], source: String, addedAt: Date) {
    self.name = name
    self.files = files
    self.source = source
    self.addedAt = addedAt
  }

  init(decoding data: Data) throws {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    self = try decoder.decode(DataManifest.self, from: data)
  }
}
