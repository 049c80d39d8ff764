/// A writer that puts numbers into bytes, the lowest first.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func write(_ word: UInt32) {
    for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word &>> UInt32(8 * place))) }
  }

  mutating func write(_ long: UInt64) {
    write(UInt32(truncatingIfNeeded: long))
    write(UInt32(truncatingIfNeeded: long &>> 32))
  }

  /// Their number, then their bits.
  mutating func write(_ numbers: [Float]) {
    write(UInt32(numbers.count))
    writeBits(numbers)
  }

  mutating func write(_ numbers: [Double]) {
    write(UInt32(numbers.count))
    for number in numbers { write(number.bitPattern) }
  }

  mutating func writeBits(_ numbers: [Float]) {
    bytes.reserveCapacity(bytes.count + 4 * numbers.count)
    for number in numbers { write(number.bitPattern) }
  }

  /// Their number, then the bytes.
  mutating func write(_ part: [UInt8]) {
    write(UInt32(part.count))
    bytes += part
  }

  /// The FNV-1a digest of all that was written.
  mutating func seal() {
    write(digest(of: bytes[...]))
  }
}

/// A reader that takes numbers out of bytes that may be damaged, cut short or made to deceive.
struct ByteReader {
  private let bytes: [UInt8]
  /// The range of the bytes that are read.
  private let range: Range<Int>
  private(set) var position: Int

  init(bytes: [UInt8]) { self.init(bytes: bytes, range: bytes.indices) }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    position = range.lowerBound
  }

  /// Bytes that are left.
  var left: Int { range.upperBound - position }

  mutating func readBytes(_ count: Int) throws(CheckpointError) -> ArraySlice<UInt8> {
    if count > left { throw .cutShort(byte: range.upperBound) }
    position += count
    return bytes[position - count..<position]
  }

  mutating func readWord() throws(CheckpointError) -> UInt32 {
    var word: UInt32 = 0
    var place: UInt32 = 0
    for byte in try readBytes(4) {
      word |= UInt32(byte) &<< place
      place += 8
    }
    return word
  }

  mutating func readLong() throws(CheckpointError) -> UInt64 {
    let low = try readWord()
    return UInt64(try readWord()) &<< 32 | UInt64(low)
  }

  /// A number of things of at least so many bytes: more than the file can hold are refused before room is made, and
  /// before the number becomes an `Int`, which in a browser has 32 bits.
  mutating func readCount(atLeast size: Int) throws(CheckpointError) -> Int {
    let count = try readWord()
    if UInt64(count) > UInt64(left / size) { throw .cutShort(byte: range.upperBound) }
    return Int(count)
  }

  /// Reads the number of things that take more room in memory than in a file: there may be `maximum`.
  mutating func readCount(atLeast size: Int, maximum: Int) throws(CheckpointError) -> Int {
    let start = position
    let count = try readCount(atLeast: size)
    if count > maximum { throw .malformed(byte: start) }
    return count
  }

  /// Reads the number of things for some of which there is room.
  mutating func readCount(atLeast size: Int, taking room: inout Int) throws(CheckpointError) -> Int {
    let count = try readCount(atLeast: size, maximum: room)
    room -= count
    return count
  }

  /// A number that no file has more of: below 2³¹.
  mutating func readSmall() throws(CheckpointError) -> Int {
    let start = position
    let word = try readWord()
    if word > UInt32(Int32.max) { throw .malformed(byte: start) }
    return Int(word)
  }

  mutating func readFloats(_ count: Int) throws(CheckpointError) -> [Float] {
    if count > left / 4 { throw .cutShort(byte: range.upperBound) }
    var numbers: [Float] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(Float(bitPattern: try readWord())) }
    return numbers
  }

  /// Reads the numbers that `write` wrote with their count in front.
  mutating func readFloats() throws(CheckpointError) -> [Float] { try readFloats(try readCount(atLeast: 4)) }

  mutating func readDoubles() throws(CheckpointError) -> [Double] {
    let count = try readCount(atLeast: 8)
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(Double(bitPattern: try readLong())) }
    return numbers
  }

  mutating func readPart() throws(CheckpointError) -> [UInt8] {
    [UInt8](try readBytes(try readCount(atLeast: 1)))
  }

  /// Returns a reader of the next part, which reads it where it is: it may be most of the bytes.
  mutating func readReader() throws(CheckpointError) -> ByteReader {
    let count = try readCount(atLeast: 1)
    position += count
    return ByteReader(bytes: bytes, range: position - count..<position)
  }

  /// Whether the bytes go on with these, which are then read.
  mutating func skips(_ mark: [UInt8]) -> Bool {
    guard bytes[position..<range.upperBound].starts(with: mark) else { return false }
    position += mark.count
    return true
  }

  /// The digest of all before it, and nothing behind it.
  mutating func readSeal() throws(CheckpointError) {
    let end = position
    let expected = try readLong()
    if left != 0 || digest(of: bytes[range.lowerBound..<end]) != expected { throw .damaged }
  }
}

private func digest(of bytes: ArraySlice<UInt8>) -> UInt64 {
  var digest = Digest()
  for byte in bytes { digest.combine(byte) }
  return digest.value
}
