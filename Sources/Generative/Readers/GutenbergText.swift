/// A book as Project Gutenberg gives it out: the text between its two lines of stars, without what stands around it.
///
/// A text that has neither line is taken whole.
public struct GutenbergText: Equatable, Sendable {
  /// The text, with line feeds alone.
  public let text: String

  /// - Throws: `DataError` with the byte or line at fault.
  public init(_ bytes: [UInt8]) throws(DataError) {
    if bytes.count >= 2, bytes[0] == 0x1F, bytes[1] == 0x8B { throw .compressed }
    if let byte = GutenbergText.firstInvalidByte(bytes) { throw .notText(byte: byte) }
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 10) ?? rest.endIndex
      var line = rest[..<end]
      if line.last == 13 { line = line.dropLast() }
      lines.append(line)
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
    }
    let start = lines.firstIndex { GutenbergText.isMarker($0, "*** START OF") }
    let end = lines.firstIndex { GutenbergText.isMarker($0, "*** END OF") }
    if let start, end == nil { throw .missingEnd(startLine: start + 1) }
    if let end, start == nil || start! > end { throw .missingStart(endLine: end + 1) }
    var body = lines[(start.map { $0 + 1 } ?? 0)..<(end ?? lines.count)]
    while let line = body.first, line.isEmpty { body = body.dropFirst() }
    while let line = body.last, line.isEmpty { body = body.dropLast() }
    if body.isEmpty { throw .empty }
    var joined: [UInt8] = []
    for line in body {
      joined.append(contentsOf: line)
      joined.append(10)
    }
    text = String(decoding: joined, as: UTF8.self)
  }

  /// Older books write `***START OF`, without the space.
  private static func isMarker(_ line: ArraySlice<UInt8>, _ marker: StaticString) -> Bool {
    marker.withUTF8Buffer { marker in
      line.filter { $0 != 32 }.starts(with: marker.filter { $0 != 32 })
    }
  }

  /// The first byte that cannot stand where it does in UTF-8 text; a zero byte is no text either.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      // How many bytes follow, and within which bounds the second must lie (Unicode standard, table 3-7).
      let following: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch first {
      case 0x01...0x7F: following = 0
      case 0xC2...0xDF: following = 1
      case 0xE0...0xEF:
        following = 2
        if first == 0xE0 { second = 0xA0...0xBF }
        if first == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        following = 3
        if first == 0xF0 { second = 0x90...0xBF }
        if first == 0xF4 { second = 0x80...0x8F }
      default: return index
      }
      for offset in 1..<max(1, following + 1) {
        if index + offset >= bytes.count { return index }
        let allowed = offset == 1 ? second : 0x80...0xBF
        if !allowed.contains(bytes[index + offset]) { return index + offset }
      }
      index += following + 1
    }
    return nil
  }
}
