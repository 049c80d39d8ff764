import Foundation

/// The path of a folder, byte by byte: two names that look alike are two names on a disk that tells them apart, and
/// trust in one folder, or progress kept for it, is none of the other's.
package struct FolderPath: Hashable, Codable, CustomStringConvertible {
  package let text: String

  /// The folder where links lead to, without a slash at its end.
  package init(_ folder: URL) {
    let path = folder.standardizedFileURL.resolvingSymlinksInPath().path
    text = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var url: URL { URL(filePath: text, directoryHint: .isDirectory) }
  /// The folder's own name.
  package var name: String { url.lastPathComponent }
  package var description: String { text }

  /// Whether the other folder is this one, or lies in it.
  package func contains(_ other: FolderPath) -> Bool {
    other == self || other.text.utf8.starts(with: (text == "/" ? text : text + "/").utf8)
  }

  package static func == (one: FolderPath, other: FolderPath) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
