import Foundation

/// Lines of a source file that a lesson shows: those between `// snippet.name` and `// snippet.end`.
///
/// A lesson asks for them with a comment on a line of its own, `<!-- source: Sources/…/File.swift#name -->`, and so
/// never shows anything but the code that runs.
struct CodeSlice: Equatable {
  let path: String
  let name: String

  enum Fault: Error, Equatable {
    case noFile
    /// The file has slices of these names.
    case noSlice(known: [String])
    case notClosed
  }

  /// `nil` for what has no such form, or leads out of `Sources`.
  init?(_ reference: some StringProtocol) {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[0].hasPrefix("Sources/"), parts[0].hasSuffix(".swift"),
      !parts[0].split(separator: "/").contains("..")
    else { return nil }
    path = String(parts[0])
    name = String(parts[1])
  }

  /// The lines, without the indentation that they share, from the first of the folders that has the file.
  func text(in folders: [URL]) throws(Fault) -> String {
    guard
      let data = folders.lazy.compactMap({ FileManager.default.contents(atPath: $0.appending(path: path).path) }).first
    else { throw .noFile }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let marks = lines.map { mark($0) }
    guard let start = marks.firstIndex(of: name) else {
      throw .noSlice(known: marks.compactMap { $0 }.filter { $0 != "end" })
    }
    let rest = marks[(start + 1)...]
    guard let end = rest.firstIndex(where: { $0 != nil }), marks[end] == "end" else { throw .notClosed }
    let slice = lines[(start + 1)..<end]
    let indent = slice.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return slice.map { $0.dropFirst(indent) + "\n" }.joined()
  }

  /// `loss` for `  // snippet.loss`.
  private func mark(_ line: Substring) -> String? {
    let text = line.drop { $0 == " " }
    return text.hasPrefix("// snippet.") ? String(text.dropFirst("// snippet.".count)) : nil
  }
}
