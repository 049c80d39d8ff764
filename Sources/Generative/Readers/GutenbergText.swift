/// A book as Project Gutenberg gives it out: the text between its two lines of stars, without what stands around it.
///
/// The lines may be indented, and in any case of letters. A text that has neither is taken whole.
public struct GutenbergText: Equatable, Sendable {
  /// The text, with line feeds alone.
  public let text: String

  /// - Throws: `DataError` with the byte or line at fault.
  public init(_ bytes: [UInt8]) throws(DataError) {
    text = String(decoding: try GutenbergText.body(of: ByteSource(bytes), isKept: true), as: UTF8.self)
  }

  /// Reads a text to its end and keeps nothing of it.
  package static func check(_ source: ByteSource) throws(DataError) {
    _ = try body(of: source, isKept: false)
  }

  private static func body(of source: ByteSource, isKept: Bool) throws(DataError) -> [UInt8] {
    if source.begins(with: [0x1F, 0x8B]) { throw .compressed }
    var source = source
    var encoding = UTF8Check()
    var lines = GutenbergLines(isKept: isKept)
    let hasMark = source.begins(with: [0xEF, 0xBB, 0xBF])
    var index = 0
    while let byte = source.next() {
      if let fault = encoding.take(byte) { throw .notText(byte: fault) }
      if !hasMark || index > 2 { lines.take(byte) }
      index += 1
    }
    if let fault = encoding.finish() { throw .notText(byte: fault) }
    return try lines.finish()
  }
}

/// A finder of the two lines of stars in a text that comes byte by byte.
private struct GutenbergLines {
  private let isKept: Bool
  /// The bytes between the stars, so far.
  private var body: [UInt8] = []
  /// Whether it has a line that is not empty.
  private var hasContent = false
  private var number = 1
  private var startLine: Int?
  private var endLine: Int?
  /// The line under way: the index in the body at which it begins; `length` and `beginning` are its length and its
  /// first signs that are no blanks, in capitals.
  private var lineStart = 0
  private var length = 0
  private var beginning: [UInt8] = []
  private var hasReturn = false

  init(isKept: Bool) { self.isKept = isKept }

  mutating func take(_ byte: UInt8) {
    if byte == 10 { return closeLine() }
    // Only the return at a line's end goes.
    if hasReturn { append(13) }
    hasReturn = byte == 13
    if !hasReturn { append(byte) }
  }

  private mutating func append(_ byte: UInt8) {
    length += 1
    if byte != 32, byte != 9, beginning.count < 11 { beginning.append(byte >= 97 && byte <= 122 ? byte - 32 : byte) }
    if isKept, endLine == nil { body.append(byte) }
  }

  private mutating func closeLine() {
    defer {
      number += 1
      lineStart = body.count
      length = 0
      beginning.removeAll(keepingCapacity: true)
      hasReturn = false
    }
    if endLine != nil { return }
    // Older books write `***START OF`, without the space.
    if startLine == nil, isMarker("***STARTOF") {
      startLine = number
      body = []
      hasContent = false
    } else if isMarker("***ENDOF") {
      endLine = number
      body.removeLast(body.count - lineStart)
    } else if length > 0 {
      hasContent = true
      if isKept { body.append(10) }
    } else if hasContent, isKept {
      body.append(10)
    }
  }

  private func isMarker(_ marker: StaticString) -> Bool {
    marker.withUTF8Buffer { beginning.starts(with: $0) }
  }

  /// The text without empty lines at its ends.
  mutating func finish() throws(DataError) -> [UInt8] {
    if length > 0 || hasReturn { closeLine() }
    if let startLine, endLine == nil { throw .missingEnd(startLine: startLine) }
    if let endLine, startLine == nil { throw .missingStart(endLine: endLine) }
    if !hasContent { throw .empty }
    while body.count > 1, body[body.count - 1] == 10, body[body.count - 2] == 10 { body.removeLast() }
    return body
  }
}
