/// A reader of numbers and texts in bytes, which throws where they end too early.
struct ByteReader {
  private let source: ArraySlice<UInt8>
  private(set) var position: Int

  struct EndsTooEarly: Error {}

  init(_ bytes: ArraySlice<UInt8>) {
    source = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position >= source.endIndex }

  mutating func byte() throws -> UInt8 {
    guard position < source.endIndex else { throw EndsTooEarly() }
    defer { position += 1 }
    return source[position]
  }

  mutating func bytes(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= source.endIndex - position else { throw EndsTooEarly() }
    defer { position += count }
    return source[position..<position + count]
  }

  mutating func skip(to end: Int) throws { _ = try bytes(end - position) }

  /// Returns the position at which so many further bytes end.
  func end(of count: Int) throws -> Int {
    guard count >= 0, count <= source.endIndex - position else { throw EndsTooEarly() }
    return position + count
  }

  /// Low byte first.
  mutating func integer(_ count: Int) throws -> Int {
    try bytes(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// LEB128
  mutating func unsigned() throws -> Int {
    var (value, shift) = (0, 0)
    while true {
      let next = try byte()
      if shift < 63 { value |= Int(next & 0x7F) << shift }
      shift += 7
      if next & 0x80 == 0 { return value }
    }
  }

  /// LEB128 with a sign
  mutating func signed() throws -> Int {
    var (value, shift) = (0, 0)
    while true {
      let next = try byte()
      if shift < 63 { value |= Int(next & 0x7F) << shift }
      shift += 7
      if next & 0x80 == 0 { return next & 0x40 != 0 && shift < 63 ? value | -1 << shift : value }
    }
  }

  /// Up to a byte 0.
  mutating func text() throws -> String {
    guard let end = source[position...].firstIndex(of: 0) else { throw EndsTooEarly() }
    defer { position = end + 1 }
    return String(decoding: source[position..<end], as: UTF8.self)
  }
}
