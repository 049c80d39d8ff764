/// The records of a table of numbers and names, a field at a time (RFC 4180).
struct CSVRecords {
  /// No number and no name is longer, in bytes.
  private static let longestField = 1 << 16

  private var source: ByteSource
  private var line = 1
  /// The byte behind a quotation mark, which had to be seen to know whether the mark ends the field.
  private var ahead: UInt8?

  init(_ source: ByteSource) throws(DataError) {
    if source.begins(with: [0x1F, 0x8B]) { throw .compressed }
    self.source = source
    if source.begins(with: [0xEF, 0xBB, 0xBF]) {
      for _ in 0..<3 { _ = self.source.next() }
    }
  }

  private mutating func advance() -> UInt8? {
    if let byte = ahead {
      ahead = nil
      return byte
    }
    return source.next()
  }

  /// Reads one record; `nil` at the end.
  ///
  /// - Parameter take: gets each field, with its column counted from 1.
  mutating func next(
    _ take: (_ column: Int, _ field: [UInt8]) -> Void
  ) throws(DataError) -> (line: Int, columns: Int, isBlank: Bool)? {
    guard var byte = advance() else { return nil }
    let first = line
    var field: [UInt8] = []
    var column = 1
    var quoteLine: Int?
    var isAtEnd = false
    while !isAtEnd {
      if byte == 10 { line += 1 }
      switch byte {
      case 34 where quoteLine != nil:
        let following = advance()
        if following == 34 {  // two marks inside a quoted field stand for one
          field.append(34)
        } else {
          quoteLine = nil
          ahead = following
        }
      case 34 where field.isEmpty: quoteLine = line
      case _ where quoteLine != nil: field.append(byte)
      case 44:
        take(column, field)
        column += 1
        field.removeAll(keepingCapacity: true)
      case 13: break
      case 10: isAtEnd = true
      default: field.append(byte)
      }
      if field.count > CSVRecords.longestField { throw .notANumber(line: first, column: column) }
      if isAtEnd { break }
      if let following = advance() { byte = following } else { isAtEnd = true }
    }
    if let quoteLine { throw .openQuote(line: quoteLine) }
    take(column, field)
    return (first, column, isBlank: column == 1 && field.isEmpty)
  }
}
