/// The place that an address leads to. Lessons may use these kinds and nothing else.
package enum Destination: Hashable, Sendable {
  /// http or https.
  case web(String)
  /// The address behind `mailto:`.
  case mail(String)
  /// A path relative to the lesson, with its query and fragment.
  case path(String)
  /// A place on the same page.
  case fragment(String)
  case glossary(term: String)
  case lesson(String)
  case cell(String)
  /// Any other scheme, a path from the root or with a backslash, a host without a scheme, a control character.
  case refused(String)

  package init(_ address: String) {
    let bytes = address.utf8
    // Browsers drop tabs and line breaks inside a scheme.
    let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F } && bytes.first != 0x20
    let end = bytes.firstIndex { ":/?#".utf8.contains($0) } ?? bytes.endIndex
    if !isPlain {
      self = .refused(address)
    } else if end != bytes.endIndex, bytes[end] == UInt8(ascii: ":") {
      let rest = String(address[address.index(after: end)...])
      self =
        switch address[..<end].lowercased() {
        case "http", "https": .web(address)
        case "mailto": .mail(rest)
        case "glossary": .glossary(term: rest)
        case "lesson": .lesson(rest)
        case "cell": .cell(rest)
        default: .refused(address)
        }
    } else if bytes.first == UInt8(ascii: "#") {
      self = .fragment(String(address.dropFirst()))
    } else if bytes.first == UInt8(ascii: "/") || bytes.contains(UInt8(ascii: "\\")) {
      // Browsers take a backslash for a slash: two of them begin the name of a host.
      self = .refused(address)
    } else {
      self = .path(address)
    }
  }
}
