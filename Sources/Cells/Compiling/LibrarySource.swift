import Foundation

/// A file of the model library's sources.
///
/// Embedded Swift shows the body of every function to whoever imports its module, and the importer compiles all that it
/// reaches once more: 5 s for a cell that trains. `@export(interface)` (SE-0497) closes a body, and leaves a call: 1.3 s,
/// and the library's own code, once. In the library's files the attribute would be noise; here it is put in front of
/// every function that may have it.
struct LibrarySource {
  /// The path in its target's folder.
  let name: String
  let text: String

  init(name: String, data: Data) {
    self.name = name
    text = String(decoding: data, as: UTF8.self)
  }

  /// The protocols that this file declares. What extends a protocol is generic.
  var protocols: [String] {
    text.split(separator: "\n").compactMap { line in
      line.prefixMatch(of: /(?:public |package )?protocol (?<name>\w+)/).map { String($0.name) }
    }
  }

  /// Returns the source with closed bodies. Formatted code is read by its lines: what begins in the first column is the
  /// file's own, what is indented by two belongs to the type above it.
  func closed(protocols: Set<String>) -> String {
    var lines: [Substring] = []
    // Whether members of what stands above in the first column may be closed.
    var isOpenType = false
    var attributes = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }
      let code = line.dropFirst(indent.count)
      if indent.isEmpty,
        let kind = code.firstMatch(of: /(struct|class|enum|extension|protocol) (?<name>\w+)(?<rest>.?)/)
      {
        isOpenType =
          kind.1 != "protocol" && kind.rest != "<" && !code.contains(" where ")
          && !protocols.contains(String(kind.name))
      }
      // A function or an initialiser without type parameters.
      let function =
        /(?:(?:public|package|internal|private|fileprivate|static|mutating|final|prefix|convenience) )*(?:func [^<(]+|init)\(/
      let isFunction = code.prefixMatch(of: function) != nil && !code.contains("some ")
      if isFunction, attributes.isEmpty, indent.isEmpty || (indent.count == 2 && isOpenType) {
        lines.append("\(indent)@export(interface)")
      }
      lines.append(line)
      if !code.hasPrefix("//") { attributes = code.hasPrefix("@") ? String(code) : "" }
    }
    return lines.joined(separator: "\n")
  }
}
